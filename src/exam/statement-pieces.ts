/** Statements to spot a bug among: some are broken, others are right and look wrong to who holds a misconception. */
import type { Draw } from './draw.ts';
import type { Test } from './question.ts';
import { allow, deny, type StatementValue } from './write-policy.ts';

type Context = Record<string, string | readonly string[]>;

/** One statement, and the request that it is there for. */
export interface Piece {
  readonly statement: StatementValue;
  /** Broken: what it should say. Right: what says the same in a way that nobody takes as wrong. */
  readonly other: StatementValue;
  readonly action: string;
  readonly resource: string;
  readonly context: Context;
  readonly expect: Test['expect'];
  /** Broken: what is wrong with it, as a sentence. */
  readonly bug?: string;
}

type MakePiece = (draw: Draw) => Piece;

const MFA = 'aws:MultiFactorAuthPresent';
const VPCE = 'aws:SourceVpce';
const instance = 'arn:aws:ec2:us-east-1:111122223333:instance/i-0a1b2c3d4e5f';
const endpoint = 'arn:aws:sagemaker:us-east-1:111122223333:endpoint/xgboost-course';
const when = (Condition: object) => ({ Condition });

export const BROKEN: readonly [MakePiece, ...MakePiece[]] = [
  (draw) => {
    const bucket = `arn:aws:s3:::${draw.pick(['ml-course', 'quarterly-reports', 'claims-archive'])}`;
    const [statement, other] = [`${bucket}/*`, bucket].map((on) => allow('ListFiles', 's3:ListBucket', on));
    const bug = 's3:ListBucket acts on the bucket itself, and the Resource names only its objects.';
    return piece({ statement, other, action: 's3:ListBucket', resource: bucket, expect: 'allowed', bug });
  },
  (draw) => {
    const bucket = `arn:aws:s3:::${draw.pick(['ml-course', 'quarterly-reports', 'claims-archive'])}`;
    const [statement, other] = [bucket, `${bucket}/*`].map((on) => allow('ReadFiles', 's3:GetObject', on));
    const bug = 's3:GetObject acts on objects, and the Resource names only the bucket.';
    return piece({ statement, other, action: 's3:GetObject', resource: `${bucket}/q3.csv`, expect: 'allowed', bug });
  },
  (draw) => {
    const team = draw.pick(['blue', 'green', 'research']);
    const [statement, other] = ['StringEquals', 'StringLike'].map((operator) =>
      allow('UseTables', 'dynamodb:Query', '*', when({ [operator]: { 'aws:PrincipalTag/team': `${team}-*` } })),
    );
    const bug = 'StringEquals takes the asterisk literally, so no team matches; StringLike knows wildcards.';
    const context = { 'aws:PrincipalTag/team': `${team}-1` };
    return piece({ statement, other, action: 'dynamodb:Query', resource: tableArn, context, expect: 'allowed', bug });
  },
  (draw) => {
    const action = draw.pick(['ec2:TerminateInstances', 'ec2:StopInstances']);
    const [statement, other] = ['Bool', 'BoolIfExists'].map((operator) =>
      deny('DemandMfa', action, '*', when({ [operator]: { [MFA]: 'false' } })),
    );
    const bug = 'Requests signed with access keys lack the key, so Bool is not met and the Deny does not apply.';
    return piece({ statement, other, action, resource: instance, expect: 'denied', bug });
  },
  (draw) => {
    const action = draw.pick(['ec2:CreateTags', 'ec2:RunInstances']);
    const [statement, other] = [
      deny(
        'GuardTags',
        action,
        '*',
        when({ 'ForAnyValue:StringEquals': { 'aws:TagKeys': ['owner', 'billing'] }, Bool: { [MFA]: 'false' } }),
      ),
      deny('GuardTags', action, '*', when({ 'ForAnyValue:StringEquals': { 'aws:TagKeys': ['owner', 'billing'] } })),
    ];
    const bug = 'Both keys of the Condition must be met, so with MFA the Deny does not apply.';
    const context = { 'aws:TagKeys': ['billing'], [MFA]: 'true' };
    return piece({ statement, other, action, resource: instance, context, expect: 'denied', bug });
  },
  () => {
    const tags = { 'ForAllValues:StringEquals': { 'aws:TagKeys': ['team', 'cost-center'] } };
    const statement = allow('StartTagged', 'sagemaker:CreateModel', '*', when(tags));
    const other = allow(
      'StartTagged',
      'sagemaker:CreateModel',
      '*',
      when({ ...tags, Null: { 'aws:TagKeys': 'false' } }),
    );
    const bug = 'ForAllValues is met when the request has no tags at all; a Null condition has to demand the key.';
    return piece({ statement, other, action: 'sagemaker:CreateModel', resource: modelArn, expect: 'denied', bug });
  },
  (draw) => {
    const action = draw.pick(['ec2:StartInstances', 'ec2:RebootInstances']);
    const outside = { StringNotEquals: { [VPCE]: 'vpce-0a1b2c3d' } };
    const statement = deny('OtherEndpoints', action, '*', when(outside));
    const other = deny('OtherEndpoints', action, '*', when({ ...outside, Null: { [VPCE]: 'false' } }));
    const bug = 'StringNotEquals is met when the key is absent, so it also denies requests that use no endpoint.';
    return piece({ statement, other, action, resource: instance, expect: 'allowed', bug });
  },
  (draw) => {
    const name = draw.pick(['Prod', 'Test', 'Research']);
    const [statement, other] = [name, name.toLowerCase()].map((value) =>
      allow('Predict', 'sagemaker:InvokeEndpoint', '*', when({ StringEquals: { 'aws:ResourceTag/stage': value } })),
    );
    const bug = `StringEquals compares with case: the tag is \`${name.toLowerCase()}\`, the policy says \`${name}\`.`;
    const context = { 'aws:ResourceTag/stage': name.toLowerCase() };
    return piece({
      statement,
      other,
      action: 'sagemaker:InvokeEndpoint',
      resource: endpoint,
      context,
      expect: 'allowed',
      bug,
    });
  },
];

