/** The prover against the evaluator: what is proved is attacked, what is found was decided so. */
import { describe, expect, it } from 'vitest';
import { openCatalog } from '../../src/catalog/index.ts';
import { decide } from '../../src/evaluate/index.ts';
import { catalogFiles } from '../../src/host/catalog-files.ts';
import type { PoliciesInPlay, Policy, Request } from '../../src/language/index.ts';
import { nodeOfValue } from '../../src/parse/index.ts';
import { type Asked, findRequest } from '../../src/prove/index.ts';
import { readSimulation } from '../../src/simulation/index.ts';
import { chance, pick, seededRandom } from '../arbitraries/random.ts';
import { worldFromSeed } from '../arbitraries/worlds.ts';
import { mapPolicies, withStatements } from '../helpers/world.ts';

const catalog = openCatalog(catalogFiles());
/** Some 300 attacks each. */
const WORLDS = Number(process.env.WORLDS ?? 3500);

interface World {
  readonly policies: PoliciesInPlay;
  readonly request: Request;
}

function worldOf(seed: number): World | undefined {
  const { node } = nodeOfValue(worldFromSeed(seed));
  const simulation = node && readSimulation(node, undefined, () => ({})).simulation;
  const request = simulation?.requests[0];
  return simulation && request ? { policies: simulation.policies, request } : undefined;
}

/** The same policies without one statement. */
function poorer(policies: PoliciesInPlay, seed: number): PoliciesInPlay {
  const all: Policy[] = [];
  mapPolicies(policies, (policy) => {
    all.push(policy);
    return policy;
  });
  const victim = all[seed % Math.max(1, all.length)];
  return mapPolicies(policies, (policy) => {
    if (policy !== victim) return policy;
    const { statements } = policy.document;
    return withStatements(
      policy,
      statements.filter((_, index) => index !== seed % Math.max(1, statements.length)),
    );
  });
}

/** Requests in the neighbourhood of a world: its caller and action, resources and keys that its policies speak of. */
function* attacks({ policies, request }: World, seed: number): Generator<Request> {
  const random = seededRandom(seed * 7919 + 1);
  const values: string[] = [];
  const keys = new Map<string, string[]>();
  mapPolicies(policies, (policy) => {
    for (const { resource, conditions } of policy.document.statements) {
      for (const { value } of resource?.values ?? []) values.push(value);
      for (const entry of conditions)
        keys.set(entry.key, [...(keys.get(entry.key) ?? []), ...entry.values.map(({ value }) => value)]);
    }
    return policy;
  });
  for (let i = 0; i < 400; i++) {
    const context: Record<string, string | string[]> = {};
    for (const [key, own] of keys) {
      const kind = random.below(5);
      if (catalog.conditionKey(key)?.type === 'Bool') {
        if (kind > 0) context[key] = pick(random, ['true', 'false']);
        continue;
      }
      const value =
        own.length > 0 ? pick(random, own).replace(/\*|\$\{[^}]*\}/g, pick(random, ['', 'x', 'alice'])) : 'x';
      if (kind === 1) context[key] = value;
      if (kind === 2) context[key] = 'other';
      if (kind === 3 && key.toLowerCase().includes('tagkeys')) context[key] = [value, 'other'];
      if (kind === 4) context[key] = pick(random, ['true', 'false', '10', '203.0.113.9', '2026-01-01T00:00:00Z']);
    }
    const pattern = values.length > 0 ? pick(random, values) : '*';
    const arn = pattern.replace(/\*|\$\{[^}]*\}/g, pick(random, ['', 'x', 'a/b', 'alice'])).replace(/\?/g, 'q');
    yield { ...request, resource: chance(random, 30) ? request.resource : arn, context };
  }
}

describe('on generated worlds', () => {
  const counts = { proved: 0, counterexample: 0, unknown: 0 };
  let attacked = 0;

  it('a proof withstands an attack, and a counterexample was decided as it says', () => {
    for (let seed = 1; seed <= WORLDS; seed++) {
      const world = worldOf(seed);
      if (!world || !catalog.action(world.request.action)) continue;
      const { policies, request } = world;
      const { principal, action, resourceAccount, resourceAccountIsManagement } = request;
      const changed = poorer(policies, seed);
      const requests = seed % 2 === 0 ? 'any' : 'possible';
      const asked: Asked = {
        principal,
        actions: [action],
        requests,
        ...(resourceAccount === undefined ? {} : { resourceAccount }),
        ...(resourceAccountIsManagement ? { resourceAccountIsManagement } : {}),
      };
      for (const [allowedBy, notAllowedBy] of [
        [policies, changed],
        [changed, policies],
      ] as const) {
        const result = findRequest({ allowedBy, notAllowedBy, asked, catalog });
        counts[result.kind] += 1;
        if (result.kind !== 'proved') continue;
        for (const attack of attacks(world, seed)) {
          if (requests === 'possible' ? !isPossible(attack) : !isAny(attack)) continue;
          attacked += 1;
          const [mine, theirs] = [decide(allowedBy, attack)?.decision, decide(notAllowedBy, attack)?.decision];
          if (mine === 'allowed') expect(theirs, `world ${seed} ${JSON.stringify(attack)}`).toBe('allowed');
        }
      }
    }
    expect(counts.proved).toBeGreaterThan(WORLDS / 4);
    expect(counts.counterexample).toBeGreaterThan(WORLDS / 40);
    expect(counts.unknown).toBeLessThan(WORLDS / 20);
    expect(attacked).toBeGreaterThan(WORLDS * 250);
  });
});

/** Any ARN of the caller's partition, or none. */
function isAny({ resource, principal }: Request): boolean {
  const [, partition = 'aws'] = principal.arn?.split(':') ?? [];
  const [arn, own, service = '', , , ...rest] = resource.split(':');
  return resource === '*' || (arn === 'arn' && own === partition && service !== '' && rest.join(':') !== '');
}

/** The question is about resources that the action takes, in the form that the catalog gives them. */
function isPossible({ action, resource, principal, resourceAccount }: Request): boolean {
  const types = catalog.action(action)?.resources ?? [];
  if (types.length === 0) return resource === '*';
  const partition = principal.arn?.split(':')[1] ?? 'aws';
  const account = resourceAccount ?? principal.account ?? '[^:]+';
  return types.some(({ type }) => {
    if (type.arn.endsWith(':::${BucketName}') && resource.includes('/')) return false;
    const form = type.arn.replaceAll('${Partition}', partition).replaceAll('${Account}', account);
    const parts = form.split(':');
    const texts = [...parts.slice(0, 5), parts.slice(5).join(':')].map((part, index) =>
      part
        .replace(/[.+^()|[\]\\]/g, '\\$&')
        .replace(/\$\{[^}]*\}/g, index < 5 ? '[^:]+' : '.+')
        .replace(/\*/g, '.*'),
    );
    return new RegExp(`^${texts.join(':')}$`, 's').test(resource);
  });
}
