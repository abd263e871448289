/** Does the statement's Principal or NotPrincipal name the caller, and how directly? (P1 to P10) */
import type { CompiledPrincipal, CompiledStatement, OpenPrincipal } from '../compile/index.ts';
import {
  locationIn,
  type MatchSet,
  matchBit,
  matchesPattern,
  type PolicyDocument,
  PRINCIPAL_MATCHES,
  type Principal,
  type PrincipalKind,
  type PrincipalMatch,
  type PrincipalTrace,
  parseArn,
  truthOf,
} from '../language/index.ts';
import { contextValue, type RequestView } from './request-view.ts';

/** All the ways in which the statement names the caller; the empty set where it does not. */
export function principalMatches(statement: CompiledStatement, view: RequestView): MatchSet {
  if (statement.statement.principal?.not) {
    const sure = !statement.openPrincipals || mayBeNamed(statement.openPrincipals, view) === 0;
    return isExcepted(statement, view) || !sure ? 0 : matchBit('everyone-but');
  }
  // P2: the entries are alternatives.
  let matches = 0;
  for (const candidate of statement.principals) {
    const match = matchPrincipal(candidate, view);
    if (match) matches |= matchBit(match);
  }
  return matches;
}

/** The ways in which it may name the caller beyond that, as what is known only at deploy time comes out. */
export function possiblePrincipalMatches(statement: CompiledStatement, view: RequestView): MatchSet {
  if (!statement.openPrincipals) return 0;
  const may = mayBeNamed(statement.openPrincipals, view);
  if (!statement.statement.principal?.not) return may;
  return may === 0 || isExcepted(statement, view) ? 0 : matchBit('everyone-but');
}

function mayBeNamed(entries: readonly OpenPrincipal[], view: RequestView): MatchSet {
  let matches = 0;
  for (const { kind, widest } of entries) {
    for (const [name, match] of namesOf(kind, view)) if (matchesPattern(widest, name)) matches |= matchBit(match);
  }
  return matches;
}

/** Everything that an entry of this kind could say to name the caller, and how it would then be named. */
function namesOf(kind: PrincipalKind, view: RequestView): readonly (readonly [string, PrincipalMatch])[] {
  const { principal } = view.request;
  const { type, arn, account, userArn, service, provider, canonicalUserId } = principal;
  const named = (name: string | undefined, match: PrincipalMatch) =>
    name === undefined ? [] : [[name, match] as const];
  switch (kind) {
    case 'Service':
      return type === 'service' ? named(service, 'service') : [];
    case 'Federated':
      return isUnsigned(principal) ? named(provider, 'provider') : [];
    case 'CanonicalUser':
      return IN_AN_ACCOUNT.has(type) ? named(canonicalUserId, 'account') : [];
    case 'AWS': {
      const root = account === undefined ? [] : [account, `arn:${partitionOf(arn)}:iam::${account}:root`];
      const userid = contextValue(view, 'aws:userid', 'aws:userid');
      const isUser = type === 'user';
      return [
        ['*', 'everyone'] as const,
        ...(IN_AN_ACCOUNT.has(type) ? root.map((name) => [name, 'account'] as const) : []),
        ...named(arn, isUser ? 'user' : type === 'federated-user' ? 'federated-user' : 'session'),
        ...named(roleArnOf(principal), 'role'),
        ...named(userArn, 'parent-user'),
        ...(typeof userid === 'string' ? named(userid.split(':')[0], isUser ? 'user' : 'role') : []),
      ];
    }
    default:
      return kind satisfies never;
  }
}

function partitionOf(arn: string | undefined): string {
  return (arn === undefined ? undefined : parseArn(arn)?.partition) ?? 'aws';
}

/** Undefined where the statement has no principal element. */
export function tracePrincipal(
  statement: CompiledStatement,
  document: PolicyDocument,
  view: RequestView,
): PrincipalTrace | undefined {
  const element = statement.statement.principal;
  if (!element) return undefined;
  const found = principalMatches(statement, view);
  const matches = found === 0 && possiblePrincipalMatches(statement, view) !== 0 ? 'unknown' : truthOf(found !== 0);
  if (element.not) return { element: 'NotPrincipal', matches, found };
  const nearest = PRINCIPAL_MATCHES.find((match) => (found & matchBit(match)) !== 0);
  const entry = statement.principals.find((candidate) => matchPrincipal(candidate, view) === nearest)?.entry;
  if (!nearest || !entry) return { element: 'Principal', matches, found };
  const location = locationIn(document, entry.range);
  return {
    element: 'Principal',
    matches,
    found,
    match: nearest,
    value: entry.value,
    ...(location ? { location } : {}),
  };
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
      return IN_AN_ACCOUNT.has(principal.type) && principal.canonicalUserId === candidate.name ? 'account' : undefined;
    default:
      return candidate satisfies never;
  }
}

/** SAML and OIDC callers carry a provider's token instead of a signature (P7). */
function isUnsigned(principal: Principal): boolean {
  return principal.type === 'saml' || principal.type === 'oidc';
}

/** E42, E43: services and unsigned callers belong to no account, whatever a request says of them. */
const IN_AN_ACCOUNT: ReadonlySet<Principal['type']> = new Set([
  'user',
  'role-session',
  'service-linked-role',
  'federated-user',
  'root',
  'assumed-root',
]);

/** P3: every principal of the account; an account ARN also names the partition, which a caller without ARN does not tell. */
function isOfAccount({ type, arn, account: own }: Principal, account: string, partition: string | undefined): boolean {
  if (own !== account || !IN_AN_ACCOUNT.has(type)) return false;
  return partition === undefined || arn === undefined || parseArn(arn)?.partition === partition;
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
export function roleArnOf(principal: Principal): string | undefined {
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

/** P8, P9, A22: NotPrincipal applies to everybody whom it does not except. */
function isExcepted(statement: CompiledStatement, view: RequestView): boolean {
  const entries = statement.principals.filter((candidate) => matchPrincipal(candidate, view) !== undefined);
  if (statement.statement.effect === 'Allow') return entries.length > 0;
  return !view.hasBoundary && isSpared(entries, view);
}

/** P8 (contested: I7): the caller's own ARN and its account must both be listed; some have only their own entry. */
function isSpared(entries: readonly CompiledPrincipal[], view: RequestView): boolean {
  const { type } = view.request.principal;
  if (entries.some(({ kind }) => SUFFICES.has(kind))) return true;
  if (view.settings.notPrincipalSpares === 'any-entry') return entries.length > 0;
  const account = entries.some(({ kind }) => kind === 'account');
  if (type === 'root' || type === 'assumed-root') return account;
  return account && entries.some((entry) => entry.kind !== 'account' && matchPrincipal(entry, view) !== 'parent-user');
}

const SUFFICES: ReadonlySet<CompiledPrincipal['kind']> = new Set(['everyone', 'Service', 'Federated', 'CanonicalUser']);
