/** M19: a session policy adds permissions to those of the role. */
import { defineMisconception } from '../misconception.ts';

export const sessionPolicyAdds = defineMisconception({
  code: 'M19',
  belief: 'a session policy adds permissions to those of the role',
  correction:
    'A session policy can only take away: the session may do what both the role and the session policy allow.',
  rule: 'E34',
  page: 'Session policies',
  sees: (world) => {
    const { session, ...others } = world.policies;
    if (!session) return world;
    const granting = session.map((policy) => ({ ...policy, type: 'identity' as const }));
    return { ...world, policies: { ...others, identity: [...(others.identity ?? []), ...granting] } };
  },
});
