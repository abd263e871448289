/** Actions that read secrets and data, or open things to others, on every resource without a condition. */
import { standsFor } from '../../action-facts.ts';
import { TRAIT } from '../../action-traits.ts';
import { isUnconditional, reachesEverything } from '../../breadth.ts';
import { badExample, defineCheck, example } from '../../check.ts';
import { allow } from '../../examples.ts';
import { atAction } from '../../places.ts';
import { UG } from '../../references.ts';
import { someAction } from '../../statement-view.ts';
import { SENSITIVE } from '../../telling-actions.ts';

export const sensitiveActionUnconditioned = defineCheck({
  id: 'sensitive-action-unconditioned',
  severity: 'warning',
  types: ['identity'],
  title: 'an action that reads data or opens access, on every resource and without a condition',
  why: 'it reaches every secret, object or table of the account, those of other teams included',
  help: 'name the resources, or add a condition such as one on `aws:ResourceTag`',
  references: [UG('best-practices')],
  bad: badExample('identity', '/Statement/0/Action', allow({ Action: 'secretsmanager:GetSecretValue', Resource: '*' })),
  good: example(
    'identity',
    allow({
      Action: 'secretsmanager:GetSecretValue',
      Resource: 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:reports-*',
    }),
  ),
  options: { actions: { default: [], what: 'more actions that count as sensitive' } },
  run: ({ statements, option }, report) => {
    const more = option('sensitive-action-unconditioned', 'actions');
    const wanted = Array.isArray(more) ? [...SENSITIVE, ...more] : SENSITIVE;
    for (const view of statements) {
      if (wanted.length === SENSITIVE.length && !someAction(view, TRAIT.sensitive)) continue;
      if (!isUnconditional(view) || view.notAction || !reachesEverything(view)) continue;
      for (const [index, action] of view.actions.entries()) {
        // What is as wide as a service is told by service-wildcard.
        if (
          action.everything ||
          action.name === '*' ||
          ((action.traits & TRAIT.sensitive) === 0 && wanted.length === SENSITIVE.length)
        )
          continue;
        const found = wanted.find((name) => standsFor(action, name));
        if (found) report({ message: `\`${found}\` is allowed on every resource`, at: atAction(view, index) });
      }
    }
  },
});
