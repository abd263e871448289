/** Defaults of variables without their quotes. */
import { TRAIT } from '../../action-traits.ts';
import { badExample, defineCheck, example } from '../../check.ts';
import { allow } from '../../examples.ts';
import { UG, VALIDATOR } from '../../references.ts';
import { eachWithVariables, reportWritten } from '../../report-variables.ts';

export const variableMissingQuote = defineCheck({
  id: 'variable-missing-quote',
  severity: 'error',
  title: 'the default of a policy variable without single quotes',
  why: 'it is no variable then but plain text, which nothing matches',
  help: '"write `${aws:username, \'anonymous\'}`"',
  references: [UG('reference_policies_variables'), VALIDATOR],
  aws: ['MISSING_QUOTE_IN_VARIABLE'],
  bad: badExample(
    'identity',
    '/Statement/0/Resource',
    allow({ Resource: 'arn:aws:s3:::home/${aws:username, anonymous}/*' }),
  ),
  good: example('identity', allow({ Resource: "arn:aws:s3:::home/${aws:username, 'anonymous'}/*" })),
  needs: TRAIT.variables,
  run: eachWithVariables((view, report) =>
    reportWritten(view, report, 'missing-quote', 'has a default without single quotes'),
  ),
});
