/** "Did you mean": the known action, service, condition key or managed policy nearest to an unknown name. */
import { ACTION_OF_API_CALL } from './api-names.ts';
import type { KeyReader } from './condition-keys.ts';
import type { ManagedPolicyReader } from './managed-policies.ts';
import { nearestName } from './nearest-name.ts';
import { ORGANIZATIONS_POLICIES } from './organizations-policies.ts';
import type { ServiceReader } from './read-services.ts';

const BY_CALL = new Map([...ACTION_OF_API_CALL].map(([call, action]) => [call.toLowerCase(), action]));

/** The service prefix nearest to a mistyped one. */
export function suggestService(services: ServiceReader, prefix: string): string | undefined {
  return nearestName(prefix, services.prefixes());
}

/** The action nearest to an unknown one; looks in one service only, the one named or the one nearest to it. */
export function suggestAction(services: ServiceReader, name: string): string | undefined {
  const byCall = BY_CALL.get(name.toLowerCase());
  if (byCall) return byCall;
  const colon = name.indexOf(':');
  if (colon === -1) return undefined;
  const prefix = name.slice(0, colon);
  const loaded = services.load(prefix) ?? services.load(suggestService(services, prefix) ?? '');
  if (!loaded) return undefined;
  const { actions } = loaded.service;
  const nearest = nearestName(
    name.slice(colon + 1),
    actions.map((action) => action.name),
  );
  return nearest && `${loaded.service.prefix}:${nearest}`;
}

/** The condition key nearest to an unknown one: of the same prefix, or global. */
export function suggestConditionKey(keys: KeyReader, name: string): string | undefined {
  const own = keys.withPrefix(name.slice(0, Math.max(0, name.indexOf(':'))));
  return nearestName(
    name,
    [...keys.globalKeys(), ...own].map((key) => key.name),
  );
}

/** The ARN of the managed policy whose name is nearest to that of an unknown one; name, ARN or `aws:Name`. */
export function suggestManagedPolicy(policies: ManagedPolicyReader, nameOrArn: string): string | undefined {
  const name = nameOrArn.slice(Math.max(nameOrArn.lastIndexOf('/'), nameOrArn.lastIndexOf(':')) + 1);
  const known = [...policies.names(), ...ORGANIZATIONS_POLICIES.map((policy) => policy.name)];
  const nearest = nearestName(name, known);
  return nearest && policies.find(nearest)?.arn;
}
