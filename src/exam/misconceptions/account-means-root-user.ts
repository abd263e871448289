/** M26: an account ARN ending in :root names only the root user. */
import { mapPrincipals, namesAccount } from '../map-principals.ts';
import { defineMisconception } from '../misconception.ts';

export const accountMeansRootUser = defineMisconception({
  code: 'M26',
  belief: 'an account ARN ending in :root names only the root user',
  correction:
    '`arn:aws:iam::111122223333:root` names the account: it lets the account hand the permission to its own users and roles.',
  rule: 'P3',
  page: 'AWS JSON policy elements: Principal',
  sees: (world) =>
    world.request.principal.type === 'root'
      ? world
      : mapPrincipals(world, (value) => (namesAccount(value) ? undefined : value)),
});
