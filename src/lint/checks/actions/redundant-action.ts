/** Actions that another of the same element takes in. */
import type { ActionFacts } from '../../action-facts.ts';
import { badExample, defineCheck, eachStatement, example } from '../../check.ts';
import { coversText } from '../../covers.ts';
import { allow } from '../../examples.ts';
import { atAction } from '../../places.ts';
import { VALIDATOR } from '../../references.ts';

export const redundantAction = defineCheck({
  id: 'redundant-action',
  severity: 'suggestion',
  title: 'an action that another one of the statement takes in',
  why: 'it changes nothing, and hides what the statement really gives',
  help: 'remove it',
  references: [VALIDATOR],
  aws: ['REDUNDANT_ACTION'],
  bad: badExample('identity', '/Statement/0/Action/1', allow({ Action: ['s3:Get*', 's3:GetObject'] })),
  good: example('identity', allow({ Action: ['s3:Get*', 's3:ListBucket'] })),
  run: eachStatement((view, report) => {
    const { actions } = view;
    if (actions.length < 2) return;
    const seen = new Map<string, ActionFacts>();
    const wide = actions.filter(({ everything, hasWildcard }) => everything || hasWildcard);
    for (const [index, action] of actions.entries()) {
      const same = seen.get(action.lower);
      const other =
        same ?? (wide.length > 0 ? wide.find((one) => one.lower !== action.lower && takesIn(one, action)) : undefined);
      if (!same) seen.set(action.lower, action);
      if (!other) continue;
      const message = same ? `\`${action.text}\` is listed twice` : `\`${action.text}\` is part of \`${other.text}\``;
      report({ message, at: atAction(view, index) });
    }
  }),
});

function takesIn(wide: ActionFacts, narrow: ActionFacts): boolean {
  if (wide.everything) return !narrow.malformed;
  return narrow.service === wide.service && narrow.service !== '' && coversText(wide.name, narrow.name);
}
