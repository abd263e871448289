/** How a person writes a principal of an account: an ARN, or a short form as `user/alice`, taken apart. */
import { parseArn } from '../language/index.ts';

/** Missing account: any account that has such a principal. */
export type PrincipalName = NamedRoot | NamedIdentity | NamedSession;

interface NamedRoot {
  readonly kind: 'root';
  readonly account?: string;
}

interface NamedIdentity {
  readonly kind: 'user' | 'role';
  readonly account?: string;
  readonly name: string;
  /** `/division/`; missing when left out of a short form. */
  readonly path?: string;
}

interface NamedSession {
  readonly kind: 'session';
  readonly account?: string;
  /** The role's name, without path. */
  readonly name: string;
  readonly session: string;
}

/** Undefined for a text that has none of the forms. */
export function parsePrincipalName(text: string): PrincipalName | undefined {
  return text.startsWith('arn:') ? ofArn(text) : ofShortForm(text);
}

function ofArn(text: string): PrincipalName | undefined {
  const arn = parseArn(text);
  if (arn?.partition !== 'aws' || arn.region !== '' || !/^(?:iam|sts)$/.test(arn.service)) return undefined;
  const name = ofResource(arn.resource.split('/'));
  if (!name || (name.kind === 'session') !== (arn.service === 'sts')) return undefined;
  const identity = name.kind === 'user' || name.kind === 'role';
  return { ...name, ...(identity && name.path === undefined ? { path: '/' } : {}), account: arn.account };
}

function ofShortForm(text: string): PrincipalName | undefined {
  const parts = text.split('/');
  const [first = '', ...rest] = parts;
  if (KINDS.has(first)) return ofResource(parts);
  const name = ofResource(rest);
  return name && first !== '' ? { ...name, account: first } : undefined;
}

const KINDS: ReadonlySet<string> = new Set(['root', 'user', 'role', 'assumed-role']);

/** `root`, `user/path/name`, `role/path/name`, `assumed-role/name/session`. */
function ofResource([kind, ...segments]: readonly string[]): PrincipalName | undefined {
  if (segments.some((segment) => segment === '')) return undefined;
  const name = segments.at(-1);
  if (kind === 'root') return name === undefined ? { kind } : undefined;
  if (name === undefined) return undefined;
  if (kind === 'user' || kind === 'role') {
    const path = segments.slice(0, -1);
    return { kind, name, ...(path.length > 0 ? { path: `/${path.join('/')}/` } : {}) };
  }
  const [role, session, ...more] = segments;
  if (kind !== 'assumed-role' || role === undefined || session === undefined || more.length > 0) return undefined;
  return { kind: 'session', name: role, session };
}
