/** Who and what exam worlds are about: the course lab, and what AWS's own examples are made of. */
import { OWN } from './accounts.ts';
import type { Draw } from './draw.ts';
import { type CallerValue, roleSession, user } from './write-policy.ts';

/** A resource that has a policy of its own, and one call on it. */
export interface Thing {
  readonly story: string;
  readonly action: string;
  readonly resource: string;
  /** What policies about it say. */
  readonly wide: string;
  readonly service: string;
  /** The name of its resource-based policy. */
  readonly policy: string;
  readonly noun: string;
}

type MakeThing = (account: string) => Thing;

function bucket(name: string, key: string, story: string): MakeThing {
  return () => ({
    story,
    action: 's3:GetObject',
    resource: `arn:aws:s3:::${name}/${key}`,
    wide: `arn:aws:s3:::${name}/*`,
    service: 's3',
    policy: `${name}-bucket-policy`,
    noun: `bucket ${name}`,
  });
}

const THINGS: readonly [MakeThing, ...MakeThing[]] = [
  bucket('ml-course', 'xgboost/input/train.csv', 'A training team keeps the data of its XGBoost course in Amazon S3.'),
  bucket(
    'sagemaker-lab-output',
    'models/model.tar.gz',
    'A lab writes the models that it trains with SageMaker to Amazon S3.',
  ),
  bucket(
    'quarterly-reports',
    '2026/q3.csv',
    'A company publishes its quarterly reports inside the firm from Amazon S3.',
  ),
  bucket('claims-archive', 'claims/4711.pdf', 'An insurer archives scanned claims in Amazon S3.'),
  (account) => ({
    story: 'A shop puts its orders into an Amazon SQS queue.',
    action: 'sqs:SendMessage',
    resource: `arn:aws:sqs:us-east-1:${account}:orders`,
    wide: `arn:aws:sqs:us-east-1:${account}:orders`,
    service: 'sqs',
    policy: 'orders-queue-policy',
    noun: 'queue orders',
  }),
  (account) => ({
    story: 'An operations team sends its alarms through an Amazon SNS topic.',
    action: 'sns:Publish',
    resource: `arn:aws:sns:us-east-1:${account}:alarms`,
    wide: `arn:aws:sns:us-east-1:${account}:alarms`,
    service: 'sns',
    policy: 'alarms-topic-policy',
    noun: 'topic alarms',
  }),
  (account) => ({
    story: 'A payment service keeps the password of its database in AWS Secrets Manager.',
    action: 'secretsmanager:GetSecretValue',
    resource: `arn:aws:secretsmanager:us-east-1:${account}:secret:payments-db-Ab12Cd`,
    wide: `arn:aws:secretsmanager:us-east-1:${account}:secret:payments-*`,
    service: 'secretsmanager',
    policy: 'payments-secret-policy',
    noun: 'secret payments-db',
  }),
  (account) => ({
    story: 'A prediction service stands behind an AWS Lambda function.',
    action: 'lambda:InvokeFunction',
    resource: `arn:aws:lambda:us-east-1:${account}:function:predict`,
    wide: `arn:aws:lambda:us-east-1:${account}:function:predict*`,
    service: 'lambda',
    policy: 'predict-function-policy',
    noun: 'function predict',
  }),
  (account) => ({
    story: 'A game keeps the scores of its players in Amazon DynamoDB.',
    action: 'dynamodb:GetItem',
    resource: `arn:aws:dynamodb:us-east-1:${account}:table/scores`,
    wide: `arn:aws:dynamodb:us-east-1:${account}:table/*`,
    service: 'dynamodb',
    policy: 'scores-table-policy',
    noun: 'table scores',
  }),
];

export function drawThing(draw: Draw, account = OWN): Thing {
  return draw.pick(THINGS)(account);
}

export function drawUser(draw: Draw, account = OWN): CallerValue {
  return user(draw.pick(['alice', 'bob', 'carol', 'ml_user_predict', 'my_admin', 'dana']), account);
}

export function drawRoleSession(draw: Draw, account = OWN): CallerValue {
  const [role, session] = draw.pick([
    ['sagemaker_lab_role', 'notebook'],
    ['DevRole', 'alice'],
    ['AnalyticsRole', 'nightly'],
    ['DeployRole', 'pipeline'],
    ['SupportRole', 'bob'],
  ]);
  return roleSession(role, session, account);
}

export function drawCaller(draw: Draw, account = OWN): CallerValue {
  return draw.chance(50) ? drawUser(draw, account) : drawRoleSession(draw, account);
}
