/** Random simulation documents: a caller, a request, and policies of every type written around it. */

import fc from 'fast-check';
import type {
  CheckJson,
  ContextJson,
  OneOrMany,
  PoliciesJson,
  PolicyEntries,
  PolicyJson,
  PrincipalJson,
  RequestJson,
  SimulationDocument,
  StatementJson,
} from '../differential/documents.ts';
import { conditionOn, randomContext, randomEntry } from './conditions.ts';
import {
  anyAction,
  maybeNamed,
  type PolicyType,
  randomPolicy,
  randomRcps,
  randomScps,
  resourcePattern,
  type Scene,
} from './policies.ts';
import { chance, pick, type Random, recordedRandom, seededRandom, several, weighted } from './random.ts';
import {
  ACCOUNTS,
  ACTIONS,
  arnOf,
  CHINA,
  HOME,
  KEYS,
  OIDC_PROVIDERS,
  PATHS,
  partitionOf,
  RESOURCELESS,
  ROLES,
  SAML_PROVIDERS,
  SERVICES,
  SESSIONS,
  TRUST_ACTIONS,
  USERS,
} from './vocabulary.ts';

export interface WorldOptions {
  /** Also malformed values and ARNs and policies beyond the grammar of their type. */
  readonly wild?: boolean;
}

/** For bulk runs: the same seed gives the same world. */
export function worldFromSeed(seed: number, options: WorldOptions = {}): SimulationDocument {
  return { id: `${options.wild ? 'wild' : 'world'}-${seed}`, ...randomWorld(seededRandom(seed), options) };
}

/** For properties: shrinks towards fewer policies and the first words of the vocabulary. */
export function worlds(options: WorldOptions = {}): fc.Arbitrary<SimulationDocument> {
  return fc
    .array(fc.nat(0xffff), { maxLength: 800, size: 'max' })
    .map((choices) => randomWorld(recordedRandom(choices), options));
}

function randomWorld(random: Random, { wild = false }: WorldOptions = {}): SimulationDocument {
  const call = randomCall(random, wild);
  const kind = weighted(random, [
    [78, fullWorld],
    [wild ? 24 : 16, conditionWorld],
    [7, patternWorld],
  ]);
  return kind(random, wild, call);
}

/** Policies of every type. */
function fullWorld(random: Random, wild: boolean, call: Call): SimulationDocument {
  const context = randomContext(random, { wild, known: knownKeys(call) });
  const scene: Scene = { random, wild, context, caller: call.caller, action: call.action, resource: call.resource };
  return { policies: randomPolicies(scene, call), request: requestOf(call, scene) };
}

const EVERYTHING: StatementJson = { Effect: 'Allow', Action: '*', Resource: '*' };

/** One condition decides: everything is allowed, or denied, if it holds. */
function conditionWorld(random: Random, wild: boolean): SimulationDocument {
  const spec = pick(random, KEYS);
  const surroundings = chance(random, 50) ? randomContext(random, { wild, known: {} }) : {};
  const others = Object.entries(surroundings).filter(([key]) => key.toLowerCase() !== spec.key.toLowerCase());
  const own = chance(random, 88) ? randomEntry(random, { spec, wild }) : {};
  const context = { ...Object.fromEntries(others), ...own };
  const Condition = conditionOn({ random, wild, context }, spec);
  const Statement = chance(random, 35)
    ? [EVERYTHING, { ...EVERYTHING, Effect: 'Deny', Condition }]
    : [{ ...EVERYTHING, Condition }];
  return identityWorld({ Version: chance(random, 4) ? '2008-10-17' : '2012-10-17', Statement }, { ...SIMPLE, context });
}

