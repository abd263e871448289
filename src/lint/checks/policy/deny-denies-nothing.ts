/** Deny statements that deny nothing of what the policy itself allows, proven over all requests. */
import { isApart } from '../../../prove/index.ts';
import { type Check, defineCheck } from '../../check.ts';
import { allow, deny } from '../../examples.ts';
import { DEFAULT_LINT_CONFIG } from '../../lint-config.ts';
import { atStatement } from '../../places.ts';

const ID = 'deny-denies-nothing';
const config = { ...DEFAULT_LINT_CONFIG, checks: { [ID]: { prove: true } } };

export const denyDeniesNothing: Check = defineCheck({
  id: ID,
  severity: 'suggestion',
  types: ['identity', 'boundary', 'session', 'vpce'],
  title: 'a Deny of what the policy does not allow anyway',
  why: 'in a policy that limits it does nothing; in an identity policy it only guards against what other policies allow',
  help: 'find out whether it was meant for other actions or resources; where it is a guard, say so by an ignore with a reason',
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html'],
  bad: {
    type: 'identity',
    path: '/Statement/1',
    config,
    document: { Version: '2012-10-17', Statement: [allow(), deny({ Resource: 'arn:aws:s3:::report/*' })] },
  },
  good: {
    type: 'identity',
    config,
    document: { Version: '2012-10-17', Statement: [allow(), deny({ Resource: 'arn:aws:s3:::reports/secret/*' })] },
  },
  options: { prove: { default: false, what: 'look for them; each statement takes some milliseconds' } },
  run: ({ policy: { type, document }, statements, option, know: { catalog } }, report) => {
    if (option(ID, 'prove') !== true) return;
    const allows = statements.filter((view) => view.allows).map(({ statement }) => statement);
    if (allows.length === 0) return;
    for (const view of statements) {
      const { statement } = view;
      if (view.allows || !isApart({ type, document, statements: allows }, statement, catalog)) continue;
      report({ message: 'nothing of what it denies is allowed by the policy', at: atStatement(view) });
    }
  },
});
