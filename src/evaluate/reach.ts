/** Which layers touch this caller and this resource at all: the exemptions of IAM, each with its rule. */
import { supportsRcp } from '../catalog/index.ts';
import type { Layer, PoliciesInPlay, Principal, Request, Settings } from '../language/index.ts';
import { departureOf } from '../language/services/index.ts';
import { splitAction } from './action.ts';
import type { Caller, Situation } from './situation.ts';

/** The rule that keeps a layer's policies away from the request, or undefined where they apply. */
export function exemption(
  layer: Layer,
  request: Request,
  situation: Situation,
  settings: Settings,
): string | undefined {
  const { principal } = request;
  switch (layer) {
    case 'scp':
      return scpExemption(principal, situation.caller);
    case 'rcp':
      return rcpExemption(request, settings);
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

function scpExemption(principal: Principal, caller: Caller): string | undefined {
  if (caller === 'none') return 'E18';
  if (principal.type === 'service-linked-role') return 'E14';
  return principal.managementAccount ? 'E13' : undefined;
}

function rcpExemption(request: Request, settings: Settings): string | undefined {
  const { service, name } = splitAction(request.action);
  if (request.principal.type === 'service-linked-role') return 'E62';
  if (request.resourceAccountIsManagement) return 'E63';
  if (settings.rcpServices === 'listed' && !supportsRcp(service)) return 'E61';
  if (departureOf(service).rcpExempt?.includes(name)) return 'E64';
  // An action that authorises no resource is authorised against `*` (B16).
  return request.resource === '*' ? 'E66' : undefined;
}

/** The policies of a layer, in the groups that are united; undefined where the layer is not in play. */
export function nodesOf(layer: Layer, policies: PoliciesInPlay): readonly PolicyNode[] | undefined {
  switch (layer) {
    case 'scp':
      return policies.scps;
    case 'rcp':
      return policies.rcps;
    case 'resource':
    case 'trust': {
      const policy = policies[layer];
      return policy && [{ policies: [policy] }];
    }
    case 'vpce':
    case 'identity':
    case 'boundary':
    case 'session': {
      const list = policies[layer];
      return list && [{ policies: list }];
    }
    default:
      return layer satisfies never;
  }
}

interface PolicyNode {
  readonly level?: 'root' | 'ou' | 'account';
  readonly id?: string;
  readonly policies: NonNullable<PoliciesInPlay['identity']>;
}
