/** Pairs of small nasty identity policies about one action, mostly near each other. */
import { chance, pick, type Random, seededRandom, several, weighted } from '../../arbitraries/random.ts';
import type { ConditionJson, PolicyJson, StatementJson } from '../documents.ts';

export interface Pair {
  readonly action: string;
  readonly first: PolicyJson;
  readonly second: PolicyJson;
}

/** Actions with one form of ARN, several, colons in the last part, and none. */
const ACTIONS: Readonly<Record<string, readonly string[]>> = {
  's3:GetObject': [
    'arn:aws:s3:::a/*',
    'arn:aws:s3:::a/b',
    'arn:aws:s3:::a*',
    'arn:aws:s3:::*/b',
    'arn:aws:s3:::?/?',
    'arn:aws:s3:::a/?*',
    'arn:aws:s3:::*a*b*',
    'arn:aws:s3:::*',
    'arn:aws:s3:*:*:*',
    'arn:aws:s3:*:111122223333:accesspoint/*',
    'arn:*:s3:::a/*',
    'arn:aws:s3',
  ],
  's3:ListBucket': ['arn:aws:s3:::a', 'arn:aws:s3:::a*', 'arn:aws:s3:::?', 'arn:aws:s3:::??*', 'arn:aws:s3:::a/*'],
  'logs:PutLogEvents': [
    'arn:aws:logs:*:*:log-group:*',
    'arn:aws:logs:*:*:log-group:a:*',
    'arn:aws:logs:eu-?:*:log-group:a:log-stream:*',
    'arn:aws:logs:*:*:*:log-stream:a',
    'arn:aws:logs:eu-1:111122223333:log-group:*:log-stream:*',
    'arn:aws:logs:*:1111*:*a*',
    'arn:aws:logs:*:44*:*',
  ],
  'sqs:SendMessage': [
    'arn:aws:sqs:*:*:a',
    'arn:aws:sqs:*:*:a*',
    'arn:aws:sqs:??:*:*',
    'arn:aws:sqs:?*:111122223333:*b',
    'arn:aws:sqs::*:*',
    'arn:aws:sqs',
    'arn:aws:sqs:eu:111122223333:a',
    'arn:aws:s*:eu:*:a',
  ],
  'ec2:StartInstances': [
    'arn:aws:ec2:*:*:instance/*',
    'arn:aws:ec2:*:*:instance/a',
    'arn:aws:ec2:*:*:*/a',
    'arn:aws:license-manager:*:*:*',
    'arn:aws:*:*:*:*',
    'arn:aws:resource-groups:*:*:group/?',
  ],
  'ec2:DescribeInstances': ['arn:aws:ec2:*:*:*', 'arn:aws:ec2:*:*:instance/a'],
};

const TEXTS = ['a', 'A', 'ab', 'aB', 'b', '', 'a*', 'é'];
const PATTERNS = ['a*', '*b', '?', '??', 'a?', '*', '*a*', '?*', '*a*b*', 'a*b', '', 'A*', '**', 'ab'];
/** Each with at most one star or two, and no `?`. */
const VARIABLES = ['${aws:UserAgent}', '${s3:prefix}', "${aws:RequestTag/team, 'a'}"];
const AROUND = ['V', 'aV', 'V*', 'a*V', '*V', '*V*', 'V/b', '${*}V', 'VV'];
const ARNS = [
  'arn:aws:iam::*:role/*',
  'arn:aws:iam::111122223333:role/a',
  'arn:*:iam::*:*',
  '*:*:*:*:*:*',
  'arn:aws:iam::????:*',
  'arn:aws:s3:::a*',
  'arn:aws:s3:::a:b',
  'arn:aws:s3',
  'arn:aws:*',
];
const ORDERINGS = ['Equals', 'NotEquals', 'LessThan', 'LessThanEquals', 'GreaterThan', 'GreaterThanEquals'];

interface Subject {
  readonly keys: readonly string[];
  readonly operators: Readonly<Record<string, readonly string[]>>;
  /** Set operators may be asked. */
  readonly sets?: true;
}

const EQUALITIES = ['StringEquals', 'StringNotEquals', 'StringEqualsIgnoreCase', 'StringNotEqualsIgnoreCase'];
const TEXT_OPERATORS = {
  ...tableOf(EQUALITIES, TEXTS),
  ...tableOf(['StringLike', 'StringNotLike'], PATTERNS),
};
const SUBJECTS: readonly (readonly [number, Subject])[] = [
  [8, { keys: ['s3:prefix', 'aws:UserAgent', 'aws:RequestTag/team'], operators: TEXT_OPERATORS }],
  [4, { keys: ['aws:TagKeys', 'ex:Words'], operators: TEXT_OPERATORS, sets: true }],
  [
    3,
    {
      keys: ['aws:SourceArn'],
      operators: {
        ...tableOf(['ArnLike', 'ArnEquals', 'ArnNotLike', 'ArnNotEquals'], ARNS),
        ...tableOf(['StringLike', 'StringNotLike', 'StringEquals'], ARNS),
      },
    },
  ],
  [
    3,
    {
      keys: ['s3:max-keys'],
      operators: tableOf(orderings('Numeric'), ['10', '10.0', '9', '11', '10.5', '-1', '0', '+10', 'ten']),
    },
  ],
  [
    3,
    {
      keys: ['aws:CurrentTime'],
      operators: tableOf(orderings('Date'), [
        '2024-01-01',
        '2024-01-01T00:00:00Z',
        '1704067200',
        '1704067201',
        '2025-01-01T00:00:00Z',
        'soon',
      ]),
    },
  ],
  [2, { keys: ['aws:SecureTransport'], operators: tableOf(['Bool'], ['true', 'false', 'TRUE', 'yes']) }],
  [
    3,
    {
      keys: ['aws:SourceIp'],
      operators: tableOf(
        ['IpAddress', 'NotIpAddress'],
        ['10.0.0.0/8', '10.0.0.0/9', '10.128.0.0/9', '10.0.0.1', '0.0.0.0/0', '128.0.0.0/1', '0.0.0.0/1'],
      ),
    },
  ],
];

