/** What the decision needs to know of a request beside its policies: who calls, whose resource, which service rules. */
import { type PoliciesInPlay, type Principal, parseArn, type Request, type Settings } from '../language/index.ts';
import { departureOf } from '../language/services/index.ts';
import { splitAction } from './action.ts';

/** `policies`: identity policies speak for the caller; `root`: allowed on its own account; `none`: only the resource side speaks. */
export type Caller = 'policies' | 'root' | 'none';

export interface Situation {
  readonly caller: Caller;
  readonly sameAccount: boolean;
  /** The layer of the resource side: a role's trust policy, or any other resource-based policy. */
  readonly resourceLayer: 'resource' | 'trust';
  /** Nothing works without the resource side: role trust and KMS keys (E80, E90, E93). */
  readonly resourcePolicyMandatory: boolean;
  /** The action has no resource side (F40). */
  readonly callerSideOnly: boolean;
  /** The call needs no permission (rule, F30 or F31). */
  readonly alwaysAllowed?: string;
  /** A rule of the service that is no policy refuses the call. */
  readonly refusedBy?: string;
  /** The owner's root repairs its bucket policy (E41). */
  readonly ownerRepairsPolicy: boolean;
}

export function situationOf(request: Request, policies: PoliciesInPlay, settings: Settings): Situation {
  const { principal } = request;
  const { service, name } = splitAction(request.action);
  const departure = departureOf(service);
  const resource = parseArn(request.resource);
  const sameAccount = principal.account !== undefined && principal.account === ownerOf(request);
  const caller = callerOf(principal);
  const onRole = resource?.service === 'iam' && resource.resource.startsWith('role/');
  const trust = policies.trust !== undefined || (onRole && departure.trustActions?.includes(name) === true);
  const mandatory = departure.mandatoryResourcePolicy;
  const refusedBy = refusal(request, { service, name }, settings);
  return {
    caller,
    sameAccount,
    resourceLayer: trust ? 'trust' : 'resource',
    resourcePolicyMandatory: trust || (mandatory !== undefined && resource?.resource.startsWith(mandatory) === true),
    callerSideOnly: departure.callerSideOnly?.includes(name) === true,
    ...(caller !== 'none' && refusedBy === undefined && departure.alwaysAllowed?.includes(name)
      ? { alwaysAllowed: name === 'getsessiontoken' ? 'F30' : 'F31' }
      : {}),
    ...(refusedBy !== undefined ? { refusedBy } : {}),
    ownerRepairsPolicy: caller === 'root' && sameAccount && departure.ownerRootActions?.includes(name) === true,
  };
}

/** The resource's account: stated, else read off the ARN, else the caller's own. */
function ownerOf(request: Request): string | undefined {
  return request.resourceAccount ?? (parseArn(request.resource)?.account || request.principal.account);
}

function callerOf(principal: Principal): Caller {
  switch (principal.type) {
    case 'root':
    case 'assumed-root':
      return 'root';
    case 'service':
    case 'anonymous':
    case 'saml':
    case 'oidc':
      return 'none';
    default:
      return 'policies';
  }
}

/** The rules that refuse a call whatever policies say: F13, F20, F30, F51, E53. */
function refusal(request: Request, action: ReturnType<typeof splitAction>, settings: Settings): string | undefined {
  const { principal } = request;
  const { service, name } = action;
  const inIam = service === 'iam';
  const inSts = service === 'sts' && name !== 'getcalleridentity';
  if (callerOf(principal) === 'root' && service === 'sts' && name === 'assumerole') return 'F13';
  if (principal.type === 'federated-user' && (inIam || inSts)) return 'F20';
  if (holdsSessionToken(request, settings) && ((inIam && !usedMfa(request)) || (inSts && name !== 'assumerole')))
    return 'F30';
  if (inIam && name === 'passrole' && ownerOf(request) !== principal.account) return 'F51';
  const partitions = [principal.arn, request.resource].map((arn) =>
    arn === undefined ? undefined : parseArn(arn)?.partition,
  );
  const [own, other] = partitions;
  return own && other && own !== other ? 'E53' : undefined;
}

/** D9: GetSessionToken credentials are the user's, with a token issue time. */
function holdsSessionToken(request: Request, settings: Settings): boolean {
  return (
    settings.userWithToken === 'get-session-token' &&
    request.principal.type === 'user' &&
    contextText(request, 'aws:tokenissuetime') !== undefined
  );
}

function usedMfa(request: Request): boolean {
  return contextText(request, 'aws:multifactorauthpresent')?.toLowerCase() === 'true';
}

function contextText(request: Request, key: string): string | undefined {
  const found = Object.entries(request.context).find(([name]) => name.toLowerCase() === key);
  return typeof found?.[1] === 'string' ? found[1] : undefined;
}
