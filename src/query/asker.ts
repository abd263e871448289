/** Everybody who could call: whom the environment describes, and whom its resource-based policies name beside them. */
import {
  ANONYMOUS_CALLER,
  type Caller,
  callersOf,
  type Environment,
  serviceCaller,
  tokenCaller,
} from '../environment/index.ts';
import { type Policy, type PolicyDocument, type PrincipalEntry, parseArn } from '../language/index.ts';

export type AskerKind =
  | 'user'
  | 'role'
  | 'root'
  | 'service'
  /** A caller with a token of an identity provider. */
  | 'provider'
  /** Anybody in an account that the environment does not describe: what that account grants is not known. */
  | 'account'
  /** A principal of such an account that a policy names. */
  | 'outside'
  | 'anonymous';

export interface Asker {
  readonly kind: AskerKind;
  /** `user/alice`, behind its account where there are several (`course/user/alice`); `account 444455556666`, `anonymous`. */
  readonly name: string;
  readonly account?: string;
  readonly caller: Caller;
}

/** @param policies the resource-based policies that count, each once */
export function askersOf(environment: Environment, policies: Iterable<Policy>): readonly Asker[] {
  const entries = [...policies].flatMap(({ document }) => entriesOf(document));
  const named = new Map<string, Asker>();
  for (const entry of entries) {
    const asker = askerOfEntry(entry, environment);
    if (asker) named.set(`${asker.kind} ${asker.name}`, asker);
  }
  return [...callersOf(environment).map((caller) => askerOfCaller(caller, environment)), ...named.values(), ANONYMOUS];
}

const ANONYMOUS: Asker = { kind: 'anonymous', name: 'anonymous', caller: ANONYMOUS_CALLER };

export function askerOfCaller(caller: Caller, environment: Environment): Asker {
  const { type, account } = caller.principal;
  const kind = KINDS[type];
  return { kind, name: nameOf(caller, environment), ...(account === undefined ? {} : { account }), caller };
}

/** In the form in which it can be asked for. */
function nameOf({ label, principal: { type, account } }: Caller, { accounts }: Environment): string {
  const described = accounts.find(({ id }) => id === account);
  const short = type === 'root' ? 'root' : label;
  return described && accounts.length > 1 ? `${described.name ?? described.id}/${short}` : short;
}

const KINDS: Readonly<Record<Caller['principal']['type'], AskerKind>> = {
  user: 'user',
  'role-session': 'role',
  'service-linked-role': 'role',
  'federated-user': 'user',
  root: 'root',
  'assumed-root': 'root',
  service: 'service',
  saml: 'provider',
  oidc: 'provider',
  anonymous: 'anonymous',
};

function entriesOf({ statements }: PolicyDocument): readonly PrincipalEntry[] {
  return statements.flatMap(({ principal }) => principal?.entries ?? []);
}

const ACCOUNT = /^[0-9]{12}$/;

function askerOfEntry({ kind, value }: PrincipalEntry, environment: Environment): Asker | undefined {
  switch (kind) {
    case 'Service':
      return askerOfCaller(serviceCaller(value), environment);
    case 'Federated':
      return askerOfCaller(tokenCaller(value.includes(':saml-provider/') ? 'saml' : 'oidc', value), environment);
    case 'AWS':
      return outsideAsker(value, environment);
    case 'CanonicalUser':
      return undefined;
    default:
      return kind satisfies never;
  }
}

/** Whom a policy names by account, user, role or session of an account that is not described. */
export function outsideAsker(value: string, { accounts }: Pick<Environment, 'accounts'>): Asker | undefined {
  const arn = parseArn(value);
  const account = ACCOUNT.test(value) ? value : arn?.account;
  if (account === undefined || !ACCOUNT.test(account) || accounts.some(({ id }) => id === account)) return undefined;
  if (arn && arn.resource !== 'root') {
    return { kind: 'outside', name: value, account, caller: outsideCaller(value, account) };
  }
  // Which user or role it is makes no difference: the keys that would tell stay open.
  const caller = outsideCaller(`arn:aws:iam::${account}:user/anybody`, account);
  return { kind: 'account', name: `account ${account}`, account, caller };
}

/** Its own account is taken to grant everything: whether it does is what the answer leaves open. */
function outsideCaller(named: string, account: string): Caller {
  const path = (parseArn(named)?.resource ?? '').split('/');
  const [kind] = path;
  const isRole = kind === 'role';
  const arn = isRole ? `arn:aws:sts::${account}:assumed-role/${path.at(-1)}/session` : named;
  const type = isRole || kind === 'assumed-role' ? 'role-session' : kind === 'federated-user' ? kind : 'user';
  return {
    label: named,
    principal: { type, arn, account, ...(isRole ? { roleArn: named } : {}) },
    temporary: type !== 'user',
    tags: {},
    identity: [EVERYTHING],
  };
}

const ALL = { not: false, values: [{ value: '*' }] };
const EVERYTHING: Policy = {
  name: 'whatever its account grants',
  type: 'identity',
  document: {
    version: '2012-10-17',
    statements: [{ index: 0, effect: 'Allow', action: ALL, resource: ALL, conditions: [] }],
  },
};
