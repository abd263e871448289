/** What of an action, beside its name, the environment looks at. */
import type { ServiceAction } from '../catalog/index.ts';
import { departureOf } from '../language/services/index.ts';
import { reportsOwner } from './resource-keys.ts';

/** Calls of one kind on one resource, with the same tag keys (C53), have the same target and the same context keys. */
export function callKind({ id, service, name, resources }: ServiceAction): string {
  const isTrusted = departureOf(service).trustActions?.includes(name.toLowerCase()) === true;
  return `${service} ${isTrusted} ${reportsOwner(service, id)} ${resources.length > 0}`;
}
