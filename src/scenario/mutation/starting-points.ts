/** Where the search for a difference starts: who could ask, and from where. */
import { ANONYMOUS_CALLER, type Caller, callersOf, serviceCaller } from '../../environment/index.ts';
import type { Request } from '../../language/index.ts';
import type { ScenarioCase, ScenarioPrincipal } from '../scenario.ts';
import { scenarioPrincipal } from '../scenario-principal.ts';
import type { Survivor } from './survivor.ts';

export interface StartingPoint {
  /** Its checks do not count. */
  readonly base: ScenarioCase;
  readonly caller: Caller;
  /** What was asked here; missing where nobody asked yet. */
  readonly asked?: Request;
}

/** Questions of the scenarios that are tried before others who could ask them; a policy of an organization has hundreds. */
const FIRST = 12;

/** Questions of the scenarios, and others who could ask them. */
export function* startingPoints({ mutant, situations, worlds }: Survivor): Generator<StartingPoint> {
  const starts = new Map<string, StartingPoint>();
  for (const { case: base, caller, request } of situations) {
    const key = JSON.stringify([
      caller.label,
      caller.principal,
      base.hops.length,
      base.from,
      base.context,
      request.resource,
    ]);
    if (!starts.has(key)) starts.set(key, { base, caller, asked: request });
  }
  const asked = [...starts.values()];
  yield* asked.slice(0, FIRST);
  const services = mutant.policy.document.statements.flatMap(({ principal }) =>
    (principal?.entries ?? []).flatMap(({ kind, value }) => (kind === 'Service' ? [value] : [])),
  );
  const surroundings = new Map<string, StartingPoint>();
  for (const start of asked) {
    const key = JSON.stringify([start.base.environment.source.name, start.base.from, start.asked?.resource]);
    if (!surroundings.has(key)) surroundings.set(key, start);
  }
  for (const start of [...surroundings.values(), ...worlds.map((base) => ({ base, asked: undefined }))]) {
    for (const principal of principalsOf(start.base, services)) {
      yield {
        base: { ...start.base, principal, hops: [] },
        caller: principal.caller,
        ...(start.asked ? { asked: start.asked } : {}),
      };
    }
  }
  yield* asked.slice(FIRST);
}

function principalsOf({ environment }: ScenarioCase, services: readonly string[]): ScenarioPrincipal[] {
  return [
    ...callersOf(environment).flatMap((caller) => scenarioPrincipal(environment, caller) ?? []),
    ...[...new Set(services)].map((service) => ({ text: service, caller: serviceCaller(service) })),
    { text: 'anonymous', caller: ANONYMOUS_CALLER },
  ];
}
