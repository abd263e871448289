/** Which policies of a layer touch this request at all, and what a layer comes to that does not. */
import { supportsRcp } from '../catalog/index.ts';
import {
  type Layer,
  type PoliciesInPlay,
  type PolicyNode,
  type Principal,
  policyNodes,
  type Truth,
} from '../language/index.ts';
import { departureOf } from '../language/services/index.ts';
import type { RequestView } from './request-view.ts';
import type { Caller, Situation } from './situation.ts';

/** The policies of a layer; undefined where the layer is not in play. */
export function nodesOf(
  layer: Layer,
  policies: PoliciesInPlay,
  situation: Situation,
): readonly PolicyNode[] | undefined {
  return isOtherSide(layer, situation) ? undefined : policyNodes(layer, policies);
}

/** Of the two layers of the resource side only one counts. */
export function isOtherSide(layer: Layer, { resourceLayer }: Situation): boolean {
  return (layer === 'resource' || layer === 'trust') && layer !== resourceLayer;
}

/** A layer that is not in play: one that only limits limits nothing, one that grants grants nothing. */
export function allowsWithout(layer: Layer, view: RequestView): Truth {
  switch (layer) {
    case 'identity':
    case 'resource':
    case 'trust':
      return 'no';
    case 'session':
      // E34 (contested: I18): a federated user session without session policy has nothing.
      return view.request.principal.type === 'federated-user' &&
        view.settings.federatedWithoutSessionPolicy === 'nothing'
        ? 'no'
        : 'yes';
    default:
      return 'yes';
  }
}

/** The rule that keeps a layer's policies away from the request, or undefined where they apply. */
export function exemption(layer: Layer, situation: Situation, view: RequestView): string | undefined {
  const { principal } = view.request;
  switch (layer) {
    case 'scp':
      return scpExemption(principal, situation.caller);
    case 'rcp':
      return rcpExemption(situation, view);
    case 'resource':
      return situation.ownerRepairsPolicy ? 'E41' : undefined;
    case 'identity':
    case 'boundary':
      return situation.caller === 'policies' ? undefined : CALLER_RULE[principal.type];
    case 'session':
      return situation.caller === 'none' ? CALLER_RULE[principal.type] : undefined;
    case 'trust':
    case 'vpce':
      return undefined;
    default:
      return layer satisfies never;
  }
}

/** Why a caller of this type has no identity policies. */
const CALLER_RULE: Partial<Record<Principal['type'], string>> = {
  root: 'E40',
  'assumed-root': 'E47',
  service: 'E42',
  anonymous: 'E43',
  saml: 'F6',
  oidc: 'F7',
};

/** The rule that keeps SCPs away from a caller. */
export function scpExemption(principal: Principal, caller: Caller): string | undefined {
  if (caller === 'none') return 'E18';
  if (principal.type === 'service-linked-role') return 'E14';
  return principal.managementAccount ? 'E13' : undefined;
}

function rcpExemption({ action, onServiceLinkedRole }: Situation, view: RequestView): string | undefined {
  const { request, settings } = view;
  if (request.principal.type === 'service-linked-role' || onServiceLinkedRole) return 'E62';
  if (request.resourceAccountIsManagement) return 'E63';
  if (settings.rcpServices === 'listed' && !supportsRcp(action.service)) return 'E61';
  if (departureOf(action.service).rcpExempt?.includes(action.name)) return 'E64';
  // An action that authorises no resource is authorised against `*` (B16).
  return request.resource === '*' ? 'E66' : undefined;
}
