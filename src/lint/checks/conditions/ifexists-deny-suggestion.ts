/** A Deny of what is false, that spares what is not said. */

import { isAlwaysPresent } from '../../../language/condition-keys.ts';
import { TRAIT } from '../../action-traits.ts';
import { badExample, defineCheck, eachConditional, example } from '../../check.ts';
import { deny } from '../../examples.ts';
import { MFA_PRESENT } from '../../key-presence.ts';
import { atCondition } from '../../places.ts';
import { UG } from '../../references.ts';

export const ifexistsDenySuggestion = defineCheck({
  id: 'ifexists-deny-suggestion',
  severity: 'suggestion',
  title: 'a Deny where a key is false, that spares requests without the key',
  why: 'a key that is absent is not false: the Deny does not apply to such requests',
  help: 'write `BoolIfExists` if requests without the key are to be denied as well',
  references: [UG('reference_policies_elements_condition_operators')],
  bad: badExample(
    'identity',
    '/Statement/0/Condition/Bool/ec2:Encrypted',
    deny({ Action: 'ec2:CreateVolume', Resource: '*', Condition: { Bool: { 'ec2:Encrypted': 'false' } } }),
  ),
  good: example(
    'identity',
    deny({ Action: 'ec2:CreateVolume', Resource: '*', Condition: { BoolIfExists: { 'ec2:Encrypted': 'false' } } }),
  ),
  needs: TRAIT.conditions,
  run: eachConditional((view, report) => {
    if (view.allows) return;
    for (const condition of view.conditions) {
      const { use, key, entry } = condition;
      if (use?.operator.name !== 'Bool' || use.ifExists || isAlwaysPresent(key.lower) || key.lower === MFA_PRESENT)
        continue;
      if (
        key.lower === 'aws:principalisawsservice' ||
        entry.values.some(({ value }) => value.toLowerCase() !== 'false')
      )
        continue;
      report({ message: `nothing is denied where \`${key.text}\` is absent`, at: atCondition(view, condition) });
    }
  }),
});
