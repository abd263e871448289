/** Random statements and policies of every type, each within the grammar of its type unless the world is wild. */

import type {
  NamedPolicyJson,
  NodeJson,
  OneOrMany,
  PolicyJson,
  PrincipalElement,
  PrincipalJson,
  StatementJson,
} from '../differential/documents.ts';
import { cutPoint, latin, randomCondition, type Setting, withVariable } from './conditions.ts';
import { chance, pick, type Random, several, weighted } from './random.ts';
import {
  ACCOUNTS,
  ACTIONS,
  arnOf,
  CHINA,
  OIDC_PROVIDERS,
  PATHS,
  partitionOf,
  ROLES,
  SAML_PROVIDERS,
  SERVICES,
  SESSIONS,
  TRUST_ACTIONS,
  USERS,
} from './vocabulary.ts';

export type PolicyType = 'identity' | 'boundary' | 'session' | 'resource' | 'trust' | 'vpce' | 'scp';

/** The request a policy is written for or against. */
export interface Scene extends Setting {
  readonly caller: PrincipalJson;
  readonly action: string;
  readonly resource: string;
}

const HAS_PRINCIPAL = ['resource', 'trust', 'vpce'];

export function randomPolicy(scene: Scene, type: PolicyType): PolicyJson {
  const { random } = scene;
  const version = weighted<{ readonly Version?: string }>(random, [
    [86, { Version: '2012-10-17' }],
    [7, { Version: '2008-10-17' }],
    [7, {}],
  ]);
  const id = type === 'resource' && chance(random, 5) ? { Id: 'p1' } : {};
  const statements = several(random, [1, 3], (index) => randomStatement(scene, { type, index }));
  const [only] = statements;
  return {
    ...version,
    ...id,
    Statement: statements.length === 1 && only !== undefined && chance(random, 30) ? only : statements,
  };
}

/** Now and then the policy bears a name. */
export function maybeNamed(random: Random, document: PolicyJson): PolicyJson | NamedPolicyJson {
  return chance(random, 15) ? { name: pick(random, ['first', 'second']), document } : document;
}

function randomStatement(
  scene: Scene,
  { type, index }: { readonly type: PolicyType; readonly index: number },
): StatementJson {
  const { random } = scene;
  const deny = chance(random, type === 'scp' ? 55 : 18);
  const sid = chance(random, 15) ? { Sid: `S${index}` } : {};
  const near = deny ? 45 : 88;
  return {
    ...sid,
    Effect: deny ? 'Deny' : 'Allow',
    ...(HAS_PRINCIPAL.includes(type) ? principalElement(scene, { type, deny }) : {}),
    ...actionElement(scene, type, near),
    ...(type === 'trust' ? {} : resourceElement(scene, type, near)),
    ...randomCondition(scene, deny ? 40 : 28),
  };
}

// ------------------------------------------------------------------------------------------------------------- actions

function actionElement(scene: Scene, type: PolicyType, near: number): Partial<StatementJson> {
  const { random, wild } = scene;
  const pattern = () => actionPattern(scene, { type, near });
  if (chance(random, 10))
    return {
      NotAction: wild && chance(random, 5) ? [] : oneOrMore(random, () => actionPattern(scene, { type, near: 20 })),
    };
  return { Action: chance(random, 1) ? [] : oneOrMore(random, pattern) };
}

function actionPattern(scene: Scene, { type, near }: { readonly type: PolicyType; readonly near: number }): string {
  const { random, action, wild } = scene;
  if (wild && chance(random, 4))
    return pick(random, ['*:*', 's3', '', '**', '*:GetObject', 's3:Get:Object', 's?:*', ' s3:*']);
  if (!chance(random, near)) return type === 'trust' ? pick(random, TRUST_ACTIONS) : anyAction(random);
  const [service = '', name = ''] = action.split(':');
  const at = random.below(name.length);
  return weighted<() => string>(random, [
    [6, () => action],
    [type === 'trust' ? 0 : 3, () => '*'],
    [4, () => `${service}:*`],
    [2, () => `${service}:${name.slice(0, at)}*`],
    [1, () => `${service}:*${name.slice(at)}`],
    [1, () => `${service}:${name.slice(0, at)}?${name.slice(at + 1)}`],
    [1, () => `${service}:${name.slice(0, at)}*${name.slice(at)}?`],
    [1, () => `${service}:${name.slice(0, at)}**${name.slice(at + 1)}`],
    [1, () => action.toUpperCase()],
    [1, () => action.toLowerCase()],
  ])();
}

export function anyAction(random: Random): string {
  const service = pick(random, Object.keys(ACTIONS));
  return `${service}:${pick(random, ACTIONS[service] ?? [])}`;
}

// ----------------------------------------------------------------------------------------------------------- resources

