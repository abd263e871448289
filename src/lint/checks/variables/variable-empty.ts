/** Variables without a name. */
import { TRAIT } from '../../action-traits.ts';
import { badExample, defineCheck, example } from '../../check.ts';
import { allow } from '../../examples.ts';
import { UG, VALIDATOR } from '../../references.ts';
import { eachWithVariables, reportWritten } from '../../report-variables.ts';

export const variableEmpty = defineCheck({
  id: 'variable-empty',
  severity: 'error',
  title: 'a policy variable without a name',
  why: 'it stands for nothing, and is read as plain text',
  help: 'write the name of a condition key inside, or remove it',
  references: [UG('reference_policies_variables'), VALIDATOR],
  aws: ['EMPTY_VARIABLE'],
  bad: badExample('identity', '/Statement/0/Resource', allow({ Resource: 'arn:aws:s3:::home/${}/*' })),
  good: example('identity', allow({ Resource: 'arn:aws:s3:::home/${aws:username}/*' })),
  needs: TRAIT.variables,
  run: eachWithVariables((view, report) => reportWritten(view, report, 'empty', 'has no name')),
});
