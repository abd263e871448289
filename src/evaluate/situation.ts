/** What the decision needs to know of a request beside its policies: who calls, whose resource, which service rules. */
import { type ActionName, actionName } from '../compile/index.ts';
import {
  matchesPattern,
  type PoliciesInPlay,
  type Principal,
  parseArn,
  patternOf,
  type Request,
  type Settings,
} from '../language/index.ts';
import { departureOf } from '../language/services/index.ts';

/** `policies`: identity policies speak for the caller; `root`: allowed on its own account; `none`: only the resource side speaks. */
export type Caller = 'policies' | 'root' | 'none';

export interface Situation {
  readonly action: ActionName;
  readonly caller: Caller;
  readonly sameAccount: boolean;
  /** The layer of the resource side: a role's trust policy, or any other resource-based policy. */
  readonly resourceLayer: 'resource' | 'trust';
  /** Nothing works without the resource side: role trust and KMS keys (E80, E90, E93). */
  readonly resourcePolicyMandatory: boolean;
  /** The action has no resource side (F40). */
  readonly callerSideOnly: boolean;
  /** The call needs no permission (rule, F30 or F31). */
  readonly alwaysAllowed: string | undefined;
  /** A rule of the service that is no policy refuses the call. */
  readonly refusedBy: string | undefined;
  /** A rule refuses the call or not, depending on keys that `request.unknown` leaves open (U1). */
  readonly mayBeRefusedBy: string | undefined;
  /** The caller's own policies must allow as well, also in one account: source identity under role chaining (F12). */
  readonly callerSideMandatory: boolean;
  /** The role belongs to a service, which RCPs leave alone (E62). */
  readonly onServiceLinkedRole: boolean;
  /** The owner's root repairs its bucket policy (E41). */
  readonly ownerRepairsPolicy: boolean;
  /** A session policy limits even grants to the session and to everybody (contested: I24). */
  readonly sessionLimitsDirectGrants: boolean;
}

export function situationOf(request: Request, policies: PoliciesInPlay, settings: Settings): Situation {
  const { principal, resource } = request;
  const action = actionName(request.action);
  const departure = departureOf(action.service);
  const sameAccount = principal.account !== undefined && principal.account === ownerOf(request);
  const caller = callerOf(principal);
  const onRole = departure.trustActions?.includes(action.name) === true && isRole(resource);
  const trust = onRole || (policies.trust !== undefined && policies.resource === undefined);
  const mandatory = departure.mandatoryResourcePolicy;
  const { certain: refusedBy, possible: mayBeRefusedBy } = refusals(request, action, settings);
  const free = isSigned(principal) && refusedBy === undefined ? departure.alwaysAllowed?.get(action.name) : undefined;
  return {
    action,
    caller,
    sameAccount,
    resourceLayer: trust ? 'trust' : 'resource',
    resourcePolicyMandatory:
      trust || (mandatory !== undefined && parseArn(resource)?.resource.startsWith(mandatory) === true),
    callerSideOnly: departure.callerSideOnly?.includes(action.name) === true && isRootUser(resource),
    alwaysAllowed: free,
    refusedBy,
    mayBeRefusedBy,
    callerSideMandatory: action.id === 'sts:setsourceidentity' && principal.type === 'role-session',
    onServiceLinkedRole: onRole && resource.includes(':role/aws-service-role/'),
    ownerRepairsPolicy: caller === 'root' && sameAccount && departure.ownerRootActions?.includes(action.name) === true,
    sessionLimitsDirectGrants: settings.sessionPolicyLimitsDirectGrants,
  };
}

/** The resource's account: stated, else read off the ARN, else the caller's own (`aws` and wildcards name none). */
function ownerOf(request: Request): string | undefined {
  if (request.resourceAccount !== undefined) return request.resourceAccount;
  const named = parseArn(request.resource)?.account;
  return named !== undefined && /^[0-9]{12}$/.test(named) ? named : request.principal.account;
}

function isRole(resource: string): boolean {
  const arn = parseArn(resource);
  return arn?.service === 'iam' && arn.resource.startsWith('role/');
}

function isRootUser(resource: string): boolean {
  const arn = parseArn(resource);
  return arn?.service === 'iam' && arn.resource === 'root';
}

