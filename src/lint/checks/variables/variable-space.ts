/** Spaces in variables. */
import { TRAIT } from '../../action-traits.ts';
import { badExample, defineCheck, example } from '../../check.ts';
import { allow } from '../../examples.ts';
import { UG, VALIDATOR } from '../../references.ts';
import { eachWithVariables, reportWritten } from '../../report-variables.ts';

export const variableSpace = defineCheck({
  id: 'variable-space',
  severity: 'error',
  title: 'a space in the name of a policy variable',
  why: 'it is no variable then but plain text, which nothing matches',
  help: 'remove the space',
  references: [UG('reference_policies_variables'), VALIDATOR],
  aws: ['UNSUPPORTED_SPACE_IN_VARIABLE'],
  bad: badExample('identity', '/Statement/0/Resource', allow({ Resource: 'arn:aws:s3:::home/${ aws:username }/*' })),
  good: example('identity', allow({ Resource: 'arn:aws:s3:::home/${aws:username}/*' })),
  needs: TRAIT.variables,
  run: eachWithVariables((view, report) => reportWritten(view, report, 'space', 'has a space in its name')),
});
