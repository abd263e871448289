/** M04: an SCP, RCP, boundary or session policy that allows an action grants it. */
import { defineMisconception } from '../misconception.ts';

export const ceilingsGrant = defineMisconception({
  code: 'M04',
  belief: 'an SCP, RCP, boundary or session policy that allows an action grants it',
  correction:
    'SCPs, RCPs, permissions boundaries and session policies only set the most that others may grant. An Allow in them grants nothing.',
  rule: 'E10',
  page: 'Service control policies (SCPs)',
  sees: (world) => {
    const { identity = [], boundary = [], session = [], scps = [] } = world.policies;
    const ceilings = [...boundary, ...session, ...scps.flatMap((node) => node.policies)];
    if (ceilings.length === 0) return world;
    const granting = ceilings.map((policy) => ({ ...policy, type: 'identity' as const }));
    return { ...world, policies: { ...world.policies, identity: [...identity, ...granting] } };
  },
});
