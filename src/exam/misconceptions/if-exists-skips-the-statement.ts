/** M33: a statement with an IfExists condition is left out when the key is absent. */
import { parseOperator } from '../../language/index.ts';
import { mapConditions, present } from '../map-conditions.ts';
import { defineMisconception } from '../misconception.ts';

export const ifExistsSkipsTheStatement = defineMisconception({
  code: 'M33',
  belief: 'a statement with an IfExists condition is left out when the key is absent',
  correction:
    'IfExists makes the condition met when the key is absent, so the statement applies. It weakens an Allow and strengthens a Deny.',
  rule: 'C12',
  page: 'IAM JSON policy elements: Condition operators',
  sees: (world) =>
    mapConditions(world, (entry) => (parseOperator(entry.operator)?.ifExists ? [entry, present(entry.key)] : entry)),
});
