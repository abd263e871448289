/** M15: the SCPs of the resource's account bind callers from outside. */
import { isOwn } from '../accounts.ts';
import { defineMisconception } from '../misconception.ts';

export const ownerScpsBindOutsiders = defineMisconception({
  code: 'M15',
  belief: "the SCPs of the resource's account bind callers from outside",
  correction:
    "SCPs follow the caller: those of the resource's account bind only its own principals. What guards a resource against outsiders is a resource control policy.",
  rule: 'E16',
  page: 'Service control policies (SCPs)',
  sees: (world) => {
    if (!world.ownerScps || isOwn(world)) return world;
    const scps = [...(world.policies.scps ?? []), ...world.ownerScps];
    return { ...world, policies: { ...world.policies, scps } };
  },
});
