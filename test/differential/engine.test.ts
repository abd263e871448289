/** The engine, from the parser on, against the reference evaluator, and its index against its trace, on generated worlds. */
import { expect, it } from 'vitest';
import { decide, evaluate } from '../../src/evaluate/index.ts';
import { allOf, anyOf, type Effect, type LayerTrace } from '../../src/language/index.ts';
import { nodeOfValue } from '../../src/parse/index.ts';
import { readSimulation } from '../../src/simulation/index.ts';
import { worldFromSeed } from '../arbitraries/worlds.ts';
import { answerOf } from '../helpers/simulate.ts';
import { compareOne, minimize } from './compare.ts';
import type { AnswerJson, SimulationDocument } from './documents.ts';

/** `WORLDS=2000000 npx vitest run test/differential` runs more. */
const WORLDS = Number(process.env.WORLDS ?? 100_000);
/** Another first seed sees other worlds. */
const FIRST = Number(process.env.FIRST_WORLD ?? 0);

const difference = (world: SimulationDocument) => compareOne(world, answerOf(world) as AnswerJson);

it(`the engine and the reference evaluator agree on ${WORLDS} worlds`, { timeout: 3_600_000 }, () => {
  for (let seed = FIRST; seed < FIRST + WORLDS; seed++) {
    const world = worldFromSeed(seed);
    if (difference(world) === undefined) continue;
    // An error is no smaller form of another difference.
    const differs = (candidate: SimulationDocument) => !(difference(candidate) ?? 'error').includes('error');
    const smallest = differs(world) ? minimize(world, differs) : world;
    expect.fail(`seed ${seed}: ${difference(smallest)}`);
  }
});

it(`the trace and the decision agree on ${WORLDS / 2} worlds`, { timeout: 3_600_000 }, () => {
  for (let seed = FIRST; seed < FIRST + WORLDS / 2; seed++) {
    const world = worldFromSeed(seed, { wild: seed % 2 === 0 });
    const { node } = nodeOfValue(world);
    const simulation = node && readSimulation(node, undefined, () => ({})).simulation;
    for (const request of simulation?.requests ?? []) {
      const result = evaluate(simulation?.policies ?? {}, request);
      const { decision, decidedBy, missing } = decide(simulation?.policies ?? {}, request) ?? {};
      expect({ seed, decision, decidedBy, missing }).toEqual({
        seed,
        decision: result.decision,
        decidedBy: result.decidedBy,
        missing: result.missing,
      });
      for (const layer of result.layers) expectTraceOf(layer, seed);
    }
  }
});

/** The index said what the layer comes to; its statements, traced one by one, say the same. */
function expectTraceOf({ layer, state, allows, denies, nodes }: LayerTrace, seed: number): void {
  if (state !== 'in-play') return;
  const applying = (effect: Effect) =>
    nodes.map((node) => anyOf(node.statements.filter((one) => one.effect === effect).map((one) => one.applies)));
  const traced = { seed, layer, allows: allOf(applying('Allow')), denies: anyOf(applying('Deny')) };
  expect(traced).toEqual({ seed, layer, allows, denies });
}
