/** The prover against z3, which reads the same policies as raw JSON. */
import { describe, expect, it } from 'vitest';
import { openCatalog } from '../../../src/catalog/index.ts';
import { catalogFiles } from '../../../src/host/catalog-files.ts';
import { ANY_USER, findRequest } from '../../../src/prove/index.ts';
import { policy } from '../../helpers/policies.ts';
import type { PolicyJson } from '../documents.ts';
import { formulaOf } from './formula.ts';
import { type Pair, pairOf } from './pairs.ts';
import { solve, type Z3Answer, z3Version } from './solve.ts';

const catalog = openCatalog(catalogFiles());
const PAIRS = Number(process.env.PAIRS ?? 200);
const FIRST = Number(process.env.FIRST_SEED ?? 1);
const version = await z3Version();
if (version === undefined) console.warn('no z3 on this machine: the prover is not compared with it');

const EXPECTED: Readonly<Record<string, Z3Answer>> = { proved: 'unsat', counterexample: 'sat' };

function groundOf({ action }: Pair) {
  const templates = catalog.action(action)?.resources.map(({ type }) => type.arn);
  if (!templates) throw new Error(`no action ${action}`);
  return { action, templates, account: '111122223333', multivalued: ['aws:TagKeys'] };
}

function proverAnswer(action: string, first: PolicyJson, second: PolicyJson) {
  const [allowedBy, notAllowedBy] = [first, second].map((one) => ({ identity: [policy('identity', one)] }));
  if (!allowedBy || !notAllowedBy) throw new Error('two policies are asked about');
  return findRequest({ allowedBy, notAllowedBy, asked: { principal: ANY_USER, actions: [action] }, catalog });
}

describe.skipIf(version === undefined)('on generated pairs of policies', () => {
  it('the prover and z3 never contradict each other, and both mostly know', { timeout: 3_600_000 }, async () => {
    const counts = { proved: 0, counterexample: 0, unknown: 0, z3Unknown: 0, compared: 0 };
    const contradictions: string[] = [];
    const open: string[] = [];
    const questions = Array.from({ length: PAIRS }, (_, index) => FIRST + index).flatMap((seed) => {
      const pair = pairOf(seed);
      const ground = groundOf(pair);
      return [
        { seed, ground, sides: [pair.first, pair.second] as const },
        { seed, ground, sides: [pair.second, pair.first] as const },
      ];
    });
    const worker = async () => {
      for (let next = questions.pop(); next; next = questions.pop()) {
        const { seed, ground, sides } = next;
        const answered = solve(formulaOf(...sides, ground));
        const found = proverAnswer(ground.action, ...sides);
        counts[found.kind] += 1;
        const answer = await answered;
        if (answer === 'unknown') counts.z3Unknown += 1;
        if (found.kind === 'unknown') open.push(`${seed}: ${found.why}`);
        if (answer === 'unknown' || found.kind === 'unknown') continue;
        counts.compared += 1;
        if (answer !== EXPECTED[found.kind])
          contradictions.push(
            `seed ${seed}: ${found.kind}, z3 ${answer}: ${JSON.stringify([ground.action, ...sides, found])}`,
          );
      }
    };
    await Promise.all([worker(), worker()]);
    console.log(`${version}: ${JSON.stringify(counts)}`);
    if (process.env.SHOW_OPEN) console.log(open.join('\n'));
    expect(contradictions).toEqual([]);
    expect(counts.compared).toBeGreaterThanOrEqual(0.8 * 2 * PAIRS);
    expect(Math.min(counts.proved, counts.counterexample)).toBeGreaterThan(0.2 * PAIRS);
  });
});
