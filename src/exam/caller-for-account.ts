/** A world in which naming the caller's account is as good as naming the caller. */
import { mapPrincipals, namesAccount } from './map-principals.ts';
import type { World } from './world.ts';

export function callerForAccount(world: World): World {
  const { account, arn } = world.request.principal;
  if (account === undefined || arn === undefined) return world;
  return mapPrincipals(world, (value) => (namesAccount(value) && value.includes(account) ? arn : value));
}
