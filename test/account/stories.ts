/** Accounts, and what they shall become: each takes other steps. */
import { createHash } from 'node:crypto';
import { type IdentityKind, makePlan, type Plan } from '../../src/account/index.ts';
import type { KeptIdentity, Manifest } from '../../src/account/manifest.ts';
import { openCatalog } from '../../src/catalog/index.ts';
import { catalogFiles } from '../../src/host/catalog-files.ts';
import { DEFAULT_SETTINGS, type PolicyType } from '../../src/language/index.ts';
import { policy } from '../helpers/policies.ts';
import { ACCOUNT, type Account, memoryAccount } from './memory-account.ts';

const catalog = openCatalog(catalogFiles(undefined));

export const hash = (text: string) => createHash('sha256').update(text).digest('hex');

function arn(name: string): string {
  return `arn:aws:iam::${ACCOUNT}:policy/${name}`;
}

/** A document that allows or denies some actions on everything. */
function document(actions: string | readonly string[], Effect = 'Allow') {
  return { Version: '2012-10-17', Statement: [{ Effect, Action: actions, Resource: '*' }] };
}

function trust(service: string) {
  const Statement = [{ Effect: 'Allow', Principal: { Service: service }, Action: 'sts:AssumeRole' }];
  return { Version: '2012-10-17', Statement };
}

function text(value: object): string {
  return JSON.stringify(value);
}

/** A policy with a version for each document; the default is the last, or that of the number. */
function stored(name: string, documents: readonly object[], number = documents.length) {
  const versions = documents.map((one, index) => ({ id: `v${index + 1}`, document: text(one) }));
  return { [arn(name)]: { name, path: '/', versions, default: `v${number}`, next: versions.length + 1 } };
}

export interface StoredIdentity {
  readonly trust?: object;
  readonly boundary?: string;
  readonly attached?: readonly string[];
  readonly inline?: Readonly<Record<string, object>>;
}

function identity(kind: IdentityKind, name: string, about: StoredIdentity = {}): Account['identities'] {
  const { trust: trusted, boundary, attached = [], inline = {} } = about;
  const texts = Object.fromEntries(Object.entries(inline).map(([key, value]) => [key, text(value)]));
  const rest = {
    ...(trusted ? { trust: text(trusted) } : {}),
    ...(boundary === undefined ? {} : { boundary }),
    attached: attached.map(arn),
    inline: texts,
  };
  return { [`${kind}/${name}`]: { kind, name, path: '/', ...rest } };
}

type Kept = Omit<StoredIdentity, 'attached'> & { readonly attached?: readonly string[] };

/** As a manifest has it: `boundary` and `attached` are names of policies that are kept, or not. */
function kept(kind: IdentityKind, name: string, { trust: trusted, boundary, attached, inline }: Kept): KeptIdentity {
  const reference = (one: string) => ({ kind: 'other', arn: arn(one) }) as const;
  const named = (type: PolicyType, value: object, label: string) => policy(type, value, `${label}.json`);
  return {
    kind,
    name,
    path: '/',
    ...(trusted ? { trust: named('trust', trusted, `${name}-trust`) } : {}),
    ...(attached ? { attached: attached.map(reference) } : {}),
    ...(inline
      ? { inline: Object.entries(inline).map(([key, value]) => ({ name: key, policy: named('identity', value, key) })) }
      : {}),
    ...(boundary === undefined ? {} : { boundary: boundary === 'none' ? boundary : reference(boundary) }),
  };
}

export interface Story {
  readonly start: Account;
  /** By name; `absent` is to be destroyed. */
  readonly policies?: Readonly<Record<string, object | 'absent'>>;
  readonly identities?: readonly KeptIdentity[];
}

const READ = document(['s3:GetObject', 's3:ListBucket']);
const LESS = document('s3:GetObject');
const MORE = document(['s3:GetObject', 's3:ListBucket', 's3:PutObject']);
const OTHER = document(['s3:GetObject', 'sqs:SendMessage']);
const GUARD = document('s3:DeleteObject', 'Deny');
const CEILING = document('s3:*');
const LAMBDA = trust('lambda.amazonaws.com');
const EC2 = trust('ec2.amazonaws.com');

const old = (count: number) =>
  Array.from({ length: count }, (_one, index) => document(`sns:Get${'A'.repeat(index + 1)}*`));

