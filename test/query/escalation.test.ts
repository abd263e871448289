/** Ways to more rights, in small environments: open where every step is allowed on what it has to be about. */
import { expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../src/language/index.ts';
import { checkInvariants } from '../../src/query/index.ts';
import { environmentReader, type FileSystem } from '../../src/workspace/index.ts';
import { catalog } from '../catalog/open-catalog.ts';

const USER = 'arn:aws:iam::111122223333:user';
const ROLE = 'arn:aws:iam::111122223333:role';

const RUNNING = { Effect: 'Allow', Action: ['lambda:CreateFunction', 'lambda:InvokeFunction'], Resource: '*' };

/** What a user is given, and how it ends. */
const CASES: readonly (readonly [name: string, policies: Policies, how: string | undefined])[] = [
  ['reading is no way', { identity: [allow('s3:Get*', '*')] }, undefined],
  ['a policy is rewritten', { identity: [allow('iam:CreatePolicyVersion', '*')] }, 'rewrite a policy that it has'],
  ['keys of its own are no way', { identity: [allow('iam:CreateAccessKey', `${USER}/\${aws:username}`)] }, undefined],
  [
    'keys of others are',
    { identity: [allow('iam:CreateAccessKey', `${USER}/*`)] },
    'make itself an access key of any user',
  ],
  ['a policy for others is no way', { identity: [allow('iam:PutUserPolicy', `${USER}/bob`)] }, undefined],
  ['one for itself is', { identity: [allow('iam:PutUserPolicy', `${USER}/alice`)] }, 'write a policy into its user'],
  [
    'a boundary stands in the way',
    { identity: [allow('iam:PutUserPolicy', '*')], boundary: [allow('s3:*', '*')] },
    undefined,
  ],
  [
    'a role is passed to a function and run',
    { identity: [allow('iam:PassRole', `${ROLE}/admin`), RUNNING] },
    'run a function with any role',
  ],
  [
    'what is passed to another service only is not',
    {
      identity: [
        { ...allow('iam:PassRole', '*'), Condition: { StringEquals: { 'iam:PassedToService': 'rds.amazonaws.com' } } },
        RUNNING,
      ],
    },
    undefined,
  ],
  [
    'a role is changed and another one taken on',
    { identity: [allow('iam:AttachRolePolicy', `${ROLE}/admin`), allow('sts:AssumeRole', `${ROLE}/reader`)] },
    undefined,
  ],
  [
    'the role that is changed is taken on',
    { identity: [allow('iam:AttachRolePolicy', `${ROLE}/reader`), allow('sts:AssumeRole', `${ROLE}/reader`)] },
    'attach any policy to a role and take it on',
  ],
];

interface Policies {
  readonly identity?: readonly object[];
  /** Of the role `admin`. */
  readonly role?: readonly object[];
  readonly boundary?: readonly object[];
}

function allow(action: string, resource: string) {
  return { Effect: 'Allow', Action: action, Resource: resource };
}

function check({ identity = [], role = [], boundary }: Policies) {
  const document = (statements: readonly object[]) => ({ Version: '2012-10-17', Statement: statements });
  const alice = {
    policies: identity.length > 0 ? [document(identity)] : [],
    ...(boundary ? { boundary: document(boundary) } : {}),
  };
  const trust = document([{ Effect: 'Allow', Principal: { AWS: '111122223333' }, Action: 'sts:AssumeRole' }]);
  const roles = { admin: { trust, policies: role.length > 0 ? [document(role)] : [] }, reader: { trust } };
  const text = JSON.stringify({ accounts: { '111122223333': { users: { alice, bob: {} }, roles } } });
  const files: FileSystem = {
    root: '/project',
    readText: () => ({ text }),
    writeText: () => expect.unreachable('nothing is written'),
    exists: () => true,
    listFiles: () => [],
  };
  const { environment, diagnostics } = environmentReader({ files, catalog: () => catalog }).read('e.json');
  if (!environment) return expect.unreachable(JSON.stringify(diagnostics));
  const source = { name: 'test', text: '' };
  const claim = { kind: 'no-privilege-escalation', actions: ['*'], given: {}, except: [] } as const;
  const invariant = { name: 'test', location: { source, range: { start: 0, end: 0 } }, claim };
  const [result] = checkInvariants({ source, environment, catalog, invariants: [invariant] }, DEFAULT_SETTINGS);
  return result ?? expect.unreachable('one claim, one result');
}

/** What the role `admin` is given, and how it ends. */
const ROLE_CASES: readonly (readonly [name: string, statement: object, how: string | undefined])[] = [
  [
    'a role that attaches policies to itself need not take itself on',
    allow('iam:AttachRolePolicy', `${ROLE}/admin`),
    'attach any policy to itself',
  ],
  [
    'a role that writes policies into itself need not take itself on',
    allow('iam:PutRolePolicy', `${ROLE}/*`),
    'write a policy into itself',
  ],
  ['who else trusts it gives a role nothing', allow('iam:UpdateAssumeRolePolicy', `${ROLE}/admin`), undefined],
  ['groups have no roles in them', allow('iam:PutGroupPolicy', '*'), undefined],
  ['attaching policies to another role is no way', allow('iam:AttachRolePolicy', `${ROLE}/reader`), undefined],
];

it.each(ROLE_CASES)('%s', (_, statement, how) => {
  const { status, how: found, witnesses } = check({ role: [statement] });
  expect([status, found]).toEqual(how === undefined ? ['holds', undefined] : ['violated', how]);
  expect(witnesses.map(({ asker, request, result }) => [asker.name, request.resource, result.decision])).toEqual(
    how === undefined ? [] : [['role/admin', `${ROLE}/admin`, 'allowed']],
  );
});

it.each(CASES)('%s', (_, policies, how) => {
  const { status, how: found, witnesses } = check(policies);
  expect([status, found]).toEqual(how === undefined ? ['holds', undefined] : ['violated', how]);
  for (const { result } of witnesses) expect(result.decision).toBe('allowed');
});
