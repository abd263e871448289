/** Law: where a Deny of a layer in play applies, the decision is an explicit deny, unless the call needs no permission. */
import { expect, it } from 'vitest';
import { evaluate } from '../../src/evaluate/index.ts';
import { holdsInEveryWorld } from '../helpers/world.ts';

it('an explicit deny wins over every allow', () => {
  holdsInEveryWorld(({ policies, request }) => {
    const { layers, decision, decidedBy } = evaluate(policies, request);
    if (decidedBy === 'none-required') return;
    expect(decision === 'explicitDeny').toBe(layers.some((layer) => layer.denies === 'yes'));
  });
});
