/** Finds the principal of an account that a text names, or says which ones it could have meant. */
import { didYouMean } from '../schema/index.ts';
import type { Account, Environment, Role, User } from './environment.ts';
import { type PrincipalName, parsePrincipalName } from './principal-name.ts';

/** Why a name leads nowhere. */
export interface Unresolved {
  readonly code: 'malformed-principal' | 'unknown-account' | 'unknown-principal' | 'ambiguous-principal';
  readonly message: string;
  readonly help?: string;
}

export type FoundPrincipal =
  | { readonly kind: 'root'; readonly account: Account }
  | { readonly kind: 'user'; readonly account: Account; readonly user: User }
  | { readonly kind: 'role'; readonly account: Account; readonly role: Role; readonly session?: string };

export type Found<T> = { readonly found: T } | { readonly unresolved: Unresolved };

const FORMS = 'write `user/alice`, `role/dev`, `root`, one of them behind an account (`111122223333/root`), or an ARN';

export function findPrincipal(environment: Environment, text: string): Found<FoundPrincipal> {
  const name = parsePrincipalName(text);
  if (!name)
    return { unresolved: { code: 'malformed-principal', message: `\`${text}\` names no principal`, help: FORMS } };
  const accounts = name.account === undefined ? environment.accounts : accountsNamed(environment, name.account);
  if (accounts.length === 0) return { unresolved: unknownAccount(environment, name.account ?? '') };
  const matches = accounts.flatMap((account) => matchesIn(account, name));
  const [only, ...others] = matches;
  if (!only) return { unresolved: unknownPrincipal(accounts, name, text) };
  if (others.length > 0) return { unresolved: ambiguous(matches, text) };
  return { found: only };
}

/** A role, for calls that take nothing else. */
export function findRole(environment: Environment, text: string): Found<{ account: Account; role: Role }> {
  const result = findPrincipal(environment, text);
  if ('unresolved' in result) return result;
  const { found } = result;
  if (found.kind === 'role' && found.session === undefined) return { found };
  return {
    unresolved: { code: 'malformed-principal', message: `\`${text}\` is no role`, help: 'write `role/dev` or its ARN' },
  };
}

/** By id or name; a list of one, or none. */
export function accountsNamed(environment: Environment, idOrName: string): readonly Account[] {
  return environment.accounts.filter(({ id, name }) => id === idOrName || name === idOrName);
}

export function unknownAccount(environment: Environment, text: string): Unresolved {
  const known = environment.accounts.flatMap(({ id, name }) => (name === undefined ? [id] : [id, name]));
  return {
    code: 'unknown-account',
    message: `the environment has no account \`${text}\`${didYouMean(text, known)}`,
    help: 'add the account to the environment: a principal that nobody describes has no policies to evaluate',
  };
}

function matchesIn(account: Account, name: PrincipalName): FoundPrincipal[] {
  switch (name.kind) {
    case 'root':
      return [{ kind: 'root', account }];
    case 'user':
      return account.users
        .filter((user) => isNamed(user, name))
        .map((user): FoundPrincipal => ({ kind: 'user', account, user }));
    case 'role':
      return account.roles
        .filter((role) => isNamed(role, name))
        .map((role): FoundPrincipal => ({ kind: 'role', account, role }));
    case 'session':
      return account.roles
        .filter((role) => role.name === name.name)
        .map((role): FoundPrincipal => ({ kind: 'role', account, role, session: name.session }));
    default:
      return name satisfies never;
  }
}

/** Names are compared as written: IAM tells cases apart in ARNs (B13). */
function isNamed(identity: User | Role, { kind, name, path }: PrincipalName & { kind: 'user' | 'role' }): boolean {
  return path === undefined ? identity.name === name : identity.arn.endsWith(`:${kind}${path}${name}`);
}

/** Nearest is a principal of this name under another path, then one whose name is alike. */
function unknownPrincipal(accounts: readonly Account[], name: PrincipalName, text: string): Unresolved {
  const short = name.kind === 'root' ? text : `${name.kind === 'user' ? 'user' : 'role'}/${name.name}`;
  const known = new Map(accounts.flatMap(shortNames));
  const arn = known.get(short);
  const hint = arn === undefined ? didYouMean(short, [...known.keys()]) : `; its ARN is \`${arn}\``;
  const [only] = accounts;
  const where = accounts.length === 1 && only ? `account \`${only.name ?? only.id}\`` : 'the environment';
  return { code: 'unknown-principal', message: `${where} has no \`${short}\`${hint}` };
}

/** Short name and ARN of each user and role. */
function shortNames({ users, roles }: Account): (readonly [string, string])[] {
  return [
    ...users.map(({ name, arn }) => [`user/${name}`, arn] as const),
    ...roles.map(({ name, arn }) => [`role/${name}`, arn] as const),
  ];
}

function ambiguous(matches: readonly FoundPrincipal[], text: string): Unresolved {
  const choices = matches.map(({ account }) => `\`${account.name ?? account.id}/${text}\``);
  return {
    code: 'ambiguous-principal',
    message: `\`${text}\` could be ${choices.slice(0, -1).join(', ')} or ${choices.at(-1)}`,
    help: 'put the account before it',
  };
}