function resourceElement(scene: Scene, type: PolicyType, near: number): Partial<StatementJson> {
  const { random, wild } = scene;
  if (chance(random, 10)) {
    return {
      NotResource: wild && chance(random, 5) ? [] : oneOrMore(random, () => resourcePattern(scene, { type, near: 40 })),
    };
  }
  if (type === 'resource' && wild && chance(random, 4)) return {};
  return { Resource: chance(random, 1) ? [] : oneOrMore(random, () => resourcePattern(scene, { type, near })) };
}

const COMPLETED = ['identity', 'boundary', 'scp'];

export function resourcePattern(
  scene: Scene,
  { type, near }: { readonly type: PolicyType; readonly near: number },
): string {
  const { random, resource, wild } = scene;
  if (wild && chance(random, 8)) return pick(random, BAD_ARNS);
  if (chance(random, 22)) return '*';
  const target = resource === '*' || !chance(random, near) ? anyResource(random) : resource;
  const parts = target.split(':');
  const head = parts.slice(0, 5);
  const tail = parts.slice(5).join(':');
  const at = cutPoint(random, tail);
  const arn = (last: string) => latin([...head, last].join(':'));
  return weighted<() => string>(random, [
    [6, () => arn(tail)],
    [3, () => arn(`${tail.slice(0, at)}*`)],
    [2, () => arn('*')],
    [2, () => arn(`${tail.slice(0, at)}*${tail.slice(at + 1)}`)],
    [2, () => arn(`${tail.slice(0, at)}?${tail.slice(at + 1)}`)],
    [1, () => arn(`*${tail.slice(at)}`)],
    [2, () => latin([...head.slice(0, 3), '*', '*', tail].join(':'))],
    [1, () => latin([...head.slice(0, 2), '*', '*', '*', tail].join(':'))],
    [1, () => latin([...head.slice(0, 4), `${(head[4] ?? '').slice(0, 4)}*`, tail].join(':'))],
    [COMPLETED.includes(type) || wild ? 1 : 0, () => parts.slice(0, 2 + random.below(4)).join(':')],
    [
      4,
      () =>
        arn(
          tail.includes('/') && chance(random, 50)
            ? `${tail.split('/')[0]}/${withVariable(scene, '')}`
            : withVariable(scene, ''),
        ),
    ],
    [2, () => arn(variableFor(scene, tail))],
    [wild ? 2 : 0, () => latin(['arn', '*', ...parts.slice(2)].join(':'))],
  ])();
}

/** The text with a context value in it replaced by its variable, so that it matches through the variable. */
function variableFor({ context }: Scene, text: string): string {
  for (const [key, value] of Object.entries(context)) {
    if (typeof value === 'string' && value.length > 1 && text.includes(value)) return text.replace(value, `\${${key}}`);
  }
  return text;
}

const BAD_ARNS = [
  'bucket',
  '',
  'arn',
  'arn*',
  'arn:',
  '**',
  '*:aws:s3:::bucket',
  'ARN:aws:s3:::bucket',
  'arn:aws:s3:::',
  'arn:aws:s3',
  'arn:aws:S3:::bucket*',
  'arn:aws:s3:bucket/*',
  'arn:aws:iam::${aws:PrincipalAccount}:user/*',
  'arn:aws:s3:::*😀',
  '${aws:PrincipalArn}',
];

function anyResource(random: Random): string {
  const service = pick(random, Object.keys(PATHS));
  return arnOf(service, pick(random, ACCOUNTS), pick(random, PATHS[service] ?? []));
}

// ---------------------------------------------------------------------------------------------------------- principals

function principalElement(
  scene: Scene,
  { type, deny }: { readonly type: PolicyType; readonly deny: boolean },
): Partial<StatementJson> {
  const { random, caller, wild } = scene;
  const notPrincipal = type !== 'trust' && chance(random, deny ? 25 : wild ? 8 : 0);
  if (notPrincipal) return { NotPrincipal: namedPrincipals(random, excepted(random, caller)) };
  if (chance(random, type === 'vpce' ? 65 : caller.type === 'anonymous' ? 45 : 15))
    return { Principal: chance(random, 60) ? '*' : { AWS: '*' } };
  if (chance(random, 1)) return { Principal: { AWS: [] } };
  const entry = () => principalEntry(scene, type);
  return { Principal: namedPrincipals(random, several(random, [1, 3], entry)) };
}

type Entry = readonly [kind: string, value: string];

/** The entries grouped by kind, one value bare. */
function namedPrincipals(random: Random, entries: readonly Entry[]): PrincipalElement {
  const element: Record<string, OneOrMany<string>> = {};
  for (const kind of new Set(entries.map(([name]) => name))) {
    const values = entries.filter(([name]) => name === kind).map(([, value]) => value);
    const [first = ''] = values;
    element[kind] = values.length === 1 && chance(random, 60) ? first : values;
  }
  return element;
}

