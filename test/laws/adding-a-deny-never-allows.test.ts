/** Law: a Deny statement more never turns a denial into an Allow. */
import { expect, it } from 'vitest';
import { decisionOf, holdsInEveryWorld, mapPolicies, withStatements } from '../helpers/world.ts';

it('taking the Deny statements away never denies what was allowed', () => {
  holdsInEveryWorld((world) => {
    if (decisionOf(world) !== 'allowed') return;
    const without = mapPolicies(world.policies, (policy) =>
      withStatements(
        policy,
        policy.document.statements.filter(({ effect }) => effect === 'Allow'),
      ),
    );
    expect(decisionOf({ ...world, policies: without })).toBe('allowed');
  });
});
