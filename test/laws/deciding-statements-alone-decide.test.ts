/** Law: the statements that are said to decide, alone in their layers, give the same decision. */
import { expect, it } from 'vitest';
import { decide, evaluate } from '../../src/evaluate/index.ts';
import { holdsInEveryWorld, mapPolicies, withStatements } from '../helpers/world.ts';

it('without the other statements of the deciding layers the decision is the same', () => {
  holdsInEveryWorld(({ policies, request }) => {
    const { decision, statements } = evaluate(policies, request);
    if (statements.length === 0) return;
    const deciding = new Set(statements.map(({ layer }) => layer));
    const kept = mapPolicies(policies, (policy) =>
      deciding.has(policy.type)
        ? withStatements(
            policy,
            policy.document.statements.filter((one) =>
              statements.some(({ trace }) => trace.policy === policy && trace.statement === one.index),
            ),
          )
        : policy,
    );
    expect(decide(kept, request)?.decision).toBe(decision);
  });
});
