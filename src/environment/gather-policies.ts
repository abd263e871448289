/** Which policies a call meets: those of the caller, of the resource, of both organizations and of the endpoint. */
import type { PoliciesInPlay } from '../language/index.ts';
import type { Caller } from './caller.ts';
import type { Environment, VpcEndpoint } from './environment.ts';
import { organizationPlace } from './organization-place.ts';
import type { Target } from './target.ts';

export interface Meeting {
  readonly caller: Caller;
  readonly target: Target;
  readonly endpoint: VpcEndpoint | undefined;
}

export function gatherPolicies(environment: Environment, { caller, target, endpoint }: Meeting): PoliciesInPlay {
  const { identity, boundary, session } = caller;
  // E16, E65: SCPs follow the caller, RCPs the resource.
  const scps = organizationPlace(environment, caller.principal.account)?.scps;
  const rcps = organizationPlace(environment, target.owner)?.rcps;
  return {
    ...(identity ? { identity } : {}),
    ...(boundary ? { boundary: [boundary] } : {}),
    ...(session?.policies ? { session: session.policies } : {}),
    ...(target.resourcePolicy ? { resource: target.resourcePolicy } : {}),
    ...(target.trust ? { trust: target.trust } : {}),
    ...(scps ? { scps } : {}),
    ...(rcps ? { rcps } : {}),
    ...(endpoint?.policy ? { vpce: [endpoint.policy] } : {}),
  };
}