/** A SAML or web identity token takes the place of a signature. */
function isSigned({ type }: Principal): boolean {
  return type !== 'anonymous' && type !== 'saml' && type !== 'oidc';
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

/** The rules that refuse a call whatever policies say. */
function refusal(request: Request, action: ActionName, settings: Settings): string | undefined {
  const { principal } = request;
  if (action.service === 'sts') {
    const rule = stsRefusal(request, action.name, settings);
    if (rule !== undefined) return rule;
  }
  if (action.service === 'iam') {
    // F50: passing a role is a permission, no call to IAM.
    if (principal.type === 'federated-user' && action.name !== 'passrole') return 'F20';
    if (holdsSessionToken(request, settings) && !usedMfa(request) && action.name !== 'passrole') return 'F30';
    if (action.name === 'passrole' && ownerOf(request) !== principal.account) return 'F51';
  }
  return principal.arn !== undefined && crossesPartitions(principal.arn, request.resource) ? 'E53' : undefined;
}

function stsRefusal(request: Request, name: string, settings: Settings): string | undefined {
  const { type } = request.principal;
  const unsigned = unsignedRefusal(type, name);
  if (unsigned !== undefined) return unsigned;
  if (callerOf(request.principal) === 'root') {
    if (name === 'assumerole') return 'F13';
    if (name === 'assumeroot') return 'F40';
  }
  if (name === 'getcalleridentity') return undefined;
  if (type === 'federated-user') return 'F20';
  return !ASSUMING.has(name) && holdsSessionToken(request, settings) ? 'F30' : undefined;
}

/** AssumeRole with the permissions that its parameters need besides (F10, F12). */
const ASSUMING: ReadonlySet<string> = new Set(['assumerole', 'tagsession', 'setsourceidentity']);
/** What comes with a token is called by nobody else, and who has a token calls nothing else. */
const TOKEN_CALLS: Partial<Record<string, Principal['type']>> = {
  assumerolewithsaml: 'saml',
  assumerolewithwebidentity: 'oidc',
};

/** E43, F6, F7, P7: STS takes no unsigned calls but those with a provider's token. */
function unsignedRefusal(type: Principal['type'], name: string): string | undefined {
  const wanted = TOKEN_CALLS[name];
  if (wanted !== undefined) return type === wanted ? undefined : wanted === 'saml' ? 'F6' : 'F7';
  if (type === 'anonymous') return 'E43';
  if (ASSUMING.has(name) && name !== 'assumerole') return undefined;
  return type === 'saml' ? 'F6' : type === 'oidc' ? 'F7' : undefined;
}

/** F30 reads two keys of the credentials; where they are open, the call may be refused with some of their values (U1). */
function refusals(request: Request, action: ActionName, settings: Settings): { certain?: string; possible?: string } {
  const { unknown, context } = request;
  const isOpen = (key: string) =>
    givenValue(request, key) === undefined &&
    unknown?.some((pattern) => matchesPattern(patternOf(pattern.toLowerCase()), key)) === true;
  if (!unknown || !(isOpen(TOKEN_ISSUE_TIME) || isOpen(MFA_PRESENT))) {
    const rule = refusal(request, action, settings);
    return rule === undefined ? {} : { certain: rule };
  }
  const best = isOpen(MFA_PRESENT) ? { ...context, [MFA_PRESENT]: 'true' } : context;
  const worst = isOpen(TOKEN_ISSUE_TIME) ? { ...context, [TOKEN_ISSUE_TIME]: '' } : context;
  const certain = refusal({ ...request, context: best }, action, settings);
  if (certain !== undefined) return { certain };
  const possible = refusal({ ...request, context: worst }, action, settings);
  return possible === undefined ? {} : { possible };
}

const TOKEN_ISSUE_TIME = 'aws:tokenissuetime';
const MFA_PRESENT = 'aws:multifactorauthpresent';

/** The context keys that a situation is read from, in lower case. */
export const SITUATION_KEYS: readonly string[] = [TOKEN_ISSUE_TIME, MFA_PRESENT];

/** D9: GetSessionToken credentials are the user's, with a token issue time. */
function holdsSessionToken(request: Request, settings: Settings): boolean {
  return (
    settings.userWithToken === 'get-session-token' &&
    request.principal.type === 'user' &&
    givenValue(request, TOKEN_ISSUE_TIME) !== undefined
  );
}

function usedMfa(request: Request): boolean {
  const value = givenValue(request, MFA_PRESENT);
  return typeof value === 'string' && value.toLowerCase() === 'true';
}

function givenValue(request: Request, lowerKey: string): string | readonly string[] | undefined {
  const found = Object.entries(request.context).find(([name]) => name.toLowerCase() === lowerKey)?.[1];
  return found?.length === 0 && typeof found !== 'string' ? undefined : found;
}

/** E53: the second parts of two ARNs differ. A resource that is no ARN, or a pattern there, has no partition. */
function crossesPartitions(caller: string, resource: string): boolean {
  if (!resource.startsWith('arn:') || !caller.startsWith('arn:')) return false;
  const end = resource.indexOf(':', 4);
  if (end <= 4 || resource[4] === '*') return false;
  return caller.indexOf(':', 4) !== end || !caller.startsWith(resource.slice(4, end), 4);
}
