/** The double speaks to the real SDK as IAM does: what it accepts, refuses, pages, encodes, and how it fails on request. */
import {
  AttachRolePolicyCommand,
  CreatePolicyCommand,
  CreatePolicyVersionCommand,
  CreateRoleCommand,
  DeletePolicyCommand,
  DeletePolicyVersionCommand,
  DeleteRoleCommand,
  GetAccountSummaryCommand,
  GetPolicyVersionCommand,
  GetRoleCommand,
  IAMClient,
  ListEntitiesForPolicyCommand,
  ListPolicyVersionsCommand,
  PutRolePolicyCommand,
  paginateGetAccountAuthorizationDetails,
  paginateListRoles,
  SetDefaultPolicyVersionCommand,
  TagRoleCommand,
} from '@aws-sdk/client-iam';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ADMINISTRATOR, type AwsDouble, type DoubleOptions, EMPTY, startDouble, THROTTLED } from './index.ts';

process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true';

let double: AwsDouble;
let iam: IAMClient;

async function start(options: DoubleOptions = {}) {
  await double?.close();
  double = await startDouble(options);
  iam = client();
}

function settings(credential = ADMINISTRATOR, maxAttempts = 1) {
  return { endpoint: double.url, region: 'us-east-1', credentials: credential, maxAttempts };
}

function client(maxAttempts = 1): IAMClient {
  return new IAMClient(settings(ADMINISTRATOR, maxAttempts));
}

beforeEach(() => start());
afterEach(() => double.close());

const statement = (action: string, more = {}) =>
  JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: action, Resource: '*', ...more }] });