function tableOf(operators: readonly string[], values: readonly string[]) {
  return Object.fromEntries(operators.map((operator) => [operator, values]));
}

function orderings(type: string): readonly string[] {
  return ORDERINGS.map((one) => `${type}${one}`);
}

/** Few keys in each pair, so that its conditions meet. */
interface Setting {
  readonly random: Random;
  readonly action: string;
  readonly subjects: readonly Subject[];
}

function oneKeyOf(random: Random): Subject {
  const subject = weighted(random, SUBJECTS);
  return { ...subject, keys: [pick(random, subject.keys)] };
}

export function pairOf(seed: number): Pair {
  const random = seededRandom(seed);
  const action = pick(random, Object.keys(ACTIONS));
  const setting: Setting = { random, action, subjects: several(random, [1, 3], () => oneKeyOf(random)) };
  const first = policyOf(setting);
  const second = chance(random, 65) ? neighbour(setting, first) : policyOf(setting);
  return chance(random, 50) ? { action, first, second } : { action, first: second, second: first };
}

function policyOf(setting: Setting): PolicyJson {
  const { random } = setting;
  const statements = several(random, [1, 4], (index) => statementOf(setting, index === 0 ? 90 : 50));
  return { ...(chance(random, 90) ? { Version: '2012-10-17' } : {}), Statement: statements };
}

function statementOf(setting: Setting, allows: number): StatementJson {
  const { random, action } = setting;
  const [service = ''] = action.split(':');
  const actions = weighted(random, [
    [5, { Action: action }],
    [3, { Action: `${service.toUpperCase()}:*` }],
    [2, { Action: ['x:Y', `${action.slice(0, -2)}??`] }],
    [2, { Action: '*' }],
    [2, { NotAction: 'x:*' }],
    [1, { NotAction: [`${service}:*`] }],
  ]);
  const resources = several(random, [1, 3], () => (chance(random, 40) ? '*' : pick(random, ACTIONS[action] ?? [])));
  const [like] = (ACTIONS[action] ?? []).filter((one) => one.split(':').length > 5);
  if (like && chance(random, 12)) resources[0] = `${like.split(':').slice(0, 5).join(':')}:${withVariable(random)}`;
  const named = resources.filter((one) => one !== '*');
  return {
    Effect: chance(random, allows) ? 'Allow' : 'Deny',
    ...actions,
    ...(chance(random, 20) && named.length > 0 ? { NotResource: named } : { Resource: resources }),
    ...(chance(random, 80) ? { Condition: conditionOf(setting) } : {}),
  };
}

function withVariable(random: Random): string {
  return pick(random, AROUND).replace(/V/g, () => pick(random, VARIABLES));
}

function conditionOf(setting: Setting): ConditionJson {
  const block: Record<string, Record<string, readonly string[]>> = {};
  for (const [operator, key, values] of several(setting.random, [1, 3], () => lineOf(setting))) {
    block[operator] = { ...block[operator], [key]: values };
  }
  return block;
}

function lineOf({ random, subjects }: Setting): readonly [string, string, readonly string[]] {
  const { keys, operators, sets } = pick(random, subjects);
  const key = pick(random, keys);
  const qualifier = sets && chance(random, 80) ? pick(random, ['ForAnyValue:', 'ForAllValues:']) : '';
  if (chance(random, 12)) return [`${chance(random, 90) ? '' : qualifier}Null`, key, [pick(random, ['true', 'false'])]];
  const base = pick(random, Object.keys(operators));
  const values = several(random, [chance(random, 3) ? 0 : 1, 3], () => pick(random, operators[base] ?? []));
  if (/^String/.test(base) && !base.endsWith('IgnoreCase') && chance(random, 12)) values[0] = withVariable(random);
  return [`${qualifier}${base}${chance(random, 20) ? 'IfExists' : ''}`, key, values];
}

/** The policy but for one thing. */
function neighbour(setting: Setting, policy: PolicyJson): PolicyJson {
  const { random } = setting;
  const statements = [policy.Statement].flat();
  const at = random.below(statements.length);
  const chosen = statements[at];
  if (!chosen) return policy;
  const changed = weighted<() => readonly StatementJson[]>(random, [
    [statements.length > 1 ? 3 : 0, () => []],
    [2, () => [chosen, statementOf(setting, 50)]],
    [3, () => [{ ...chosen, Condition: conditionOf(setting) }]],
    [3, () => [withoutOneValue(random, chosen)]],
    [2, () => [{ ...statementOf(setting, 50), Effect: chosen.Effect }]],
    [1, () => [{ ...chosen, Effect: chosen.Effect === 'Allow' ? 'Deny' : 'Allow' }]],
  ])();
  return { ...policy, Statement: [...statements.slice(0, at), ...changed, ...statements.slice(at + 1)] };
}

/** One value of one condition less. */
function withoutOneValue(random: Random, statement: StatementJson): StatementJson {
  const entries = Object.entries(statement.Condition ?? {});
  if (entries.length === 0) return statement;
  const [operator, block] = pick(random, entries);
  const key = pick(random, Object.keys(block));
  const values = [block[key] ?? []].flat();
  const dropped = random.below(values.length);
  const fewer = values.filter((_, index) => index !== dropped);
  return { ...statement, Condition: { ...statement.Condition, [operator]: { ...block, [key]: fewer } } };
}
