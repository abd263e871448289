/** Law: with parts known only at deploy time, a decision is the one that every way they can come out has, or it is unknown. */
import { expect, it } from 'vitest';
import { decide, evaluate } from '../../src/evaluate/index.ts';
import { allOf, anyOf } from '../../src/language/index.ts';
import { nodeOfValue } from '../../src/parse/index.ts';
import { readSimulation } from '../../src/simulation/index.ts';
import { withOpenValues } from '../arbitraries/open-values.ts';
import { seededRandom } from '../arbitraries/random.ts';
import { worldFromSeed } from '../arbitraries/worlds.ts';
import { decisionOf } from '../helpers/world.ts';

/** `WORLDS=200000 npx vitest run test/laws/what` runs more. */
const WORLDS = Number(process.env.WORLDS ?? 4000);

it(`the original values are one way to come out, on ${WORLDS} worlds`, { timeout: 3_600_000 }, () => {
  const seen = { certain: 0, unknown: 0 };
  for (let seed = 0; seed < WORLDS; seed++) {
    const { node } = nodeOfValue(worldFromSeed(seed, { wild: seed % 3 === 0 }));
    const simulation = node && readSimulation(node, undefined, () => ({})).simulation;
    if (!simulation) continue;
    const policies = withOpenValues(simulation.policies, seededRandom(seed), 5 + (seed % 40));
    for (const request of simulation.requests) {
      const decision = decisionOf({ policies, request });
      seen[decision === 'unknown' ? 'unknown' : 'certain'] += 1;
      if (decision === 'unknown') continue;
      const original = decisionOf({ policies: simulation.policies, request });
      // Denied whatever comes out, though perhaps explicitly.
      if (decision === 'implicitDeny' && original === 'explicitDeny') continue;
      expect({ seed, decision }).toEqual({ seed, decision: original });
    }
  }
  // Both happen, or nothing was shown.
  expect(Math.min(seen.certain, seen.unknown)).toBeGreaterThan(WORLDS / 20);
});

it('the trace comes to what the decision came to, and names what an unknown one depends on', () => {
  for (let seed = 0; seed < WORLDS / 4; seed++) {
    const { node } = nodeOfValue(worldFromSeed(seed));
    const simulation = node && readSimulation(node, undefined, () => ({})).simulation;
    if (!simulation) continue;
    const policies = withOpenValues(simulation.policies, seededRandom(seed));
    for (const request of simulation.requests) {
      const result = evaluate(policies, request);
      expect({ seed, decision: result.decision }).toEqual({
        seed,
        decision: decide(policies, request)?.decision ?? 'unknown',
      });
      if (result.decision === 'unknown')
        expect({ seed, names: result.unknownKeys.length > 0 }).toEqual({ seed, names: true });
      for (const { layer, state, allows, denies, nodes } of result.layers) {
        if (state !== 'in-play') continue;
        const applying = (effect: string) =>
          nodes.map((one) =>
            anyOf(one.statements.filter((trace) => trace.effect === effect).map((trace) => trace.applies)),
          );
        const traced = { allows: allOf(applying('Allow')), denies: anyOf(applying('Deny')) };
        expect({ seed, layer, ...traced }).toEqual({ seed, layer, allows, denies });
      }
    }
  }
});
