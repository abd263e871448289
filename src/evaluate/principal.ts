/** Does the statement's Principal or NotPrincipal name the caller, and how directly? (P1 to P10) */
import type { CompiledPrincipal, CompiledStatement } from '../compile/index.ts';
import {
  locationIn,
  type PolicyDocument,
  PRINCIPAL_MATCHES,
  type Principal,
  type PrincipalMatch,
  type PrincipalTrace,
  parseArn,
  truthOf,
} from '../language/index.ts';
import { contextValue, type RequestView } from './request-view.ts';

/** How the statement names the caller; undefined where it does not. */
export function principalMatch(statement: CompiledStatement, view: RequestView): PrincipalMatch | undefined {
  if (statement.statement.principal?.not) return notPrincipalMatch(statement, view);
  return nearestEntry(statement, view)?.match;
}

/** Undefined where the statement has no principal element. */
export function tracePrincipal(
  statement: CompiledStatement,
  document: PolicyDocument,
  view: RequestView,
): PrincipalTrace | undefined {
  const element = statement.statement.principal;
  if (!element) return undefined;
  const match = principalMatch(statement, view);
  const matches = truthOf(match !== undefined);
  if (element.not) return { element: 'NotPrincipal', matches, ...(match ? { match } : {}) };
  const nearest = nearestEntry(statement, view);
  if (!nearest) return { element: 'Principal', matches };
  const { entry } = nearest.candidate;
  const location = locationIn(document, entry.range);
  return { element: 'Principal', matches, match: nearest.match, value: entry.value, ...(location ? { location } : {}) };
}

interface NamedBy {
  readonly match: PrincipalMatch;
  readonly candidate: CompiledPrincipal;
}

/** P2: the entries are alternatives; the most direct one counts. */
function nearestEntry(statement: CompiledStatement, view: RequestView): NamedBy | undefined {
  let nearest: NamedBy | undefined;
  for (const candidate of statement.principals) {
    const match = matchPrincipal(candidate, view);
    if (match && (!nearest || directness(match) < directness(nearest.match))) nearest = { match, candidate };
  }
  return nearest;
}

function directness(match: PrincipalMatch): number {
  return PRINCIPAL_MATCHES.indexOf(match);
}

function matchPrincipal(candidate: CompiledPrincipal, view: RequestView): PrincipalMatch | undefined {
  const { principal } = view.request;
  switch (candidate.kind) {
    case 'everyone':
      return 'everyone';
    case 'account':
      return isOfAccount(principal, candidate.account, candidate.partition) ? 'account' : undefined;
    case 'arn':
      return matchArn(candidate.arn, principal);
    case 'unique-id':
      return matchUniqueId(candidate.id, view);
    case 'Service':
      return principal.type === 'service' && principal.service === candidate.name ? 'service' : undefined;
    case 'Federated':
      return isUnsigned(principal) && principal.provider === candidate.name ? 'provider' : undefined;
    case 'CanonicalUser':
      return principal.canonicalUserId === candidate.name ? 'account' : undefined;
    default:
      return candidate satisfies never;
  }
}

/** SAML and OIDC callers carry a provider's token instead of a signature (P7). */
function isUnsigned(principal: Principal): boolean {
  return principal.type === 'saml' || principal.type === 'oidc';
}

/** P3: every principal of the account; an account ARN also names the partition. */
function isOfAccount(principal: Principal, account: string, partition: string | undefined): boolean {
  if (principal.account !== account || principal.arn === undefined) return false;
  return partition === undefined || parseArn(principal.arn)?.partition === partition;
}

/** P4, P5, P10: compared as text, case-sensitive. */
function matchArn(arn: string, principal: Principal): PrincipalMatch | undefined {
  switch (principal.type) {
    case 'user':
      return principal.arn === arn ? 'user' : undefined;
    case 'role-session':
    case 'service-linked-role':
      if (principal.arn === arn) return 'session';
      return roleArnOf(principal) === arn ? 'role' : undefined;
    case 'federated-user':
      if (principal.arn === arn) return 'federated-user';
      return principal.userArn === arn ? 'parent-user' : undefined;
    default:
      return undefined;
  }
}

/** The role behind a session: stated, or read off the session ARN, which lacks the path (P4). */
function roleArnOf(principal: Principal): string | undefined {
  if (principal.roleArn !== undefined) return principal.roleArn;
  const arn = principal.arn === undefined ? undefined : parseArn(principal.arn);
  const [kind, name] = arn?.resource.split('/') ?? [];
  return arn && kind === 'assumed-role' ? `arn:${arn.partition}:iam::${arn.account}:role/${name}` : undefined;
}

/** A21: a unique id matches only where the request states the caller's own, in aws:userid (`AIDA...`, `AROA...:session`). */
function matchUniqueId(id: string, view: RequestView): PrincipalMatch | undefined {
  const userid = contextValue(view, 'aws:userid', 'aws:userid');
  if (typeof userid !== 'string' || userid.split(':')[0] !== id) return undefined;
  return view.request.principal.type === 'user' ? 'user' : 'role';
}

/** P8, P9, A22: applies to everybody who is not spared. */
function notPrincipalMatch(statement: CompiledStatement, view: RequestView): PrincipalMatch | undefined {
  const { principal } = view.request;
  const matches = statement.principals.flatMap((candidate) => matchPrincipal(candidate, view) ?? []);
  const isAllow = statement.statement.effect === 'Allow';
  const spared = isAllow ? matches.length > 0 : !view.hasBoundary && isSpared(principal, matches, view);
  return spared ? undefined : 'everyone-but';
}

/** P8 (contested: I7): the caller's own ARN and its account must both be listed; a service has only its own entry. */
function isSpared(principal: Principal, matches: readonly PrincipalMatch[], view: RequestView): boolean {
  if (matches.includes('everyone')) return true;
  if (view.settings.notPrincipalSpares === 'any-entry') return matches.length > 0;
  const account = matches.includes('account');
  if (principal.type === 'root' || principal.type === 'assumed-root') return account;
  const own = matches.some((match) => match !== 'account' && match !== 'parent-user');
  return own && (account || principal.account === undefined);
}
