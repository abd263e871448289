/** M25: an identity-based policy that allows sts:AssumeRole is enough to assume a role. */
import { allowing } from '../allowing.ts';
import { defineMisconception } from '../misconception.ts';

export const permissionAloneAssumes = defineMisconception({
  code: 'M25',
  belief: 'an identity-based policy that allows sts:AssumeRole is enough to assume a role',
  correction:
    'A role can be assumed only by whom its trust policy names. Permission to call sts:AssumeRole does not replace that.',
  rule: 'E90',
  page: 'Methods to assume a role',
  sees: (world) => {
    const { trust } = world.policies;
    const { account } = world.request.principal;
    return trust && account !== undefined
      ? { ...world, policies: { ...world.policies, trust: allowing(trust, account) } }
      : world;
  },
});
