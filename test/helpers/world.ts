/** Generated worlds as the evaluator sees them. */
import fc from 'fast-check';
import { decide } from '../../src/evaluate/index.ts';
import type { Decision, PoliciesInPlay, Policy, Request, Statement } from '../../src/language/index.ts';
import { nodeOfValue } from '../../src/parse/index.ts';
import { readSimulation } from '../../src/simulation/index.ts';
import { worlds } from '../arbitraries/worlds.ts';

export interface World {
  readonly policies: PoliciesInPlay;
  readonly request: Request;
}

/** Holds a law on generated worlds, one pair of a call at a time; the law's own side condition may pass over some. */
export function holdsInEveryWorld(law: (world: World) => void, numRuns = 4000): void {
  fc.assert(
    fc.property(worlds(), (document) => {
      const { node } = nodeOfValue(document);
      const simulation = node && readSimulation(node, undefined, () => ({})).simulation;
      for (const request of simulation?.requests ?? []) law({ policies: simulation?.policies ?? {}, request });
    }),
    { numRuns },
  );
}

export function decisionOf({ policies, request }: World): Decision | 'unknown' {
  return decide(policies, request)?.decision ?? 'unknown';
}

/** The same policies with every document changed. */
export function mapPolicies(policies: PoliciesInPlay, change: (policy: Policy) => Policy): PoliciesInPlay {
  const nodes = (list: PoliciesInPlay['scps']) =>
    list?.map((node) => ({ ...node, policies: node.policies.map(change) }));
  const mapped = {
    identity: policies.identity?.map(change),
    boundary: policies.boundary?.map(change),
    session: policies.session?.map(change),
    vpce: policies.vpce?.map(change),
    resource: policies.resource && change(policies.resource),
    trust: policies.trust && change(policies.trust),
    scps: nodes(policies.scps),
    rcps: nodes(policies.rcps),
  };
  return Object.fromEntries(Object.entries(mapped).filter(([, value]) => value !== undefined));
}

export function withStatements(policy: Policy, statements: readonly Statement[]): Policy {
  return { ...policy, document: { ...policy.document, statements } };
}