/** One resource pattern decides. */
function patternWorld(random: Random, wild: boolean): SimulationDocument {
  const service = pick(random, Object.keys(PATHS));
  const resource = arnOf(service, HOME, pick(random, PATHS[service] ?? []));
  const context = randomContext(random, { wild, known: {} });
  const action = `${service}:${pick(random, ACTIONS[service] ?? [])}`;
  const scene: Scene = { random, wild, context, caller: SIMPLE.principal, action, resource };
  const patterns = several(random, [1, 2], () => resourcePattern(scene, { type: 'identity', near: 92 }));
  const statement = {
    Effect: 'Allow',
    Action: '*',
    ...(chance(random, 20) ? { NotResource: patterns } : { Resource: patterns }),
  };
  const Statement = chance(random, 25) ? [EVERYTHING, { ...statement, Effect: 'Deny' }] : [statement];
  const boundary = chance(random, 20) ? { Version: '2012-10-17', Statement: [EVERYTHING] } : null;
  const world = identityWorld(
    { Version: chance(random, 10) ? '2008-10-17' : '2012-10-17', Statement },
    { ...SIMPLE, action, resource, context },
  );
  return { ...world, policies: { ...world.policies, boundary } };
}

const SIMPLE = {
  principal: { type: 'user', arn: `arn:aws:iam::${HOME}:user/alice`, account: HOME },
  action: 's3:GetObject',
  resource: 'arn:aws:s3:::bucket/red',
  resourceAccount: HOME,
};

function identityWorld(policy: PolicyJson, request: RequestJson): SimulationDocument {
  return { policies: { identity: [policy] }, request };
}

/** Who calls what, before context and policies. */
interface Call {
  readonly caller: PrincipalJson;
  readonly action: string;
  readonly resource: string;
  readonly owner: string;
  /** The call is decided by a role's trust policy. */
  readonly trust: boolean;
  /** Other pairs that the same call needs (B20). */
  readonly more: readonly { readonly action: string; readonly resource: string; readonly owner: string }[];
}

// ------------------------------------------------------------------------------------------------------------- the call

const CALLER_TYPES: readonly (readonly [number, string])[] = [
  [34, 'user'],
  [30, 'role-session'],
  [8, 'root'],
  [9, 'federated-user'],
  [7, 'service'],
  [4, 'service-linked-role'],
  [4, 'assumed-root'],
  [4, 'anonymous'],
];

function randomCall(random: Random, wild: boolean): Call {
  const kind = weighted(random, CALL_KINDS);
  const call = kind(random);
  if (wild && chance(random, 4))
    return { ...call, resource: pick(random, ['bucket', '', 'arn:aws:s3', 'arn:aws:s3:::*', 'arn:*:iam::*:role/app']) };
  if (chance(random, 3)) return { ...call, action: call.action.toLowerCase() };
  return call;
}

const CALL_KINDS: readonly (readonly [number, (random: Random) => Call])[] = [
  [66, serviceCall],
  [18, trustCall],
  [5, (random) => ({ ...serviceCall(random), action: pick(random, RESOURCELESS), resource: '*', more: [] })],
  [4, (random) => ({ ...serviceCall(random), ...stsCall(random), more: [] })],
  [2, assumeRootCall],
  [5, trainingCall],
  [2, rescueCall],
];

function serviceCall(random: Random): Call {
  const caller = randomCaller(random, weighted(random, CALLER_TYPES));
  const owner = ownerFor(random, caller);
  const service = pick(random, Object.keys(ACTIONS));
  const resource = () => arnOf(service, owner, pick(random, PATHS[service] ?? []));
  const action = () => (chance(random, 4) ? anyAction(random) : `${service}:${pick(random, ACTIONS[service] ?? [])}`);
  const more = chance(random, 6)
    ? several(random, [1, 2], () => ({ action: action(), resource: resource(), owner }))
    : [];
  return { caller, action: action(), resource: resource(), owner, trust: false, more };
}

function trustCall(random: Random): Call {
  const type = weighted(random, [...CALLER_TYPES, [9, 'saml'], [9, 'oidc']]);
  const caller = randomCaller(random, type);
  const owner = ownerFor(random, caller);
  const resource = arnOf('iam', owner, `role/${pick(random, ROLES)}`);
  const unsigned = type === 'saml' ? 'sts:AssumeRoleWithSAML' : 'sts:AssumeRoleWithWebIdentity';
  const action =
    caller.provider !== undefined && chance(random, 90) ? unsigned : pick(random, ['sts:AssumeRole', ...TRUST_ACTIONS]);
  const more = chance(random, 12) ? [{ action: pick(random, TRUST_ACTIONS), resource, owner }] : [];
  return { caller, action, resource, owner, trust: true, more };
}

