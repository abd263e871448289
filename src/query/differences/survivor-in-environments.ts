/** A survivor where it is used: a request that tells it from the original, or a proof that in those environments there is none. */
import { type Caller, deriveRequest } from '../../environment/index.ts';
import {
  caseOfRequest,
  type Difference,
  proveDifference,
  type ScenarioCase,
  type Survivor,
  scenarioPrincipal,
  verified,
} from '../../scenario/index.ts';
import { askerOfCaller } from '../asker.ts';
import { type Directed, differencesBetween } from './compare-environments.ts';

/**
 * What lies near the scenarios first: it reads better, and takes less time. `equivalent` then means: to everybody whom the
 * environments describe or name, and to the sessions that the scenarios make, the same requests are allowed.
 */
export function survivorInEnvironments(survivor: Survivor): Difference {
  const near = proveDifference(survivor);
  const { worlds, situations, replacement, settings } = survivor;
  const bases = worlds.length > 0 ? worlds : situations.slice(0, 1).map((one) => one.case);
  if (near.kind !== 'unknown' || bases.length === 0) return near;
  const doubts: string[] = [];
  for (const base of bases) {
    const { environment: before, catalog } = base;
    const after = replacement.inCase(base).environment;
    const sessions = sessionsIn(base, survivor);
    for (const found of differencesBetween({ before, after, sessions, catalog, settings })) {
      const one = 'why' in found ? undefined : caseOf(found, base, survivor);
      if (one) return { kind: 'case', case: one };
      doubts.push(
        'why' in found ? found.why : `only ${found.asker.name} tells it apart, in a way that no scenario can ask`,
      );
    }
  }
  const [why] = doubts;
  return why === undefined ? { kind: 'equivalent' } : { kind: 'unknown', why };
}

/** Sessions bring policies, tags and names of their own, which the environment does not tell. */
const OF_SESSIONS = /aws:principaltag\/|aws:userid|aws:sourceidentity|:assumed-role\/|:federated-user\//i;

/** Of the scenarios, where the mutant can make a difference to one; as they are with the mutant and with the original. */
function sessionsIn(base: ScenarioCase, { mutant, situations, replacement }: Survivor) {
  const { policy, document, statement } = mutant;
  const all = [policy.document, document].flatMap((one) => one?.statements ?? []);
  const concerned = all.filter(({ index }) => !statement || index === statement.index);
  const text = JSON.stringify(concerned, (key, value: unknown) => (key === 'range' ? undefined : value));
  if (!policy.types.includes('session') && !OF_SESSIONS.test(text)) return [];
  const own = situations.filter((one) => one.case.environment === base.environment);
  const callers = new Map<string, Caller>(
    own.map(({ caller }) => [
      JSON.stringify([caller.principal, caller.tags, caller.session?.policies?.length]),
      caller,
    ]),
  );
  return [...callers.values()].map((caller) => {
    const changed = replacement.inCase({ ...base, principal: { text: caller.label, caller } });
    const { environment, principal } = changed;
    return [askerOfCaller(principal.caller, environment), askerOfCaller(caller, base.environment)] as const;
  });
}

function caseOf(
  { asker, witness }: Extract<Directed, { readonly witness: unknown }>,
  base: ScenarioCase,
  survivor: Survivor,
): ScenarioCase | undefined {
  const { caller } = asker;
  const principal = scenarioPrincipal(base.environment, caller);
  const { arn } = caller.principal;
  const situation = survivor.situations.find((one) => arn !== undefined && one.caller.principal.arn === arn);
  const asking = principal ? { ...base, principal } : situation?.case;
  if (!asking) return undefined;
  const { environment, from, context, catalog } = asking;
  const { action, resource } = witness.request;
  const derived = deriveRequest(environment, caller, { action, resource, context, from, catalog });
  // A call as it is usually made, where that will do.
  const usual = { ...witness.request, context: { ...derived.request.context, ...witness.chosen } };
  return [usual, witness.request]
    .map((request) => verified(caseOfRequest(asking, caller, request), survivor))
    .find((one) => one !== undefined);
}
