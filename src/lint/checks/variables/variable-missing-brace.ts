/** Variables that are not closed. */
import { TRAIT } from '../../action-traits.ts';
import { badExample, defineCheck, example } from '../../check.ts';
import { allow } from '../../examples.ts';
import { UG, VALIDATOR } from '../../references.ts';
import { eachWithVariables, reportWritten } from '../../report-variables.ts';

export const variableMissingBrace = defineCheck({
  id: 'variable-missing-brace',
  severity: 'error',
  title: 'a policy variable that is not closed',
  why: 'without the closing brace it is plain text, which nothing matches',
  help: 'add `}` after the name',
  references: [UG('reference_policies_variables'), VALIDATOR],
  aws: ['MISSING_BRACE_IN_VARIABLE'],
  bad: badExample('identity', '/Statement/0/Resource', allow({ Resource: 'arn:aws:s3:::home/${aws:username/*' })),
  good: example('identity', allow({ Resource: 'arn:aws:s3:::home/${aws:username}/*' })),
  needs: TRAIT.variables,
  run: eachWithVariables((view, report) => reportWritten(view, report, 'missing-brace', 'is not closed')),
});
