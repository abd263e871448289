/** How the reference evaluator reads actions, resources, principals and variables (sections A, B and V of the semantics). */

import type { OneOrMany, PrincipalElement, PrincipalJson } from './documents.ts';

/** One code point of a pattern; a literal one never acts as a wildcard. */
export interface Piece {
  readonly text: string;
  readonly literal: boolean;
}

/** What the context says about a variable's key: its one value, nothing, or several values (V7). */
export type Variables = (key: string) => { readonly found: 'one' | 'absent' | 'many'; readonly value: string };

export function listOf<T>(value: OneOrMany<T> | null | undefined): readonly T[] {
  if (value === undefined || value === null) return [];
  return isList(value) ? value : [value];
}

function isList<T>(value: OneOrMany<T>): value is readonly T[] {
  return Array.isArray(value);
}

/** B2, B10, B11, C31: `*` any run, `?` one code point; a table of what every prefix of the pattern matches. */
export function wild(pattern: readonly Piece[], text: string): boolean {
  const target = [...text];
  let reach: boolean[] = [true, ...target.map(() => false)];
  for (const piece of pattern) {
    const next: boolean[] = [];
    for (let end = 0; end <= target.length; end++) {
      const before = end > 0 && reach[end - 1] === true;
      if (!piece.literal && piece.text === '*') next.push(reach[end] === true || (end > 0 && next[end - 1] === true));
      else if (!piece.literal && piece.text === '?') next.push(before);
      else next.push(before && target[end - 1] === piece.text);
    }
    reach = next;
  }
  return reach[target.length] === true;
}

export function plain(text: string): Piece[] {
  return [...text].map((char) => ({ text: char, literal: false }));
}

function literal(text: string): Piece[] {
  return [...text].map((char) => ({ text: char, literal: true }));
}

/** V1 to V11. Undefined: some variable cannot be resolved. Without `variables` (2008-10-17) all is plain text (A3). */
export function expand(text: string, variables: Variables | undefined): Piece[] | undefined {
  if (variables === undefined) return plain(text);
  const start = text.indexOf('${');
  const end = start < 0 ? -1 : text.indexOf('}', start);
  if (end < 0) return plain(text); // V11: unterminated
  const value = variableValue(text.slice(start + 2, end), variables);
  const rest = expand(text.slice(end + 1), variables);
  if (value === undefined || rest === undefined) return undefined;
  return [...plain(text.slice(0, start)), ...(value === 'text' ? plain(text.slice(start, end + 1)) : value), ...rest];
}