/** E41: the account's root and the bucket policy. */
function rescueCall(random: Random): Call {
  const caller = randomCaller(random, pick(random, ['root', 'assumed-root']));
  const owner = chance(random, 85) ? (caller.account ?? HOME) : pick(random, ACCOUNTS);
  const action = pick(random, ['s3:GetBucketPolicy', 's3:PutBucketPolicy', 's3:DeleteBucketPolicy', 's3:ListBucket']);
  return { caller, action, resource: arnOf('s3', owner, 'bucket'), owner, trust: false, more: [] };
}

function stsCall(random: Random): { readonly action: string; readonly resource: string } {
  const action = pick(random, ['sts:GetCallerIdentity', 'sts:GetSessionToken', 'sts:GetFederationToken']);
  return {
    action,
    resource:
      action === 'sts:GetFederationToken' ? arnOf('sts', HOME, 'federated-user/red').replace('us-east-1', '') : '*',
  };
}

function assumeRootCall(random: Random): Call {
  const caller = randomCaller(random, pick(random, ['user', 'role-session']));
  const owner = pick(random, ACCOUNTS);
  return { caller, action: 'sts:AssumeRoot', resource: arnOf('iam', owner, 'root'), owner, trust: false, more: [] };
}

/** F52: the call and the role it hands over. */
function trainingCall(random: Random): Call {
  const caller = randomCaller(random, pick(random, ['user', 'role-session', 'root', 'federated-user']));
  const owner = chance(random, 30) ? pick(random, ACCOUNTS) : (caller.account ?? HOME);
  const role = { action: 'iam:PassRole', resource: arnOf('iam', owner, `role/${pick(random, ROLES)}`), owner };
  if (chance(random, 60)) return { caller, ...role, trust: false, more: [] };
  const home = caller.account ?? HOME;
  const job = {
    action: 'sagemaker:CreateTrainingJob',
    resource: arnOf('sagemaker', home, 'training-job/demo'),
    owner: home,
  };
  return { caller, ...job, trust: false, more: [role] };
}

/** Mostly the caller's own account; rarely one of the other partition. */
function ownerFor(random: Random, { account }: PrincipalJson): string {
  if (account !== undefined && chance(random, 65)) return account;
  return account === CHINA || chance(random, 8) ? CHINA : pick(random, ACCOUNTS);
}

function randomCaller(random: Random, type: string): PrincipalJson {
  const account = chance(random, 5) ? CHINA : pick(random, ACCOUNTS);
  const arn = (service: string, path: string) => `arn:${partitionOf(account)}:${service}::${account}:${path}`;
  const management = chance(random, 4) ? { managementAccount: true } : {};
  switch (type) {
    case 'user':
      return { type, arn: arn('iam', `user/${pick(random, USERS)}`), account, ...management };
    case 'role-session':
    case 'service-linked-role': {
      const linked = type === 'service-linked-role';
      const role = linked ? 'aws-service-role/x.amazonaws.com/AWSServiceRoleForX' : pick(random, ROLES);
      const session = `assumed-role/${role.split('/').at(-1)}/${pick(random, SESSIONS)}`;
      const roleArn = chance(random, 15) ? {} : { roleArn: arn('iam', `role/${role}`) };
      return { type, arn: arn('sts', session), account, ...roleArn, ...management };
    }
    case 'federated-user': {
      const userArn = chance(random, 20) ? {} : { userArn: arn('iam', `user/${pick(random, USERS)}`) };
      return {
        type,
        arn: arn('sts', `federated-user/${pick(random, ['red', 'alice'])}`),
        account,
        ...userArn,
        ...management,
      };
    }
    case 'service':
      return { type, service: pick(random, SERVICES) };
    case 'saml':
      return { type, provider: arn('iam', pick(random, SAML_PROVIDERS)) };
    case 'oidc': {
      const name = pick(random, OIDC_PROVIDERS);
      return { type, provider: name.includes('/') ? arn('iam', name) : name };
    }
    case 'anonymous':
      return { type };
    default:
      return { type, arn: arn('iam', 'root'), account, ...management };
  }
}

