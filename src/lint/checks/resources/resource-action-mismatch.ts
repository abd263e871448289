/** Actions that none of the statement's resources fits. */
import type { ServiceAction } from '../../../catalog/index.ts';
import { reachesEverything } from '../../breadth.ts';
import { badExample, defineCheck, eachStatement, example } from '../../check.ts';
import { allow } from '../../examples.ts';
import { atAction } from '../../places.ts';
import { SERVICE_REFERENCE } from '../../references.ts';
import type { StatementView } from '../../statement-view.ts';
import type { Knowledge } from '../../subject.ts';

export const resourceActionMismatch = defineCheck({
  id: 'resource-action-mismatch',
  severity: 'warning',
  title: 'an action that no resource of the statement is for',
  why: 'the statement never is about the action: an Allow does not give it, a Deny does not stop it',
  help: 'add a resource of the right type, or move the action to a statement of its own',
  references: [SERVICE_REFERENCE],
  bad: badExample('identity', '/Statement/0/Action', allow({ Action: 's3:ListBucket' })),
  good: example('identity', allow({ Action: 's3:ListBucket', Resource: 'arn:aws:s3:::reports' })),
  run: eachStatement((view, report, { know }) => {
    if (view.notAction || view.notResource || view.resources.length === 0 || reachesEverything(view)) return;
    for (const [index, action] of view.actions.entries()) {
      if (action.actions.length === 0 || action.actions.some((one) => fitsAny(one, view, know))) continue;
      const resourceless = action.actions.every(({ resources }) => resources.length === 0);
      report({
        message: `no resource of the statement is for \`${action.text}\``,
        at: atAction(view, index),
        help: resourceless
          ? 'it takes no resource: allow it on `*`, in a statement of its own'
          : wanted(action.actions[0]),
      });
    }
  }),
});

const ANSWERS = new WeakMap<Knowledge, Map<string, boolean>>();

function fitsAny(action: ServiceAction, { resources }: StatementView, know: Knowledge): boolean {
  const answers = ANSWERS.get(know) ?? new Map<string, boolean>();
  ANSWERS.set(know, answers);
  return resources.some(({ text, arn }) => {
    // A broken ARN is told by the checks on ARNs.
    if (!arn) return true;
    const key = `${action.id} ${text}`;
    let answer = answers.get(key);
    if (answer === undefined) {
      answer = know.catalog.resourceTypesMatching(action.id, text).length > 0;
      answers.set(key, answer);
    }
    return answer;
  });
}

function wanted(action: ServiceAction | undefined): string | undefined {
  const first = action?.resources[0];
  return first && `\`${action.id}\` is for resources such as \`${first.type.arn}\``;
}
