/** Law: boundaries, session policies, SCPs, RCPs and endpoint policies only narrow: without them nothing allowed is denied. */
import { describe, expect, it } from 'vitest';
import type { PoliciesInPlay } from '../../src/language/index.ts';
import { decisionOf, holdsInEveryWorld } from '../helpers/world.ts';

const LIMITS: readonly (keyof PoliciesInPlay)[] = ['boundary', 'scps', 'rcps', 'vpce', 'session'];

describe.each(LIMITS)('%s', (limit) => {
  it('only narrows', () => {
    holdsInEveryWorld((world) => {
      // Side condition: a federated user session without session policy has nothing (E34).
      if (limit === 'session' && world.request.principal.type === 'federated-user') return;
      const { [limit]: _, ...without } = world.policies;
      if (decisionOf(world) === 'allowed') expect(decisionOf({ ...world, policies: without })).toBe('allowed');
    });
  });
});
