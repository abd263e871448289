/** M27: naming the account in a resource-based policy grants to everybody in it. */
import { isOwn } from '../accounts.ts';
import { callerForAccount } from '../caller-for-account.ts';
import { defineMisconception } from '../misconception.ts';

export const accountGrantIsEnough = defineMisconception({
  code: 'M27',
  belief: 'naming the account in a resource-based policy grants to everybody in it',
  correction:
    'Naming the own account only lets its identity-based policies decide. Without an Allow in one of them the caller has nothing.',
  rule: 'E33',
  page: 'AWS JSON policy elements: Principal',
  sees: (world) => (isOwn(world) ? callerForAccount(world) : world),
});
