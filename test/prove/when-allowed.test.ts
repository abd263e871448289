/** The exact condition of a stack against the evaluator: on every request, one says what the other does. */
import { describe, expect, it } from 'vitest';
import { openCatalog } from '../../src/catalog/index.ts';
import { decide } from '../../src/evaluate/index.ts';
import { catalogFiles } from '../../src/host/catalog-files.ts';
import {
  type PoliciesInPlay,
  type Policy,
  policiesIn,
  type Request,
  type Statement,
} from '../../src/language/index.ts';
import { nodeOfValue } from '../../src/parse/index.ts';
import { type Demand, whenAllowed } from '../../src/prove/index.ts';
import { readSimulation } from '../../src/simulation/index.ts';
import { pick, seededRandom } from '../arbitraries/random.ts';
import { worldFromSeed } from '../arbitraries/worlds.ts';
import { request, statement } from '../helpers/policies.ts';
import { mapPolicies } from '../helpers/world.ts';

const catalog = openCatalog(catalogFiles());
const WORLDS = Number(process.env.WORLDS ?? 1500);

const ANYTHING = { not: false, values: [{ value: '*' }] };

/** Does the demand hold of the request? Asked of the evaluator, by a policy that asks for nothing else. */
function holds(demand: Demand, { context, resource }: Request): boolean {
  const base = { index: 0, effect: 'Allow', action: ANYTHING, resource: ANYTHING, conditions: [] } as const;
  const values = demand.kind === 'condition' ? [] : demand.patterns.map((value) => ({ value }));
  const isOf = (statements: readonly Statement[]): Policy => ({
    name: 'demand',
    type: 'identity',
    document: { version: '2012-10-17', statements },
  });
  const not = demand.kind === 'not-resource';
  const speaking: Statement =
    demand.kind === 'condition' ? { ...base, conditions: [demand.entry] } : { ...base, resource: { not, values } };
  const isDeny = demand.kind === 'not-resource' && demand.effect === 'Deny';
  const policy = isDeny ? isOf([base, { ...speaking, index: 1, effect: 'Deny' }]) : isOf([speaking]);
  const [, partition = 'aws'] = demand.kind === 'condition' ? [] : resource.split(':');
  const asked = request({
    principal: { type: 'user', arn: `arn:${partition}:iam::111122223333:user/alice`, account: '111122223333' },
    context,
    ...(demand.kind === 'condition' ? {} : { resource }),
  });
  const applies = (decide({ identity: [policy] }, asked)?.decision === 'allowed') !== isDeny;
  return applies === demand.holds;
}

function* neighbours(policies: PoliciesInPlay, base: Request, seed: number): Generator<Request> {
  const random = seededRandom(seed * 31 + 7);
  const keys = new Map<string, string[]>();
  mapPolicies(policies, (policy) => {
    for (const { conditions } of policy.document.statements)
      for (const { key, values } of conditions)
        keys.set(key.toLowerCase(), [...(keys.get(key.toLowerCase()) ?? []), ...values.map(({ value }) => value)]);
    return policy;
  });
  for (let i = 0; i < 60; i++) {
    const context: Record<string, string | string[]> = {};
    for (const [key, own] of keys) {
      // Who holds a token is part of the question (F30).
      if (key === 'aws:tokenissuetime') continue;
      if (catalog.conditionKey(key)?.type === 'Bool') {
        const value = pick(random, ['true', 'false', '']);
        if (value !== '') context[key] = value;
        continue;
      }
      const value = pick(random, own.length > 0 ? own : ['x']).replace(
        /\*|\$\{[^}]*\}/g,
        pick(random, ['', 'alice', 'x']),
      );
      const kind = random.below(4);
      if (kind === 1) context[key] = value;
      if (kind === 2) context[key] = pick(random, ['other', '10', '203.0.113.9', '2026-01-01T00:00:00Z']);
      if (kind === 3 && key.includes('tagkeys')) context[key] = [value, 'other'];
    }
    yield { ...base, context };
  }
}

describe('the condition under which a stack allows', () => {
  it('holds of a request if and only if the request is allowed', () => {
    const counts = { always: 0, never: 0, when: 0, unknown: 0 };
    for (let seed = 1; seed <= WORLDS; seed++) {
      const { node } = nodeOfValue(worldFromSeed(seed));
      const simulation = node && readSimulation(node, undefined, () => ({})).simulation;
      const base = simulation?.requests[0];
      if (!simulation || !base || (base.resource !== '*' && !base.resource.startsWith('arn:'))) continue;
      const { policies } = simulation;
      // In documents of the first version variables are text (V1), which a demand does not tell.
      if (policiesIn(policies).some(({ document }) => document.version !== '2012-10-17')) continue;
      const { principal, action, resource, resourceAccount, resourceAccountIsManagement } = base;
      const asked = {
        principal,
        ...(resourceAccount === undefined ? {} : { resourceAccount }),
        ...(resourceAccountIsManagement ? { resourceAccountIsManagement } : {}),
      };
      const found = whenAllowed({ policies, asked, action, resource, catalog });
      counts[found.kind] += 1;
      if (found.kind === 'unknown') continue;
      const cases = found.kind === 'when' ? found.cases : [];
      for (const { witness } of cases) expect(decide(policies, witness)?.decision).toBe('allowed');
      for (const one of neighbours(policies, base, seed)) {
        const isAllowed = decide(policies, one)?.decision === 'allowed';
        const said =
          found.kind === 'always' || cases.some(({ demands }) => demands.every((demand) => holds(demand, one)));
        expect(said, `world ${seed}: ${JSON.stringify(one.context)}`).toBe(isAllowed);
      }
    }
    expect(counts.when).toBeGreaterThan(WORLDS / 50);
    expect(counts.unknown).toBeLessThan(WORLDS / 20);
  });

  it('is as short as that can be', () => {
    const policies: PoliciesInPlay = {
      identity: [
        statement('identity', {
          Effect: 'Allow',
          Action: 's3:*',
          Resource: '*',
          Condition: { IpAddress: { 'aws:SourceIp': '10.0.0.0/8' }, Bool: { 'aws:SecureTransport': 'true' } },
        }),
        statement('identity', {
          Effect: 'Allow',
          Action: 's3:*',
          Resource: '*',
          Condition: { Bool: { 'aws:SecureTransport': 'true' } },
        }),
        statement('identity', {
          Effect: 'Deny',
          Action: 's3:*',
          Resource: '*',
          Condition: { Bool: { 'aws:SecureTransport': 'false' } },
        }),
      ],
    };
    const { principal, resource } = request();
    const found = whenAllowed({ policies, asked: { principal }, action: 's3:GetObject', resource, catalog });
    expect(found).toMatchObject({
      kind: 'when',
      cases: [{ demands: [{ holds: true, entry: { operator: 'Bool', key: 'aws:SecureTransport' } }] }],
    });
  });
});
