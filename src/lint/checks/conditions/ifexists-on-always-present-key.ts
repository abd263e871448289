/** IfExists on a key that every request has. */
import { TRAIT } from '../../action-traits.ts';
import { badExample, defineCheck, eachConditional, example } from '../../check.ts';
import { deny } from '../../examples.ts';
import { isAlwaysPresent } from '../../key-presence.ts';
import { atCondition } from '../../places.ts';
import { UG } from '../../references.ts';

export const ifexistsOnAlwaysPresentKey = defineCheck({
  id: 'ifexists-on-always-present-key',
  severity: 'suggestion',
  title: 'IfExists on a key that is always there',
  why: 'it changes nothing, and makes a reader think of requests that there are not',
  help: 'leave IfExists out',
  references: [UG('reference_policies_condition-keys')],
  bad: badExample(
    'identity',
    '/Statement/0/Condition/BoolIfExists/aws:SecureTransport',
    deny({ Condition: { BoolIfExists: { 'aws:SecureTransport': 'false' } } }),
  ),
  good: example('identity', deny({ Condition: { Bool: { 'aws:SecureTransport': 'false' } } })),
  needs: TRAIT.conditions,
  run: eachConditional((view, report) => {
    for (const condition of view.conditions) {
      if (!condition.use?.ifExists || !isAlwaysPresent(condition.key.lower)) continue;
      report({ message: `every request has \`${condition.key.text}\``, at: atCondition(view, condition) });
    }
  }),
});
