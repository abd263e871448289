/** Variables where they are plain text. */
import { TRAIT } from '../../action-traits.ts';
import { badExample, defineCheck, example } from '../../check.ts';
import { textsWithVariables } from '../../document-texts.ts';
import { trust } from '../../examples.ts';
import { UG, VALIDATOR } from '../../references.ts';
import { eachWithVariables } from '../../report-variables.ts';
import { variablesIn } from '../../variable-problems.ts';

export const variableInWrongElement = defineCheck({
  id: 'variable-in-wrong-element',
  severity: 'error',
  title: 'a policy variable outside of Resource and Condition',
  why: 'variables are filled in in Resource and Condition alone: elsewhere it is plain text',
  help: 'write the value out',
  references: [UG('reference_policies_variables'), VALIDATOR],
  aws: ['VARIABLE_UNSUPPORTED_IN_ELEMENT'],
  bad: badExample('trust', '/Statement/0/Principal/AWS', trust({ AWS: 'arn:aws:iam::${aws:PrincipalAccount}:root' })),
  good: example('trust', trust({ AWS: 'arn:aws:iam::111122223333:root' })),
  needs: TRAIT.variables,
  run: eachWithVariables((view, report) => {
    for (const { value, element, at } of textsWithVariables(view)) {
      const found = element === 'other' ? variablesIn(value).find(({ problem }) => !problem) : undefined;
      if (found) report({ message: `\`${found.text}\` is plain text here`, at: at() });
    }
  }),
});
