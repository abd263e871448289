/** Law: nothing is allowed that no Allow statement allows, but for the root user and the calls that need no permission. */
import { expect, it } from 'vitest';
import { evaluate } from '../../src/evaluate/index.ts';
import { holdsInEveryWorld } from '../helpers/world.ts';

it('an allowed request has a statement that allows it', () => {
  holdsInEveryWorld(({ policies, request }) => {
    const { decision, decidedBy, statements } = evaluate(policies, request);
    if (decision !== 'allowed' || decidedBy === 'root' || decidedBy === 'none-required') return;
    expect(statements.length).toBeGreaterThan(0);
    expect(statements.every(({ trace }) => trace.effect === 'Allow' && trace.applies === 'yes')).toBe(true);
  });
});