/** Undefined: unresolvable; `text`: no variable, stays as written (V9, V11). */
function variableValue(body: string, variables: Variables): Piece[] | 'text' | undefined {
  if (body === '*' || body === '?' || body === '$') return literal(body); // V5
  const form = /^([^\s,'"${}]+)(?:, '([^']*)')?$/u.exec(body);
  const key = form?.[1];
  if (key === undefined) return 'text';
  const entry = variables(key);
  if (entry.found === 'one') return literal(entry.value); // V6
  const fallback = form?.[2];
  return entry.found === 'absent' && fallback !== undefined ? literal(fallback) : undefined; // V4, V7
}

/** B1 to B3. */
export function actionMatches(pattern: string, action: string): boolean {
  if (pattern === '*') return true;
  const [prefix, name] = cut(pattern.toLowerCase());
  const [service, operation] = cut(action.toLowerCase());
  return name !== undefined && operation !== undefined && prefix === service && wild(plain(name), operation);
}

function cut(text: string): [string, string | undefined] {
  const colon = text.indexOf(':');
  return colon < 0 ? [text, undefined] : [text.slice(0, colon), text.slice(colon + 1)];
}

/** The parts of an ARN: cut at the first five colons. */
export function arnParts(arn: string): string[] {
  const parts = arn.split(':');
  return parts.length <= 6 ? parts : [...parts.slice(0, 5), parts.slice(5).join(':')];
}

/** B10 to B18. `open`: a variable cannot be resolved. `fills`: the policy type completes a short ARN (B14). */
export function resourceMatches(
  value: string,
  resource: string,
  how: { readonly fills: boolean; readonly variables: Variables | undefined },
): 'yes' | 'no' | 'open' {
  if (value === '*') return 'yes';
  const wildFirst = arnParts(value).length === 6 && wild(plain(arnParts(value)[0] ?? ''), 'arn'); // A16
  if (!value.startsWith('arn') && !wildFirst) return 'no';
  const pattern = arnParts(value);
  if (pattern.length < 6 && !how.fills) return 'no';
  while (pattern.length < 6) pattern.push('*');
  const last = expand(pattern[5] ?? '', how.variables); // V9: variables only here
  if (last === undefined) return 'open';
  const target = arnParts(resource);
  if (resource === '*' || target.length < 6) return 'no';
  return target.every((part, i) => wild(i === 5 ? last : plain(pattern[i] ?? ''), part)) ? 'yes' : 'no';
}

/** What naming the caller so is worth in an Allow: E30, E31, P3. */
export type Grant = 'direct' | 'limited' | 'account';

const IN_AN_ACCOUNT = ['user', 'role-session', 'service-linked-role', 'federated-user', 'root', 'assumed-root'];
const SESSIONS_OF_A_ROLE = ['role-session', 'service-linked-role'];

/** `self`: the entry names the caller itself (P8 asks); the parent user of a federated session is not its self. */
interface Naming {
  readonly grant: Grant;
  readonly self: boolean;
}

/** P1 to P10: how one entry of a Principal element names the caller, if it does. */
function naming(kind: string, value: string, caller: PrincipalJson): Naming | undefined {
  if (kind === 'Service' && caller.type === 'service' && value === caller.service)
    return { grant: 'direct', self: true };
  if (kind === 'Federated' && ['saml', 'oidc'].includes(caller.type) && value === caller.provider)
    return { grant: 'direct', self: true };
  if (kind !== 'AWS' || !IN_AN_ACCOUNT.includes(caller.type)) return undefined;
  if (isAccountForm(value, caller)) return { grant: 'account', self: false };
  if (caller.type === 'root' || caller.type === 'assumed-root') return undefined;
  if (value === caller.arn) return { grant: 'direct', self: true };
  if (SESSIONS_OF_A_ROLE.includes(caller.type) && value === roleOf(caller)) return { grant: 'limited', self: true };
  if (caller.type === 'federated-user' && value === caller.userArn) return { grant: 'limited', self: false };
  return undefined;
}

function isAccountForm(value: string, caller: PrincipalJson): boolean {
  const partition = arnParts(caller.arn ?? '')[1] ?? '';
  if (value === caller.account) return true;
  const [word, own, service, , account, path] = arnParts(value);
  const isRoot = word === 'arn' && service === 'iam' && account === caller.account && path === 'root';
  return isRoot && (caller.arn === undefined || own === partition);
}

/** P4: the role's own ARN, or the one the session's ARN implies. */
function roleOf(caller: PrincipalJson): string {
  if (caller.roleArn !== undefined) return caller.roleArn;
  const [, partition, , , account, path] = arnParts(caller.arn ?? '');
  return `arn:${partition}:iam::${account}:role/${(path ?? '').split('/')[1]}`;
}

function entriesOf(element: PrincipalElement): [string, string][] {
  if (typeof element === 'string') return [['AWS', element]];
  return Object.entries(element).flatMap(([kind, values]) =>
    listOf(values).map((value): [string, string] => [kind, value]),
  );
}

function isEveryone([kind, value]: [string, string]): boolean {
  return kind === 'AWS' && value === '*';
}

/** How a Principal element names the caller: all the ways it does. */
export function principalGrants(element: PrincipalElement, caller: PrincipalJson): Grant[] {
  return entriesOf(element).flatMap((entry): Grant[] => {
    if (isEveryone(entry)) return ['direct'];
    const named = naming(entry[0], entry[1], caller);
    return named === undefined ? [] : [named.grant];
  });
}

/** P8: is the caller excepted by the NotPrincipal of a Deny? */
export function spared(element: PrincipalElement, caller: PrincipalJson): boolean {
  const entries = entriesOf(element);
  if (entries.some(isEveryone)) return true;
  const names = entries.flatMap(([kind, value]) => naming(kind, value, caller) ?? []);
  const account = names.some((name) => name.grant === 'account');
  const self = names.some((name) => name.self);
  if (caller.type === 'root' || caller.type === 'assumed-root') return account;
  return self && (account || caller.type === 'service' || caller.type === 'saml' || caller.type === 'oidc');
}
