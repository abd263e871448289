/** Where the search for a difference starts: who could ask, and from where. */
import { ANONYMOUS_CALLER, type Caller, callersOf, resolvePrincipal, serviceCaller } from '../../environment/index.ts';
import type { Request } from '../../language/index.ts';
import type { ScenarioCase, ScenarioPrincipal } from '../scenario.ts';
import type { Survivor } from './survivor.ts';

export interface StartingPoint {
  /** Its checks do not count. */
  readonly base: ScenarioCase;
  readonly caller: Caller;
  /** What was asked here; missing where nobody asked yet. */
  readonly asked?: Request;
}

/** First the questions of the scenarios, then others who could ask them. */
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
  yield* starts.values();
  const services = mutant.policy.document.statements.flatMap(({ principal }) =>
    (principal?.entries ?? []).flatMap(({ kind, value }) => (kind === 'Service' ? [value] : [])),
  );
  const surroundings = new Map<string, StartingPoint>();
  for (const start of starts.values()) {
    const key = JSON.stringify([start.base.environment.source.name, start.base.from, start.asked?.resource]);
    if (!surroundings.has(key)) surroundings.set(key, start);
  }
  for (const { base, asked } of [...surroundings.values(), ...worlds.map((one) => ({ base: one, asked: undefined }))]) {
    for (const principal of principalsOf(base, [...services, 'example.amazonaws.com'])) {
      yield {
        base: { ...base, principal, hops: [] },
        caller: principal.caller,
        ...(asked ? { asked } : {}),
      };
    }
  }
}

function principalsOf({ environment }: ScenarioCase, services: readonly string[]): ScenarioPrincipal[] {
  const described = callersOf(environment).flatMap((caller) => {
    const { arn, roleArn } = caller.principal;
    const text = [caller.label, roleArn ?? arn ?? ''].find((one) => {
      return resolvePrincipal(environment, one).caller?.principal.arn === arn;
    });
    return text === undefined ? [] : [{ text, caller }];
  });
  return [
    ...described,
    ...[...new Set(services)].map((service) => ({ text: service, caller: serviceCaller(service) })),
    { text: 'anonymous', caller: ANONYMOUS_CALLER },
  ];
}
