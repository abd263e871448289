/** Statements without which the policy allows and denies the same, proven over all requests. */
import type { Catalog } from '../../../catalog/index.ts';
import type { Policy, Statement } from '../../../language/index.ts';
import { allowsTheSame, isWithin, neverHold } from '../../../prove/index.ts';
import { type Check, defineCheck } from '../../check.ts';
import { allow, deny } from '../../examples.ts';
import { remove } from '../../fix/change.ts';
import { DEFAULT_LINT_CONFIG } from '../../lint-config.ts';
import { atStatement } from '../../places.ts';

const ID = 'statement-without-effect';
const config = { ...DEFAULT_LINT_CONFIG, checks: { [ID]: { prove: true } } };
const READ = { Action: 's3:GetObject', Resource: 'arn:aws:s3:::reports/*' };

/** Each statement is a question of milliseconds. */
const MOST_STATEMENTS = 50;

export const statementWithoutEffect: Check = defineCheck({
  id: ID,
  severity: 'suggestion',
  types: ['identity', 'boundary', 'session', 'scp', 'vpce'],
  title: 'a statement without which the policy says the same',
  why: 'whoever reads the policy takes it to do something; whoever changes the rest may find that it now does',
  help: 'remove it, or find out what was meant',
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html'],
  bad: {
    type: 'identity',
    path: '/Statement/1',
    config,
    document: {
      Version: '2012-10-17',
      Statement: [
        allow({ ...READ, Action: 's3:Get*' }),
        allow({ ...READ, Condition: { Bool: { 'aws:SecureTransport': 'true' } } }),
      ],
    },
  },
  good: {
    type: 'identity',
    config,
    document: { Version: '2012-10-17', Statement: [allow({ ...READ, Action: 's3:Get*' }), deny(READ)] },
  },
  options: { prove: { default: false, what: 'look for them; each statement takes some milliseconds' } },
  run: ({ policy, statements, option, know: { catalog } }, report) => {
    if (option(ID, 'prove') !== true || statements.length < 2 || statements.length > MOST_STATEMENTS) return;
    for (const view of statements) {
      const others = policy.document.statements.filter((one) => one !== view.statement);
      const after = { ...policy, document: { ...policy.document, statements: others } };
      if (!allowsTheSame({ type: policy.type, before: policy, after, catalog })) continue;
      // That is for `never-holds` to say.
      if (neverHold(view.statement.conditions, policy.document, catalog)) continue;
      report({
        message: `the policy says the same without the statement: ${reasonOf(view.statement, policy, catalog)}`,
        at: atStatement(view),
        fix: remove(view.path),
      });
    }
  },
});

/** What makes up for it, by the one statement that does, where one does. */
function reasonOf(statement: Statement, { type, document }: Policy, catalog: Catalog): string {
  const isIn = (others: readonly Statement[]) => isWithin({ type, document, statements: [statement] }, others, catalog);
  if (isIn([])) return 'no request matches it';
  const [verb, denied] = statement.effect === 'Allow' ? ['allow', 'all that it allows is denied'] : ['deny', ''];
  const rest = document.statements.filter((one) => one !== statement);
  const alike = rest.filter(({ effect }) => effect === statement.effect);
  const whole = alike.find((one) => isIn([one]));
  if (whole) return `${nameOf(whole)} ${verb === 'allow' ? 'allows' : 'denies'} all of it`;
  const denies = rest.filter(({ effect }) => effect === 'Deny');
  const against = denied && denies.find((one) => isIn([one]));
  if (against) return `${denied} by ${nameOf(against)}`;
  if (denied && isIn(denies)) return denied;
  return `the others ${verb} all of it`;
}

function nameOf({ sid, index }: Statement): string {
  return sid === undefined ? `statement ${index + 1}` : `statement \`${sid}\``;
}
