/** M16: a trust policy that names the account is enough to assume a role from there. */
import { callerForAccount } from '../caller-for-account.ts';
import { defineMisconception } from '../misconception.ts';

export const trustAloneAssumes = defineMisconception({
  code: 'M16',
  belief: 'a trust policy that names the account is enough to assume a role from there',
  correction: 'Across accounts the caller also needs an identity-based policy that allows sts:AssumeRole on the role.',
  rule: 'E90',
  page: 'Methods to assume a role',
  sees: (world) => {
    if (!world.policies.trust || world.request.principal.account === undefined) return world;
    const request = { ...world.request, resourceAccount: world.request.principal.account };
    return callerForAccount({ ...world, request });
  },
});