/** Keys that hold what they would hold at AWS, most of the time. */
function knownKeys({ caller }: Call): ContextJson {
  const { arn, roleArn, account, type } = caller;
  const known: Record<string, OneOrMany<string>> = {};
  const principalArn = roleArn ?? arn;
  if (principalArn !== undefined) known['aws:PrincipalArn'] = principalArn;
  if (account !== undefined) known['aws:PrincipalAccount'] = account;
  const name = arn?.split('/').at(-1);
  if (type === 'user' && name !== undefined) known['aws:username'] = name;
  return known;
}

function requestOf(call: Call, { random, context, caller, wild }: Scene): RequestJson {
  const management = chance(random, 4) ? { resourceAccountIsManagement: true } : {};
  const base = { principal: caller, resourceAccount: call.owner, ...management, context };
  if (call.more.length === 0 && !chance(random, 2)) return { ...base, action: call.action, resource: call.resource };
  const checks = [call, ...call.more].map(({ action, resource, owner }): CheckJson => {
    const own = owner === call.owner ? {} : { resourceAccount: owner };
    const extra = chance(random, 35) ? { context: sparse(random, wild) } : {};
    return { action, resource, ...own, ...extra };
  });
  return { ...base, checks };
}

/** A few keys, spelled as documented, so that a check overrides what the call has. */
function sparse(random: Random, wild: boolean): ContextJson {
  const entries = Object.entries(randomContext(random, { wild, known: {} })).slice(0, 3);
  return Object.fromEntries(entries);
}

// --------------------------------------------------------------------------------------------------------- the policies

function randomPolicies(scene: Scene, call: Call): PoliciesJson {
  const { random, wild, caller } = scene;
  const { type } = caller;
  const resourceSideOnly = ['service', 'anonymous', 'saml', 'oidc'].includes(type);
  const root = type === 'root' || type === 'assumed-root';
  const odd = wild && chance(random, 5);
  const session = type === 'federated-user' ? 70 : type === 'assumed-root' ? 60 : type === 'role-session' ? 22 : 0;
  const nothing = (percent: number) => (chance(random, percent) ? null : undefined);
  const list = (kind: PolicyType) => several(random, [1, 2], () => maybeNamed(random, randomPolicy(scene, kind)));
  const one = (kind: PolicyType) => maybeNamed(random, randomPolicy(scene, kind));
  const assumeRoot = call.action.toLowerCase() === 'sts:assumeroot';
  const members: [keyof PoliciesJson, PolicyEntries | PoliciesJson['scps'] | undefined][] = [
    ['identity', resourceSideOnly || root ? (odd ? list('identity') : []) : chance(random, 88) ? list('identity') : []],
    [
      'boundary',
      (resourceSideOnly || root) && !odd
        ? null
        : chance(random, 22)
          ? chance(random, 8)
            ? []
            : one('boundary')
          : null,
    ],
    [
      'session',
      chance(random, odd && !resourceSideOnly ? 50 : session) ? (chance(random, 6) ? [] : list('session')) : null,
    ],
    [
      'resource',
      call.trust
        ? chance(random, 8)
          ? one('resource')
          : null
        : !assumeRoot && chance(random, 62)
          ? one('resource')
          : null,
    ],
    ['trust', call.trust && chance(random, 93) ? one('trust') : null],
    ['scps', chance(random, 30) ? randomScps(scene) : null],
    ['rcps', chance(random, 28) ? randomRcps(scene) : null],
    ['vpce', chance(random, 12) ? (chance(random, 15) ? list('vpce') : one('vpce')) : null],
    ['resourceAccountScps', chance(random, 3) ? randomScps(scene) : undefined],
    ['principalAccountRcps', chance(random, 3) ? randomRcps(scene) : undefined],
  ];
  return Object.fromEntries(
    members.flatMap(([name, value]) => {
      const shown = value === null ? nothing(50) : value;
      return shown === undefined ? [] : [[name, shown]];
    }),
  );
}
