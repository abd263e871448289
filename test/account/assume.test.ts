/** Roles taken on by the built program, the double as STS. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type AwsDouble, type Identity, startDouble } from './double/index.ts';
import { type Place, place, run } from './run-program.ts';

let double: AwsDouble;
let at: Place;

const HUB = 'arn:aws:iam::111122223333:role/hub';
const SPOKE = 'arn:aws:iam::111122223333:role/spoke';

beforeEach(async () => {
  double = await startDouble();
  at = place();
  double.change((state) => ({
    ...state,
    roles: new Map([
      ['hub', role('hub', { AWS: 'arn:aws:iam::111122223333:root' })],
      ['spoke', role('spoke', { AWS: HUB }, { StringEquals: { 'sts:ExternalId': 'course-2026' } })],
    ]),
  }));
});
afterEach(async () => {
  at.remove();
  await double.close();
});

function role(name: string, principal: object, condition?: object): Identity {
  const statement = {
    Effect: 'Allow',
    Principal: principal,
    Action: 'sts:AssumeRole',
    ...(condition ? { Condition: condition } : {}),
  };
  return {
    kind: 'role',
    name,
    path: '/',
    arn: `arn:aws:iam::111122223333:role/${name}`,
    id: `AROADOUBLE${name.toUpperCase().padEnd(11, '0')}`,
    created: '2026-01-01T00:00:00Z',
    inline: {},
    attached: [],
    tags: {},
    groups: [],
    trust: JSON.stringify({ Version: '2012-10-17', Statement: [statement] }),
    maxSessionDuration: 3600,
  };
}

it('a chain is taken on, each call signed by the session before', async () => {
  const { code, out } = await run(['assume', 'role/hub', SPOKE, '--external-id', 'course-2026'], at, double.env);
  expect(out.replaceAll(/until \S+/g, 'until ...')).toBe(
    [
      `assumed ${HUB}: arn:aws:sts::111122223333:assumed-role/hub/iamproof, until ...`,
      `assumed ${SPOKE}: arn:aws:sts::111122223333:assumed-role/spoke/iamproof, until ...\n`,
    ].join('\n'),
  );
  expect(code).toBe(0);
  const callers = double.calls.filter(({ operation }) => operation === 'AssumeRole').map(({ caller }) => caller);
  expect(callers.at(-1)).toBe('arn:aws:sts::111122223333:assumed-role/hub/iamproof');
});

it('where a role refuses, the chain ends there, and no secret is told', async () => {
  const { code, out, err } = await run(['assume', 'role/hub', SPOKE, 'role/hub'], at, double.env);
  expect(out).toContain(`${SPOKE} was not assumed: an error occurred (AccessDenied)`);
  expect(code).toBe(1);
  for (const { secretAccessKey, sessionToken } of double.credentials.values()) {
    expect(out + err).not.toContain(secretAccessKey);
    if (sessionToken !== undefined) expect(out + err).not.toContain(sessionToken);
  }
});

it('what the project says stands beside it', async () => {
  const trust = (principal: string) => ({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Principal: { AWS: principal }, Action: 'sts:AssumeRole' }],
  });
  const allow = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 'sts:*', Resource: '*' }] };
  at.write(
    'prod.environment.yaml',
    JSON.stringify({
      accounts: {
        '111122223333': {
          users: { administrator: { policies: [allow] } },
          roles: {
            hub: { trust: trust('111122223333'), policies: [allow] },
            spoke: { trust: trust('444455556666') },
          },
        },
      },
    }),
  );
  const words = ['assume', 'role/hub', SPOKE, '--external-id', 'course-2026', '--environment', 'prod.environment.yaml'];
  const { code, out } = await run(words, at, double.env);
  expect(out).toContain('  the project says it is allowed\n');
  expect(out).toContain('  the project says it is denied: they differ\n');
  expect(code).toBe(1);
});
