/** The actions that could be granted to a caller: what the Allow statements that may speak for it name. */
import type { Catalog } from '../catalog/index.ts';
import type { Caller, Environment } from '../environment/index.ts';
import type { Policy } from '../language/index.ts';

/**
 * Ids in AWS's spelling, sorted by service and name.
 * @param service its prefix: every action of this service, granted or not
 */
export function actionsNamed(
  environment: Environment,
  caller: Caller,
  { catalog, service }: { catalog: Catalog; service: string | undefined },
): readonly string[] {
  if (service !== undefined) return catalog.expandAction(`${service}:*`).map(({ id }) => id);
  // The root user needs no grant on its own account.
  const isRoot = caller.principal.type === 'root' || caller.principal.type === 'assumed-root';
  const patterns = isRoot ? ['*'] : [...(caller.identity ?? []), ...resourcePolicies(environment)].flatMap(grantedIn);
  const widest = patterns.includes('*') ? ['*'] : [...new Set(patterns)];
  return [...new Set(widest.flatMap((pattern) => catalog.expandAction(pattern).map(({ id }) => id)))].sort();
}

function resourcePolicies({ accounts }: Environment): readonly Policy[] {
  return accounts.flatMap(({ resources, roles }) => [
    ...resources.flatMap(({ policy }) => policy ?? []),
    ...roles.map(({ trust }) => trust),
  ]);
}

/** Patterns in lower case; a NotAction leaves nearly everything, and what it excepts is decided later. */
function grantedIn({ document }: Policy): readonly string[] {
  return document.statements
    .filter(({ effect }) => effect === 'Allow')
    .flatMap(({ action }) => (action.not ? ['*'] : action.values.map(({ value }) => value.toLowerCase())));
}