const TRUST = JSON.stringify({
  Version: '2012-10-17',
  Statement: { Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' },
});

async function makePolicy(name = 'p', document = statement('s3:GetObject')): Promise<string> {
  const { Policy } = await iam.send(new CreatePolicyCommand({ PolicyName: name, PolicyDocument: document }));
  return Policy?.Arn ?? '';
}

async function makeRole(name = 'r') {
  return iam.send(new CreateRoleCommand({ RoleName: name, AssumeRolePolicyDocument: TRUST }));
}

/** The error's wire code. */
async function refusal(call: Promise<unknown>): Promise<string> {
  try {
    await call;
    return 'done';
  } catch (error) {
    const { Code, name } = error as { Code?: string; name: string };
    return Code ?? name;
  }
}

describe('signatures', () => {
  it('a caller is who the key belongs to', async () => {
    const { Arn, Account } = await new STSClient(settings()).send(new GetCallerIdentityCommand({}));
    expect([Arn, Account]).toEqual([ADMINISTRATOR.arn, '111122223333']);
  });

  it('a wrong secret, an unknown key, a wrong token and an expired one are refused', async () => {
    const codes = [];
    const ask = (credential: typeof ADMINISTRATOR) =>
      refusal(new STSClient(settings(credential)).send(new GetCallerIdentityCommand({})));
    codes.push(await ask({ ...ADMINISTRATOR, secretAccessKey: 'other' }));
    codes.push(await ask({ ...ADMINISTRATOR, accessKeyId: 'AKIAOTHER' }));
    codes.push(await ask({ ...ADMINISTRATOR, sessionToken: 'x' }));
    const old = { ...ADMINISTRATOR, accessKeyId: 'ASIAOLD', sessionToken: 't', expires: 1 };
    double.credentials.set('ASIAOLD', old);
    codes.push(await ask(old));
    expect(codes).toEqual(['SignatureDoesNotMatch', 'InvalidClientTokenId', 'InvalidClientTokenId', 'ExpiredToken']);
  });

  it('a body that was changed on its way does not fit its signature', async () => {
    const { status, text } = await new Promise<{ status: number; text: string }>((answered, failed) => {
      const signed = client();
      signed.middlewareStack.add(
        (next) => async (args) => {
          const request = args.request as { headers: Record<string, string>; body: string };
          const { host: _host, 'content-length': _length, ...headers } = request.headers;
          const body = request.body.replace('RoleName=r', 'RoleName=s');
          const response = await fetch(double.url, { method: 'POST', headers, body });
          answered({ status: response.status, text: await response.text() });
          return next(args);
        },
        { step: 'finalizeRequest', priority: 'low' },
      );
      signed.send(new GetRoleCommand({ RoleName: 'r' })).catch((error) => setTimeout(() => failed(error), 1000));
    });
    expect(`${status} ${text}`).toMatch(/^403 /);
    expect(text).toContain('SignatureDoesNotMatch');
  });
});

describe('managed policies', () => {
  it('have five versions at most, whose numbers are never given twice, and the one in force cannot be deleted', async () => {
    const PolicyArn = await makePolicy();
    const make = () =>
      iam.send(new CreatePolicyVersionCommand({ PolicyArn, PolicyDocument: statement('s3:PutObject') }));
    for (let i = 0; i < 4; i++) await make();
    expect(await refusal(make())).toBe('LimitExceeded');
    const drop = (VersionId: string) => iam.send(new DeletePolicyVersionCommand({ PolicyArn, VersionId }));
    expect(await refusal(drop('v1'))).toBe('DeleteConflict');
    await drop('v5');
    const { PolicyVersion } = await make();
    expect([PolicyVersion?.VersionId, PolicyVersion?.IsDefaultVersion]).toEqual(['v6', false]);
    await iam.send(new SetDefaultPolicyVersionCommand({ PolicyArn, VersionId: 'v6' }));
    const { Versions } = await iam.send(new ListPolicyVersionsCommand({ PolicyArn }));
    expect(Versions?.map(({ VersionId, IsDefaultVersion }) => [VersionId, IsDefaultVersion])).toEqual([
      ['v6', true],
      ['v4', false],
      ['v3', false],
      ['v2', false],
      ['v1', false],
    ]);
    expect(await refusal(iam.send(new DeletePolicyCommand({ PolicyArn })))).toBe('DeleteConflict');
  });

  it('come back percent-encoded from GetPolicyVersion, whatever is in them', async () => {
    const document = statement('s3:GetObject', {
      Sid: 'a',
      Condition: { StringLike: { 'aws:x': "50%25 off! (é) '*' +&<\r\n>" } },
    });
    const PolicyArn = await makePolicy('p', document);
    const { PolicyVersion } = await iam.send(new GetPolicyVersionCommand({ PolicyArn, VersionId: 'v1' }));
    expect(PolicyVersion?.Document).toMatch(/^%7B[A-Za-z0-9%._~-]*%7D$/);
    expect(decodeURIComponent(PolicyVersion?.Document ?? '')).toBe(document);
  });

  it('are refused with letters, sizes and grammar that IAM does not take', async () => {
    const make = (document: string, name = 'q') => refusal(makePolicy(name, document));
    expect(await make(statement('s3:GetObject', { Sid: '日本' }))).toBe('ValidationError');
    expect(await make('{')).toBe('MalformedPolicyDocument');
    expect(await make(statement('s3:GetObject', { Principal: '*' }))).toBe('MalformedPolicyDocument');
    expect(await make('{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"s3:*"}}')).toBe(
      'MalformedPolicyDocument',
    );
    const long = (letters: number) => statement(`s3:${'a'.repeat(letters - statement('s3:').length)}`);
    expect(await make(long(6145))).toBe('LimitExceeded');
    expect(await make(`${long(6144)}${' '.repeat(500)}`)).toBe('done');
    expect(await make(statement('s3:GetObject'))).toBe('EntityAlreadyExists');
    expect(await make(statement('s3:GetObject'), 'Q')).toBe('EntityAlreadyExists');
    expect(
      await refusal(
        iam.send(new CreateRoleCommand({ RoleName: 'x', AssumeRolePolicyDocument: statement('s3:GetObject') })),
      ),
    ).toBe('MalformedPolicyDocument');
  });

  it('that are attached cannot be deleted, and roles that hold something cannot either', async () => {
    const PolicyArn = await makePolicy();
    await makeRole();
    await iam.send(new AttachRolePolicyCommand({ RoleName: 'r', PolicyArn }));
    await iam.send(new PutRolePolicyCommand({ RoleName: 'r', PolicyName: 'i', PolicyDocument: statement('s3:*') }));
    expect(await refusal(iam.send(new DeletePolicyCommand({ PolicyArn })))).toBe('DeleteConflict');
    expect(await refusal(iam.send(new DeleteRoleCommand({ RoleName: 'r' })))).toBe('DeleteConflict');
    const { PolicyRoles } = await iam.send(new ListEntitiesForPolicyCommand({ PolicyArn }));
    expect(PolicyRoles?.map(({ RoleName }) => RoleName)).toEqual(['r']);
    const missing = { RoleName: 'r', PolicyArn: `${PolicyArn}x` };
    expect(await refusal(iam.send(new AttachRolePolicyCommand(missing)))).toBe('NoSuchEntity');
  });

  it('are attached up to the quota', async () => {
    await makeRole();
    const codes = [];
    for (let i = 0; i < 11; i++) {
      const PolicyArn = await makePolicy(`p${i}`);
      codes.push(await refusal(iam.send(new AttachRolePolicyCommand({ RoleName: 'r', PolicyArn }))));
    }
    expect(codes).toEqual([...Array(10).fill('done'), 'LimitExceeded']);
    const { SummaryMap } = await iam.send(new GetAccountSummaryCommand({}));
    expect(SummaryMap).toMatchObject({ Policies: 11, Roles: 1, AttachedPoliciesPerRoleQuota: 10 });
  });
});

describe('lists', () => {
  it('come in pages that may be shorter than asked for', async () => {
    await start({ pageSize: 3 });
    for (let i = 0; i < 8; i++) await makeRole(`r${i}`);
    await iam.send(new TagRoleCommand({ RoleName: 'r3', Tags: [{ Key: 'team', Value: 'ml' }] }));
    const names: string[] = [];
    const sizes: number[] = [];
    for await (const { Roles = [] } of paginateListRoles({ client: iam }, { MaxItems: 1000 })) {
      names.push(...Roles.map(({ RoleName = '' }) => RoleName));
      sizes.push(Roles.length);
    }
    expect(names).toEqual(['r0', 'r1', 'r2', 'r3', 'r4', 'r5', 'r6', 'r7']);
    expect(sizes).toEqual([3, 3, 2]);
    const tags: unknown[] = [];
    for await (const page of paginateGetAccountAuthorizationDetails({ client: iam }, {})) {
      for (const { RoleName, Tags = [] } of page.RoleDetailList ?? []) if (Tags.length > 0) tags.push([RoleName, Tags]);
    }
    expect(tags).toEqual([['r3', [{ Key: 'team', Value: 'ml' }]]]);
  });
});

describe('what goes wrong on request', () => {
  it('throttling is repeated by the SDK, and a writer with one attempt hears of it at once', async () => {
    const PolicyArn = await makePolicy();
    const list = new ListPolicyVersionsCommand({ PolicyArn });
    double.faults.add({ operation: 'ListPolicyVersions', fault: THROTTLED });
    expect(await refusal(iam.send(list))).toBe('Throttling');
    double.faults.add({ operation: 'ListPolicyVersions', fault: THROTTLED });
    expect(await refusal(client(3).send(list))).toBe('done');
  });

  it('a connection lost after the commit makes the SDK write twice where it may try again', async () => {
    const PolicyArn = await makePolicy();
    const make = new CreatePolicyVersionCommand({ PolicyArn, PolicyDocument: statement('s3:PutObject') });
    double.faults.add({ operation: 'CreatePolicyVersion', fault: { kind: 'lost', committed: true } });
    expect(await refusal(client(3).send(make))).toBe('done');
    expect(double.state().policies.get(PolicyArn)?.versions).toHaveLength(3);
    double.faults.add({ operation: 'CreatePolicyVersion', fault: { kind: 'lost', committed: false } });
    expect(await refusal(iam.send(make))).not.toBe('done');
    expect(double.state().policies.get(PolicyArn)?.versions).toHaveLength(3);
    expect(
      double.calls
        .filter(({ operation }) => operation === 'CreatePolicyVersion')
        .map((one) => [one.outcome, one.committed]),
    ).toEqual([
      ['lost', true],
      ['200', true],
      ['lost', false],
    ]);
  });

  it('reads lag behind writes, and somebody else writes in between', async () => {
    await start({ lag: 2 });
    await makeRole();
    const read = () => refusal(iam.send(new GetRoleCommand({ RoleName: 'r' })));
    expect([await read(), await read(), await read()]).toEqual(['NoSuchEntity', 'NoSuchEntity', 'done']);
    double.faults.add({
      operation: 'GetRole',
      fault: { kind: 'other-writer', write: (state) => ({ ...state, roles: new Map() }) },
    });
    await read();
    expect(double.state().roles.size).toBe(0);
  });

  it('a gateway in between answers in its own words', async () => {
    double.faults.add({ fault: { kind: 'gateway', committed: true } });
    const error = await iam
      .send(new CreatePolicyCommand({ PolicyName: 'p', PolicyDocument: statement('s3:*') }))
      .catch((one: unknown) => one);
    expect(error).toMatchObject({ $metadata: { httpStatusCode: 502 } });
    expect(double.state().policies.size).toBe(1);
  });

  it('a key can be refused some operations', async () => {
    const poor = { ...ADMINISTRATOR, accessKeyId: 'AKIAPOOR', refused: ['iam:Create*'] };
    double.credentials.set(poor.accessKeyId, poor);
    iam = new IAMClient(settings(poor));
    expect(await refusal(makeRole())).toBe('AccessDenied');
    expect(double.state()).toBe(EMPTY);
  });
});