/** For NotPrincipal: the caller and its account, or only one of them, or others. */
function excepted(random: Random, caller: PrincipalJson): Entry[] {
  if (chance(random, 3)) return [['AWS', '*']];
  const all = [...ownEntries(caller), ...accountEntries(caller)];
  const mine = all.filter(() => chance(random, 75));
  return mine.length === 0 || chance(random, 15) ? [...mine, strangerEntry(random)] : mine;
}

function ownEntries(caller: PrincipalJson): Entry[] {
  const aws = [caller.arn, caller.roleArn, caller.userArn].flatMap((arn): Entry[] =>
    arn === undefined ? [] : [['AWS', arn]],
  );
  return caller.service === undefined ? aws : [...aws, ['Service', caller.service]];
}

function accountEntries({ account }: PrincipalJson): Entry[] {
  if (account === undefined) return [];
  return [
    ['AWS', account],
    ['AWS', `arn:${partitionOf(account)}:iam::${account}:root`],
  ];
}

function principalEntry(scene: Scene, type: PolicyType): Entry {
  const { random, caller, wild } = scene;
  if (wild && chance(random, 6)) {
    return pick<Entry>(random, [
      ['AWS', 'arn:aws:iam::111122223333:role/*'],
      ['AWS', 'arn:aws:iam::111122223333:user/ALICE'],
      ['AWS', 'arn:aws-cn:iam::111122223333:root'],
      ['AWS', 'AROAEXAMPLE'],
      ['Service', '*'],
    ]);
  }
  if (type === 'trust' && (caller.provider !== undefined || chance(random, 10))) {
    if (caller.provider !== undefined && chance(random, 75)) return ['Federated', caller.provider];
    return ['Federated', provider(random, pick(random, ACCOUNTS))];
  }
  const own = [...ownEntries(caller), ...accountEntries(caller)];
  return own.length > 0 && chance(random, 75) ? pick(random, own) : strangerEntry(random);
}

function provider(random: Random, account: string): string {
  const name = pick(random, [...SAML_PROVIDERS, ...OIDC_PROVIDERS]);
  return name.includes('/') ? `arn:${partitionOf(account)}:iam::${account}:${name}` : name;
}

function strangerEntry(random: Random): Entry {
  const account = pick(random, [...ACCOUNTS, CHINA]);
  const iam = `arn:${partitionOf(account)}:iam::${account}`;
  return weighted<() => Entry>(random, [
    [2, () => ['AWS', account]],
    [2, () => ['AWS', `${iam}:root`]],
    [3, () => ['AWS', `${iam}:user/${pick(random, USERS)}`]],
    [3, () => ['AWS', `${iam}:role/${pick(random, ROLES)}`]],
    [1, () => ['AWS', `${iam.replace(':iam:', ':sts:')}:assumed-role/app/${pick(random, SESSIONS)}`]],
    [3, () => ['Service', pick(random, SERVICES)]],
  ])();
}

// ------------------------------------------------------------------------------------------------ service control policies

const FULL_ACCESS: PolicyJson = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] };
const RCP_FULL_ACCESS: PolicyJson = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' }],
};
const LEVELS = ['root', 'ou', 'account'];

export function randomScps(scene: Scene): NodeJson[] {
  return randomNodes(scene.random, FULL_ACCESS, () => randomPolicy(scene, 'scp'));
}

/** A41: a custom RCP only denies, for everybody, actions with a service prefix. */
export function randomRcps(scene: Scene): NodeJson[] {
  const { random } = scene;
  const statement = (): StatementJson => ({
    Effect: 'Deny',
    Principal: '*',
    Action: oneOrMore(random, () =>
      prefixed(actionPattern({ ...scene, wild: false }, { type: 'scp', near: 60 }), scene.action),
    ),
    ...resourceElement({ ...scene, wild: false }, 'scp', 60),
    ...randomCondition(scene, 65),
  });
  return randomNodes(random, RCP_FULL_ACCESS, () => ({
    Version: '2012-10-17',
    Statement: several(random, [1, 2], statement),
  }));
}

function prefixed(pattern: string, action: string): string {
  return pattern === '*' ? `${action.split(':')[0]}:*` : pattern;
}

function randomNodes(random: Random, full: PolicyJson, custom: () => PolicyJson): NodeJson[] {
  if (chance(random, 2)) return [];
  const levels = random.below(3) + 1;
  return several(random, [levels, levels], (index) => {
    const base = chance(random, 8) ? [] : [maybeNamed(random, full)];
    const more = chance(random, 50) ? [maybeNamed(random, custom())] : [];
    const id = chance(random, 30) ? { id: `n-${index}` } : {};
    return { level: LEVELS[Math.min(index, levels === 1 ? 0 : 2)] ?? 'root', ...id, policies: [...base, ...more] };
  });
}

function oneOrMore<T>(random: Random, make: () => T): OneOrMany<T> {
  return chance(random, 45) ? several(random, [1, 3], make) : make();
}
