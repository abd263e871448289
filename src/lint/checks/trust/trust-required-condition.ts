/** Whole other accounts without an external id. */

import { SEVERITIES } from '../../../language/index.ts';
import { TRAIT } from '../../action-traits.ts';
import { badExample, defineCheck, eachStatement, example } from '../../check.ts';
import { trust } from '../../examples.ts';
import { atPrincipal } from '../../places.ts';
import { UG } from '../../references.ts';
import { narrows } from '../../statement-view.ts';

export const trustRequiredCondition = defineCheck({
  id: 'trust-required-condition',
  severity: 'suggestion',
  types: ['trust'],
  title: 'trust in a whole account without any condition',
  why: 'every identity of the account that has `sts:AssumeRole` can take on the role; a third party can be made to use it for others',
  help: 'name roles, or demand `sts:ExternalId`, `aws:PrincipalOrgID` or `aws:PrincipalTag`',
  references: [UG('id_roles_create_for-user_externalid')],
  bad: badExample('trust', '/Statement/0/Principal/AWS', trust({ AWS: 'arn:aws:iam::444455556666:root' })),
  good: example(
    'trust',
    trust({ AWS: 'arn:aws:iam::444455556666:root' }, { Condition: { StringEquals: { 'sts:ExternalId': 'a1b2c3' } } }),
  ),
  options: {
    accounts: { default: [], what: 'accounts of your own, which may be trusted as a whole' },
    severityForOthers: {
      default: 'suggestion',
      what: 'the severity where `accounts` is given and the account is not among them',
    },
  },
  needs: TRAIT.principals,
  run: eachStatement((view, report, { option }) => {
    if (!view.allows || view.notPrincipal || view.conditions.some(narrows)) return;
    const own = option('trust-required-condition', 'accounts');
    for (const [index, { kind, value }] of view.principals.entries()) {
      const account = kind === 'AWS' ? /^(?:arn:[a-z-]+:iam::)?(\d{12})(?::root)?$/.exec(value)?.[1] : undefined;
      if (!account || (Array.isArray(own) && own.includes(account))) continue;
      const known = Array.isArray(own) && own.length > 0;
      const severity = SEVERITIES.find(
        (one) => known && one === option('trust-required-condition', 'severityForOthers'),
      );
      report({
        message: `the whole account \`${account}\` is trusted`,
        at: atPrincipal(view, index),
        ...(severity ? { severity } : {}),
      });
    }
  }),
});
