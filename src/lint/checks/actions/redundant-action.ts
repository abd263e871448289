/** Actions that another of the same element takes in. */

import { coversText } from '../../../language/index.ts';
import { type ActionFacts, hasTwice } from '../../action-facts.ts';
import { TRAIT } from '../../action-traits.ts';
import { badExample, defineCheck, eachStatement, example } from '../../check.ts';
import { allow } from '../../examples.ts';
import { remove } from '../../fix/change.ts';
import { atAction } from '../../places.ts';
import { VALIDATOR } from '../../references.ts';
import { someAction } from '../../statement-view.ts';

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
    const twice = hasTwice(actions);
    if (!twice && !someAction(view, TRAIT.wildcard)) return;
    const wide = wideByService(actions);
    const seen = twice ? new Map<string, ActionFacts>() : undefined;
    for (let index = 0; index < actions.length; index++) {
      const action = actions[index];
      if (!action) continue;
      const same = seen?.get(action.lower);
      const other =
        same ??
        wide?.get('')?.find((one) => takesIn(one, action)) ??
        wide?.get(action.service)?.find((one) => takesIn(one, action));
      if (!same) seen?.set(action.lower, action);
      if (!other) continue;
      const message = same ? `\`${action.text}\` is listed twice` : `\`${action.text}\` is part of \`${other.text}\``;
      const at = atAction(view, index);
      report({ message, at, fix: remove(at.path) });
    }
  }),
});

/** The bare `*` under no service; undefined where there is no wildcard at all. */
function wideByService(actions: readonly ActionFacts[]): Map<string, ActionFacts[]> | undefined {
  let wide: Map<string, ActionFacts[]> | undefined;
  for (const action of actions) {
    if ((action.traits & TRAIT.wildcard) === 0) continue;
    wide ??= new Map();
    const list = wide.get(action.service);
    if (list) list.push(action);
    else wide.set(action.service, [action]);
  }
  return wide;
}

function takesIn(wide: ActionFacts, narrow: ActionFacts): boolean {
  if (wide === narrow || wide.lower === narrow.lower) return false;
  if (wide.everything) return !narrow.malformed;
  return narrow.service === wide.service && narrow.service !== '' && coversText(wide.name, narrow.name);
}
