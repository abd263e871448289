/** M01: within one account the identity-based and the resource-based policy must both allow. */
import { isOwn, OTHER, THIRD } from '../accounts.ts';
import { defineMisconception } from '../misconception.ts';

export const bothSidesInOneAccount = defineMisconception({
  code: 'M01',
  belief: 'within one account the identity-based and the resource-based policy must both allow',
  correction:
    'Within one account an Allow on either side is enough, as long as nothing denies; both sides are needed across accounts.',
  rule: 'E21',
  page: 'Policy evaluation for requests within a single account',
  sees: (world) => {
    const { principal, resourceAccount } = world.request;
    const isOne = principal.account !== undefined && isOwn(world);
    if (!isOne || !world.policies.resource) return world;
    return { ...world, request: { ...world.request, resourceAccount: resourceAccount === OTHER ? THIRD : OTHER } };
  },
});
