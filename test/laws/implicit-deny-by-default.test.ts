/** Law: without policies only the root user on its own account is allowed, and the calls that need no permission. */
import { expect, it } from 'vitest';
import { decide } from '../../src/evaluate/index.ts';
import { holdsInEveryWorld } from '../helpers/world.ts';

it('without policies a request is implicitly denied', () => {
  holdsInEveryWorld(({ request }) => {
    const outcome = decide({}, request);
    if (outcome?.decision === 'allowed') expect(['root', 'none-required']).toContain(outcome.decidedBy);
    else expect(outcome?.decision).toBe('implicitDeny');
  });
});