const tableArn = 'arn:aws:dynamodb:us-east-1:111122223333:table/scores';
const modelArn = 'arn:aws:sagemaker:us-east-1:111122223333:model/xgboost-1';
const topicArn = 'arn:aws:sns:us-east-1:111122223333:alarms';
const secretArn = 'arn:aws:secretsmanager:us-east-1:111122223333:secret:payments-db-Ab12Cd';
const functionArn = 'arn:aws:lambda:us-east-1:111122223333:function:predict';
const logArn = 'arn:aws:logs:us-east-1:111122223333:log-group:predict';

/** Right statements, each on a service of its own. */
export const SOUND: readonly MakePiece[] = [
  () => {
    const resource = 'arn:aws:sqs:us-east-1:111122223333:invoices';
    const statement: StatementValue = {
      Sid: 'UseInvoices',
      Effect: 'Allow',
      NotAction: 'sqs:DeleteQueue',
      Resource: resource,
    };
    const other = allow('UseInvoices', 'sqs:SendMessage', resource);
    return piece({ statement, other, action: 'sqs:DeleteQueue', resource, expect: 'allowed' });
  },
  () => {
    const [statement, other] = ['LAMBDA:invokefunction', 'lambda:InvokeFunction'].map((action) =>
      allow('CallFunction', action, '*'),
    );
    return piece({ statement, other, action: 'lambda:InvokeFunction', resource: functionArn, expect: 'allowed' });
  },
  (draw) => {
    const region = draw.pick(['us-east-1', 'eu-west-1']);
    const [statement, other] = [['us-east-1', 'eu-west-1'], region].map((values) =>
      allow('PublishAlarms', 'sns:Publish', '*', when({ StringEquals: { 'aws:RequestedRegion': values } })),
    );
    const context = { 'aws:RequestedRegion': region };
    return piece({ statement, other, action: 'sns:Publish', resource: topicArn, context, expect: 'allowed' });
  },
  () => {
    const two = { StringEquals: { 'aws:PrincipalTag/team': 'payments' }, Bool: { [MFA]: 'true' } };
    const statement = allow('ReadSecrets', 'secretsmanager:GetSecretValue', '*', when(two));
    const other = allow('ReadSecrets', 'secretsmanager:GetSecretValue', '*', when({ Bool: { [MFA]: 'true' } }));
    const context = { 'aws:PrincipalTag/team': 'payments', [MFA]: 'false' };
    return piece({
      statement,
      other,
      action: 'secretsmanager:GetSecretValue',
      resource: secretArn,
      context,
      expect: 'denied',
    });
  },
  () => {
    const statement = allow('ReadLogs', 'logs:GetLogEvents', '*', when({ BoolIfExists: { [MFA]: 'true' } }));
    const other = allow('ReadLogs', 'logs:GetLogEvents', '*');
    return piece({ statement, other, action: 'logs:GetLogEvents', resource: logArn, expect: 'allowed' });
  },
  () => {
    const statement = deny(
      'OnlyByEndpoint',
      'sqs:ReceiveMessage',
      '*',
      when({ StringNotEquals: { [VPCE]: 'vpce-0a1b2c3d' } }),
    );
    const other = deny('OnlyByEndpoint', 'sqs:ReceiveMessage', '*');
    const resource = 'arn:aws:sqs:us-east-1:111122223333:orders';
    return piece({ statement, other, action: 'sqs:ReceiveMessage', resource, expect: 'denied' });
  },
  () => {
    const statement = allow('PurgeQueues', 'sqs:PurgeQueue', '*', when({ Bool: { [MFA]: 'true' } }));
    const other = allow('PurgeQueues', 'sqs:PurgeQueue', '*');
    const resource = 'arn:aws:sqs:us-east-1:111122223333:orders';
    return piece({
      statement,
      other,
      action: 'sqs:PurgeQueue',
      resource,
      context: { [MFA]: 'false' },
      expect: 'allowed',
    });
  },
  () => {
    const statement = allow(
      'PullImages',
      'ecr:BatchGetImage',
      '*',
      when({ StringEquals: { 'aws:PrincipalTag/stage': 'build' } }),
    );
    const other = allow(
      'PullImages',
      'ecr:BatchGetImage',
      '*',
      when({ StringEquals: { 'aws:PrincipalTag/stage': 'build' }, Null: { 'aws:PrincipalTag/stage': 'false' } }),
    );
    const resource = 'arn:aws:ecr:us-east-1:111122223333:repository/predict';
    return piece({ statement, other, action: 'ecr:BatchGetImage', resource, expect: 'denied' });
  },
  () => {
    const only = { 'ForAllValues:StringEquals': { 'aws:TagKeys': ['team'] } };
    const [statement, other] = [
      allow('WriteParameters', 'ssm:PutParameter', '*', when(only)),
      allow('WriteParameters', 'ssm:PutParameter', '*'),
    ];
    const resource = 'arn:aws:ssm:us-east-1:111122223333:parameter/course/host';
    return piece({ statement, other, action: 'ssm:PutParameter', resource, expect: 'allowed' });
  },
  () => {
    const statement = allow(
      'StartJobs',
      'glue:StartJobRun',
      '*',
      when({ StringEquals: { 'aws:PrincipalTag/team': 'data-*' } }),
    );
    const other = allow(
      'StartJobs',
      'glue:StartJobRun',
      '*',
      when({ StringEquals: { 'aws:PrincipalTag/team': 'data' } }),
    );
    const context = { 'aws:PrincipalTag/team': 'data-1' };
    const resource = 'arn:aws:glue:us-east-1:111122223333:job/nightly';
    return piece({ statement, other, action: 'glue:StartJobRun', resource, context, expect: 'denied' });
  },
];

function piece(
  parts: Omit<Piece, 'statement' | 'other' | 'context'> & {
    statement: StatementValue | undefined;
    other: StatementValue | undefined;
    context?: Context;
  },
): Piece {
  const { statement, other, context = {}, ...others } = parts;
  // INVARIANT: every template gives both; pairs are made of lists of two.
  if (!statement || !other) throw new Error('a piece lacks a statement');
  return { statement, other, context, ...others };
}
