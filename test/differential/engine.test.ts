/** The engine, from the parser on, against the reference evaluator, and its fast path against itself, on generated worlds. */
import { expect, it } from 'vitest';
import { decide, evaluate } from '../../src/evaluate/index.ts';
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

it(`decide and evaluate agree on ${WORLDS / 5} worlds`, { timeout: 3_600_000 }, () => {
  for (let seed = FIRST; seed < FIRST + WORLDS / 5; seed++) {
    const world = worldFromSeed(seed, { wild: seed % 2 === 0 });
    const { node } = nodeOfValue(world);
    const simulation = node && readSimulation(node, undefined, () => ({})).simulation;
    for (const request of simulation?.requests ?? []) {
      const { decision, decidedBy, missing } = evaluate(simulation?.policies ?? {}, request);
      const decided = decide(simulation?.policies ?? {}, request);
      expect({ seed, decision: decided?.decision, decidedBy: decided?.decidedBy, missing: decided?.missing }).toEqual({
        seed,
        decision,
        decidedBy,
        missing,
      });
    }
  }
});
