/** Principals that the organization does not want. */
import { parseArn } from '../../../language/index.ts';
import { TRAIT } from '../../action-traits.ts';
import { badExample, defineCheck, eachStatement, example } from '../../check.ts';
import { trust } from '../../examples.ts';
import { withRules } from '../../lint-config.ts';
import { isAmong } from '../../organization.ts';
import { atPrincipal } from '../../places.ts';
import { UG } from '../../references.ts';

const RULES = withRules({ allowedAccounts: ['111122223333'] });

export const principalBlocked = defineCheck({
  id: 'principal-blocked',
  severity: 'security',
  types: ['resource', 'trust'],
  title: 'a principal that the organization does not want',
  why: 'the configuration blocks it, or does not list it as allowed',
  help: 'remove the principal, or change `lint.organization`',
  references: [UG('reference_policies_elements_principal')],
  bad: { ...badExample('trust', '/Statement/0/Principal/AWS', trust({ AWS: '444455556666' })), config: RULES },
  good: { ...example('trust', trust({ AWS: '111122223333' })), config: RULES },
  needs: TRAIT.principals,
  run: eachStatement((view, report, { know }) => {
    const { blockedPrincipals, allowedPrincipals, allowedAccounts } = know.rules;
    if (!view.allows || view.notPrincipal) return;
    for (const [index, { kind, value }] of view.principals.entries()) {
      const at = atPrincipal(view, index);
      const account = /^\d{12}$/.test(value) ? value : parseArn(value)?.account;
      if (isAmong(value, blockedPrincipals)) report({ message: `\`${value}\` is blocked by the organization`, at });
      else if (allowedPrincipals && !isAmong(value, allowedPrincipals))
        report({ message: `\`${value}\` is not among the allowed principals`, at });
      else if (
        kind === 'AWS' &&
        account &&
        allowedAccounts &&
        /^\d{12}$/.test(account) &&
        !allowedAccounts.includes(account)
      )
        report({ message: `the account \`${account}\` is not among the allowed accounts`, at });
    }
  }),
});
