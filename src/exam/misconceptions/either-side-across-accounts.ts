/** M02: across accounts an Allow on either side is enough. */
import { isOwn } from '../accounts.ts';
import { callerForAccount } from '../caller-for-account.ts';
import { defineMisconception } from '../misconception.ts';

export const eitherSideAcrossAccounts = defineMisconception({
  code: 'M02',
  belief: 'across accounts an Allow on either side is enough',
  correction:
    'Across accounts both must allow: a policy of the caller in its own account, and the policy of the resource in the other.',
  rule: 'E50',
  page: 'Cross-account policy evaluation logic',
  sees: (world) => {
    if (isOwn(world) || world.policies.trust || world.request.principal.account === undefined) return world;
    const request = { ...world.request, resourceAccount: world.request.principal.account };
    return callerForAccount({ ...world, request });
  },
});
