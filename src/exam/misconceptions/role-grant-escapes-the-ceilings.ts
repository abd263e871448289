/** M03: a resource-based policy always bypasses permissions boundary and session policy. */
import { isOwn } from '../accounts.ts';
import { mapPrincipals } from '../map-principals.ts';
import { defineMisconception } from '../misconception.ts';

export const roleGrantEscapesTheCeilings = defineMisconception({
  code: 'M03',
  belief: 'a resource-based policy always bypasses permissions boundary and session policy',
  correction:
    'A grant to the ROLE ARN is still limited by the boundary and the session policy of the role. Only a grant to the user ARN, to the session ARN or to everybody is not.',
  rule: 'E31',
  page: 'Policy evaluation for requests within a single account',
  sees: (world) => {
    const { type, arn } = world.request.principal;
    if (type !== 'role-session' || arn === undefined || !isOwn(world)) return world;
    return mapPrincipals(world, (value) => (value === world.request.principal.roleArn ? arn : value));
  },
});
