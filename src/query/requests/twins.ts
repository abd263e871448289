/** Who a principal is in another environment. */
import { callersOf, type Environment } from '../../environment/index.ts';
import { type Asker, askerOfCaller } from '../asker.ts';

/** Undefined where the other environment does not describe its account: then it is nobody there. */
export function twinFinder(environment: Environment): (asker: Asker) => Asker | undefined {
  const callers = callersOf(environment).map((caller) => askerOfCaller(caller, environment));
  const known = new Map(callers.map((asker) => [asker.caller.principal.arn, asker]));
  const made = new Map<Asker, Asker>();
  return (asker) => {
    const isDescribed = asker.kind === 'user' || asker.kind === 'role' || asker.kind === 'root';
    if (!isDescribed) return asker;
    if (environment.accounts.every(({ id }) => id !== asker.account)) return undefined;
    const twin = known.get(asker.caller.principal.arn) ?? made.get(asker) ?? withoutPolicies(asker);
    made.set(asker, twin);
    return twin;
  };
}

/** What everybody may, a new principal may as well: that is no news. */
function withoutPolicies(asker: Asker): Asker {
  return { ...asker, caller: { ...asker.caller, identity: [] } };
}
