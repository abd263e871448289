/** A matrix against `decide`, pair by pair, with callers and resources taken from generated worlds. */
import { expect, it } from 'vitest';
import { decide } from '../../src/evaluate/index.ts';
import { DEFAULT_SETTINGS, type PoliciesInPlay, type Request } from '../../src/language/index.ts';
import {
  type MatrixCaller,
  type MatrixQuestion,
  type MatrixResource,
  openMatrix,
  pairPolicies,
  pairRequest,
} from '../../src/matrix/index.ts';
import { nodeOfValue } from '../../src/parse/index.ts';
import { readSimulation } from '../../src/simulation/index.ts';
import { withOpenValues } from '../arbitraries/open-values.ts';
import { seededRandom } from '../arbitraries/random.ts';
import { worldFromSeed } from '../arbitraries/worlds.ts';

/** `MATRICES=20000 npx vitest run test/matrix` runs more. */
const MATRICES = Number(process.env.MATRICES ?? 400);
const SIDE = 12;

interface World {
  readonly policies: PoliciesInPlay;
  readonly request: Request;
}

function worldsFrom(seed: number): World[] {
  const { node } = nodeOfValue(worldFromSeed(seed, { wild: seed % 3 === 0 }));
  const simulation = node && readSimulation(node, undefined, () => ({})).simulation;
  if (!simulation) return [];
  // Every other matrix has values that are known only at deploy time.
  const policies = seed % 2 === 0 ? withOpenValues(simulation.policies, seededRandom(seed)) : simulation.policies;
  return simulation.requests.map((request) => ({ request, policies }));
}

function callerOf({ request, policies }: World): MatrixCaller {
  const { identity, boundary, session, scps } = policies;
  return {
    principal: request.principal,
    context: request.context,
    policies: {
      ...(identity && { identity }),
      ...(boundary && { boundary }),
      ...(session && { session }),
      ...(scps && { scps }),
    },
  };
}

function resourceOf({ request, policies }: World, position: number): MatrixResource {
  const { resource, trust, rcps, vpce } = policies;
  const { principal: _, action: __, unknown: ___, context, ...target } = request;
  const entries = Object.entries(context).filter((_entry, index) => (index + position) % 3 === 0);
  return {
    ...target,
    context: Object.fromEntries(entries),
    policies: { ...(resource && { resource }), ...(trust && { trust }), ...(rcps && { rcps }), ...(vpce && { vpce }) },
  };
}

const OPEN: readonly (readonly string[])[] = [[], ['aws:SourceIp', 'aws:SourceVpce'], ['aws:PrincipalTag/*'], ['*']];

it(`a matrix decides every pair as decide does, on ${MATRICES} matrices`, { timeout: 3_600_000 }, () => {
  let allowed = 0;
  let open = 0;
  for (let round = 0; round < MATRICES; round++) {
    const worlds = Array.from({ length: SIDE }, (_, index) => worldsFrom(round * SIDE + index)).flat();
    const [first] = worlds;
    if (!first) continue;
    const question: MatrixQuestion = {
      action: first.request.action,
      unknown: OPEN[round % OPEN.length] ?? [],
      settings: DEFAULT_SETTINGS,
    };
    const callers = worlds.map(callerOf);
    // More than one word of bits, the same ARN more than once.
    const resources = [...worlds, ...worlds, ...worlds].map(resourceOf);
    const matrix = openMatrix(question, resources);
    for (const caller of callers) {
      const row = matrix.decide(caller);
      resources.forEach((resource, position) => {
        const { action, unknown } = question;
        const base = { principal: caller.principal, action, resource: '*', context: caller.context, unknown };
        const expected = decide(pairPolicies(caller, resource), pairRequest(base, resource));
        const found = matrix.outcomes[row[position] ?? 0];
        if (found !== expected) expect({ round, position, caller, resource, found }).toEqual({ expected });
        if (expected === undefined) open++;
        if (expected?.decision === 'allowed') allowed++;
      });
    }
  }
  // Worlds of which all pairs are denied would show nothing.
  expect({ allowed: allowed > MATRICES, open: open > MATRICES }).toEqual({ allowed: true, open: true });
});
