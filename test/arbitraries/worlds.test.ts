/** The random worlds are spread over all decisions and keep to the grammar of the policy types. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PolicyEntry, SimulationDocument, StatementJson } from '../differential/documents.ts';
import { referenceAnswer } from '../differential/reference-evaluator.ts';
import { listOf } from '../differential/reference-matching.ts';
import { worldFromSeed, worlds } from './worlds.ts';

const COUNT = 20_000;
const DECISIONS = ['allowed', 'implicitDeny', 'explicitDeny'];
const LAYERS = ['rcp', 'scp', 'vpce', 'resource', 'trust', 'identity', 'boundary', 'session'];
const GRANTS = ['identity', 'resource', 'trust', 'identity+resource', 'identity+trust', 'root', 'none-required'];
const OUTCOMES = [
  ...GRANTS.map((by) => `allowed by ${by}`),
  ...LAYERS.map((by) => `explicitDeny by ${by}`),
  ...[...LAYERS, 'service-rule'].map((by) => `implicitDeny by ${by}`),
];

describe.each([{ wild: false }, { wild: true }])('worlds from seeds, $wild', (options) => {
  it('reach every decision for every reason', () => {
    const counts = new Map<string, number>();
    const count = (what: string) => counts.set(what, (counts.get(what) ?? 0) + 1);
    const start = performance.now();
    for (let seed = 0; seed < COUNT; seed++) {
      const answer = referenceAnswer(worldFromSeed(seed, options));
      count(answer.decision);
      count(`${answer.decision} by ${answer.decidedBy}`);
      if (answer.failedCheck !== undefined) count(`failed check ${answer.failedCheck}`);
    }
    const rate = Math.round(COUNT / ((performance.now() - start) / 1000));
    const share = (what: string) => (100 * (counts.get(what) ?? 0)) / COUNT;
    const rows = [...counts.keys()].sort().map((what) => `${share(what).toFixed(2).padStart(6)} %  ${what}`);
    console.log([`${options.wild ? 'wild' : 'well-formed'} worlds, ${rate} a second`, ...rows].join('\n'));
    for (const decision of DECISIONS) expect(share(decision), decision).toBeGreaterThan(15);
    for (const outcome of OUTCOMES) expect(share(outcome), outcome).toBeGreaterThan(0.3);
    for (const check of [0, 1]) expect(share(`failed check ${check}`)).toBeGreaterThan(0.3);
  });
});

it('the same seed gives the same world', () => {
  expect(worldFromSeed(7)).toEqual(worldFromSeed(7));
  expect(worldFromSeed(7)).not.toEqual(worldFromSeed(8));
});

it('worlds of fast-check keep the grammar and have an answer', () => {
  fc.assert(
    fc.property(worlds(), (world) => {
      expect(grammarFaults(world)).toEqual([]);
      expect(DECISIONS).toContain(referenceAnswer(world).decision);
    }),
    { numRuns: 1000 },
  );
  fc.assert(
    fc.property(worlds({ wild: true }), (world) => DECISIONS.includes(referenceAnswer(world).decision)),
    { numRuns: 1000 },
  );
});

it('well-formed worlds keep the grammar of their policy types', () => {
  for (let seed = 0; seed < COUNT; seed++) {
    const world = worldFromSeed(seed);
    expect(grammarFaults(world), JSON.stringify(world)).toEqual([]);
  }
});

/** What section A forbids in the policies of this world. */
function grammarFaults({ policies }: SimulationDocument): string[] {
  return Object.entries(policies).flatMap(([member, value]): string[] => {
    const nodes = member.toLowerCase().endsWith('scps') || member.toLowerCase().endsWith('rcps');
    const entries: PolicyEntry[] = nodes ? listOf(value).flatMap((node) => listOf(node.policies)) : [...listOf(value)];
    return entries.flatMap((entry) => policyFaults(entry, member.toLowerCase().replace(/^.*(scps|rcps)$/, '$1')));
  });
}

function policyFaults(entry: PolicyEntry, type: string): string[] {
  const policy = 'document' in entry ? entry.document : entry;
  const statements = listOf<StatementJson>(policy.Statement);
  const sids = statements.flatMap((statement) => statement.Sid ?? []);
  const faults = statements.flatMap((statement) => statementFaults(statement, type));
  if (statements.length === 0) faults.push('A5: no statement');
  if (new Set(sids).size < sids.length) faults.push('A13: a Sid twice');
  if (![undefined, '2012-10-17', '2008-10-17'].includes(policy.Version)) faults.push('A2: version');
  if (policy.Id !== undefined && type !== 'resource') faults.push('A4: Id');
  if (/[^\t\n\r\u0020-\u00ff]/u.test(JSON.stringify(policy))) faults.push('A8: character');
  return faults.map((fault) => `${type}: ${fault}`);
}

function statementFaults(statement: StatementJson, type: string): string[] {
  const faults: string[] = [];
  const check = (holds: boolean, fault: string) => {
    if (!holds) faults.push(fault);
  };
  const one = (left: unknown, right: unknown) => (left === undefined) !== (right === undefined);
  const { Action, NotAction, Resource, NotResource, Principal, NotPrincipal } = statement;
  const withPrincipal = ['resource', 'trust', 'vpce', 'rcps'].includes(type);
  check(['Allow', 'Deny'].includes(statement.Effect), 'A11: effect');
  check(one(Action, NotAction), 'A10: action');
  check(
    type === 'trust' ? Resource === undefined && NotResource === undefined : one(Resource, NotResource),
    'A10: resource',
  );
  check(
    withPrincipal ? one(Principal, NotPrincipal) : Principal === undefined && NotPrincipal === undefined,
    'A30: principal',
  );
  check(NotPrincipal === undefined || (statement.Effect === 'Deny' && type !== 'trust'), 'A22: NotPrincipal');
  for (const action of listOf(Action ?? NotAction)) check(/^(\*|[\w-]+:[\w*?]+)$/.test(action), `A14: ${action}`);
  for (const resource of listOf(Resource ?? NotResource)) check(resourceShape(resource, type), `A15: ${resource}`);
  for (const element of [Principal, NotPrincipal]) {
    if (typeof element === 'string') check(element === '*', 'A18: principal');
    for (const [kind, values] of typeof element === 'object' ? Object.entries(element) : []) {
      check(kind !== 'Federated' || type === 'trust', 'A19: Federated');
      for (const value of listOf(values)) check(value === '*' ? kind === 'AWS' : !/[*?]/.test(value), `A20: ${value}`);
    }
  }
  for (const keys of Object.values(statement.Condition ?? {})) {
    const names = Object.keys(keys).map((key) => key.toLowerCase());
    check(new Set(names).size === names.length, 'A7: key twice');
  }
  if (type === 'rcps') check(Principal === '*' && NotAction === undefined, 'A41');
  if (type === 'rcps')
    check(statement.Effect === 'Deny' ? !listOf(Action).includes('*') : Action === '*', 'A41: action');
  return faults;
}

/** A15, B14: `*` or an ARN; short ARNs only where they are completed, variables only after the fifth colon. */
function resourceShape(resource: string, type: string): boolean {
  const parts = resource.split(':');
  const early = parts.slice(0, 5).join(':').includes('$');
  const short = parts.length < 6 && !['identity', 'boundary', 'scps', 'rcps'].includes(type);
  return resource === '*' || (parts[0] === 'arn' && /^aws(-cn)?$/.test(parts[1] ?? '') && !early && !short);
}
