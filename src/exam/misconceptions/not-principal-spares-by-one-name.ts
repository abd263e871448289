/** M20: Deny with NotPrincipal spares a caller as soon as its ARN is listed. */
import { defineMisconception } from '../misconception.ts';

export const notPrincipalSparesByOneName = defineMisconception({
  code: 'M20',
  belief: 'Deny with NotPrincipal spares a caller as soon as its ARN is listed',
  correction:
    'NotPrincipal spares a role session only where the account, the role and the session are all listed; a name that is missing leaves the Deny in force. A condition on aws:PrincipalArn is the better tool.',
  rule: 'P8',
  page: 'IAM JSON policy elements: NotPrincipal',
  sees: (world) =>
    world.policies.resource?.document.statements.some(({ principal }) => principal?.not)
      ? { ...world, settings: { ...world.settings, notPrincipalSpares: 'any-entry' } }
      : world,
});
