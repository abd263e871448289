/** Actions that no service has. */

import { type Catalog, typingErrors } from '../../../catalog/index.ts';
import { TRAIT } from '../../action-traits.ts';
import { badExample, defineCheck, eachStatement, example } from '../../check.ts';
import { replace } from '../../fix/change.ts';
import { atAction } from '../../places.ts';
import type { StatementView } from '../../statement-view.ts';
import { someAction } from '../../statement-view.ts';

export const unknownAction = defineCheck({
  id: 'unknown-action',
  severity: 'error',
  title: 'an action that the service does not have',
  why: 'no request ever is for it: an Allow gives nothing, and a Deny stops nothing',
  help: 'use an action of the Service Authorization Reference; `iamproof catalog action` shows what a pattern stands for',
  references: ['https://docs.aws.amazon.com/service-authorization/latest/reference/'],
  aws: ['INVALID_ACTION'],
  bad: badExample('identity', '/Statement/0/Action', { Effect: 'Allow', Action: 's3:GetObjet', Resource: '*' }),
  good: example('identity', { Effect: 'Allow', Action: 's3:GetObject', Resource: '*' }),
  needs: TRAIT.unknownAction,
  run: eachStatement((view, report, { know }) => {
    if (!someAction(view, TRAIT.unknownAction)) return;
    for (const [index, action] of view.actions.entries()) {
      if (!action.serviceIsKnown || action.actions.length > 0) continue;
      const near = action.hasWildcard ? undefined : know.catalog.suggestAction(action.text);
      report({
        message: action.hasWildcard ? `no action fits \`${action.text}\`` : `there is no action \`${action.text}\``,
        at: atAction(view, index),
        fix:
          near && onlyNear(action.text, near, know.catalog)
            ? typoFix(atAction(view, index).path, near, view)
            : undefined,
        help: near && `did you mean \`${near}\`?`,
      });
    }
  }),
});

/** One or two slips, and no other action of the service as near. */
function onlyNear(written: string, near: string, catalog: Catalog): boolean {
  const errors = (id: string) => typingErrors(written.toLowerCase(), id.toLowerCase());
  const best = errors(near);
  const all = catalog.service(near.slice(0, near.indexOf(':')))?.actions ?? [];
  return best <= 2 && all.filter(({ id }) => errors(id) <= best).length === 1;
}

function typoFix(path: string, near: string, { allows, notAction }: StatementView) {
  const verb = allows === notAction ? 'denies' : 'allows';
  return replace(path, near, `the statement then ${verb} \`${near}\`; until now it named no action`);
}