export const STORIES: Readonly<Record<string, Story>> = {
  'a policy that is held changes': {
    start: {
      policies: stored('Reader', [LESS, READ]),
      identities: identity('role', 'app', { trust: LAMBDA, attached: ['Reader'] }),
    },
    policies: { Reader: OTHER },
  },
  'a policy with five versions changes': {
    start: { policies: stored('Reader', [...old(4), READ]), identities: {} },
    policies: { Reader: MORE },
  },
  'a policy with five versions, the oldest of them the default': {
    start: { policies: stored('Reader', [READ, ...old(4)], 1), identities: {} },
    policies: { Reader: LESS },
  },
  'a policy goes back to a version that it has': {
    start: { policies: stored('Reader', [LESS, READ]), identities: {} },
    policies: { Reader: LESS },
  },
  'a policy is made and attached': {
    start: { policies: {}, identities: { ...identity('user', 'alice'), ...identity('group', 'team') } },
    policies: { Reader: READ },
    identities: [kept('user', 'alice', { attached: ['Reader'] }), kept('group', 'team', { attached: ['Reader'] })],
  },
  'inline policies come, change and go': {
    start: {
      policies: {},
      identities: {
        ...identity('user', 'alice', { inline: { changes: READ, goes: OTHER, stays: LESS } }),
        ...identity('group', 'team', { inline: { guard: GUARD } }),
      },
    },
    identities: [
      kept('user', 'alice', { inline: { changes: MORE, comes: LESS, stays: LESS } }),
      kept('group', 'team', { inline: {} }),
    ],
  },
  'boundaries come, change and go': {
    start: {
      policies: { ...stored('Ceiling', [CEILING]), ...stored('Lower', [READ]) },
      identities: {
        ...identity('user', 'alice'),
        ...identity('user', 'bob', { boundary: arn('Ceiling') }),
        ...identity('role', 'app', { trust: LAMBDA, boundary: arn('Ceiling') }),
      },
    },
    identities: [
      kept('user', 'alice', { boundary: 'Ceiling' }),
      kept('user', 'bob', { boundary: 'none' }),
      kept('role', 'app', { boundary: 'Lower' }),
    ],
  },
  'a trust policy changes beside others': {
    start: {
      policies: stored('Reader', [READ]),
      identities: identity('role', 'app', { trust: LAMBDA, attached: ['Reader'], inline: { own: LESS } }),
    },
    identities: [kept('role', 'app', { trust: EC2, attached: [], inline: { own: MORE } })],
  },
  'a role is made with all that it has': {
    start: { policies: stored('Ceiling', [CEILING]), identities: {} },
    policies: { Reader: READ },
    identities: [
      kept('role', 'app', { trust: LAMBDA, boundary: 'Ceiling', attached: ['Reader'], inline: { guard: GUARD } }),
      kept('user', 'alice', { attached: ['Reader'] }),
      kept('group', 'team', { inline: { own: LESS } }),
    ],
  },
  'a policy is destroyed': {
    start: {
      policies: stored('Old', [LESS, MORE, READ], 2),
      identities: identity('role', 'app', { trust: LAMBDA, attached: ['Old'] }),
    },
    policies: { Old: 'absent' },
    identities: [kept('role', 'app', { attached: [] })],
  },
  'everything at once': {
    start: {
      policies: {
        ...stored('Reader', [...old(3), LESS, READ], 5),
        ...stored('Old', [OTHER, LESS]),
        ...stored('Ceiling', [CEILING]),
      },
      identities: {
        ...identity('role', 'app', { trust: LAMBDA, attached: ['Reader', 'Old'], inline: { own: READ } }),
        ...identity('user', 'alice', { boundary: arn('Ceiling') }),
      },
    },
    policies: { Reader: OTHER, Old: 'absent', New: LESS },
    identities: [
      kept('role', 'app', { trust: EC2, attached: ['Reader', 'New'], inline: {}, boundary: 'Ceiling' }),
      kept('user', 'alice', { attached: ['New'], inline: { guard: GUARD }, boundary: 'none' }),
    ],
  },
};

function manifestOf({ policies = {}, identities = [] }: Story): Manifest {
  const source = { name: 'test.account.yaml', text: '' };
  return {
    source,
    account: ACCOUNT,
    environment: { source, accounts: [], policies: [] },
    policies: Object.entries(policies).map(([name, value]) => ({
      name,
      path: '/',
      ...(value === 'absent' ? {} : { policy: policy('identity', value, `${name}.json`) }),
    })),
    identities,
  };
}

const VERIFIED = {
  passed: true,
  problems: [],
  catalog: catalog.date,
  scenarios: { passed: 1, failed: 0 },
  invariants: { hold: 0, fail: 0 },
  lint: { errors: 0, others: 0 },
  files: [],
};

/** The plan of a story, taken for verified: the environment has no part in it. */
export async function planOf(story: Story, start = story.start): Promise<Plan> {
  const { read } = memoryAccount(start);
  const ports = { reader: read, hash, judge: { catalog, settings: DEFAULT_SETTINGS }, today: '2026-11-23' };
  const made = await makePlan(manifestOf(story), VERIFIED, ports);
  if (made.kind !== 'planned') throw new Error(`no plan: ${JSON.stringify(made)}`);
  return { ...made.plan, verification: { ...made.plan.verification, passed: true, problems: [] } };
}
