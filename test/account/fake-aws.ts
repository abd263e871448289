/** AWS in memory, as the command line meets it: what a transcript says of the account and of what goes wrong. */
import type { Aws } from '../../src/account/index.ts';
import { type Account, type Fault, type Memory, memoryAccount } from './memory-account.ts';

/** As a transcript writes it: documents as JSON values, versions by their number. */
export interface AccountText {
  /** Versions; the default is the last. */
  readonly policies?: Readonly<Record<string, readonly object[]>>;
  readonly users?: Readonly<Record<string, IdentityText>>;
  readonly groups?: Readonly<Record<string, IdentityText>>;
  readonly roles?: Readonly<Record<string, IdentityText>>;
  /** Whose credentials are at hand; 111122223333 where nothing is said. */
  readonly caller?: string;
  /** Documents of AWS's own policies, by ARN. */
  readonly aws?: Readonly<Record<string, object>>;
}

interface IdentityText {
  readonly trust?: object;
  readonly attached?: readonly string[];
  readonly inline?: Readonly<Record<string, object>>;
}

export interface FakeAws {
  readonly aws: Aws;
  readonly memory: Memory;
}

/** @param faults what befalls writes, by their number from 0 */
export function fakeAws(text: AccountText, faults: Readonly<Record<number, Fault>> = {}): FakeAws {
  const { caller, aws: own = {} } = text;
  const aws = Object.fromEntries(Object.entries(own).map(([arn, document]) => [arn, JSON.stringify(document)]));
  const memory = memoryAccount(accountOf(text), {
    aws,
    fault: (write) => faults[write],
    ...(caller === undefined ? {} : { account: caller }),
  });
  return {
    memory,
    aws: {
      account: memory,
      signIn: () => signIn(memory),
      assume: (chain) => assume(memory, chain),
      details: async () => dump(memory.now()),
      decodeMessage,
    },
  };
}

/** Every role of the account lets itself be taken on. */
async function* assume(memory: Memory, chain: Parameters<Aws['assume']>[0]): ReturnType<Aws['assume']> {
  for (const { roleArn, sessionName } of chain) {
    const name = roleArn.slice(roleArn.lastIndexOf('/') + 1);
    if (!memory.now().identities[`role/${name}`]) {
      const message = `User is not authorized to perform: sts:AssumeRole on resource: ${roleArn}`;
      yield { kind: 'failed', why: 'access-denied', code: 'AccessDenied', operation: 'AssumeRole', message };
      return;
    }
    const arn = `arn:aws:sts::111122223333:assumed-role/${name}/${sessionName}`;
    yield { kind: 'answered', value: { arn, expires: '2026-11-24T13:00:00.000Z' } };
  }
}

const decodeMessage: Aws['decodeMessage'] = async (encoded) => ({
  kind: 'answered',
  value: Buffer.from(encoded, 'base64url').toString(),
});

async function signIn(memory: Memory): ReturnType<Aws['signIn']> {
  const answer = await memory.read.callerIdentity();
  if (answer.kind === 'failed') throw new Error('the memory always answers');
  const source = 'the environment (AWS_ACCESS_KEY_ID)';
  return { kind: 'answered', value: { caller: answer.value, source, region: 'us-east-1', endpoints: [], notes: [] } };
}

function dump({ identities, policies }: Account): Awaited<ReturnType<Aws['details']>> {
  const of = (kind: string, name: string) =>
    Object.values(identities)
      .filter((one) => one.kind === kind)
      .map((one) => ({
        [`${name}Name`]: one.name,
        Arn: `arn:aws:iam::111122223333:${kind}/${one.name}`,
        [`${name}PolicyList`]: Object.entries(one.inline).map(([PolicyName, PolicyDocument]) => ({
          PolicyName,
          PolicyDocument,
        })),
        AttachedManagedPolicies: one.attached.map((PolicyArn) => ({ PolicyArn })),
        ...(one.trust === undefined ? {} : { AssumeRolePolicyDocument: one.trust }),
      }));
  const page = {
    UserDetailList: of('user', 'User'),
    GroupDetailList: of('group', 'Group'),
    RoleDetailList: of('role', 'Role'),
    Policies: Object.entries(policies).map(([Arn, one]) => ({
      Arn,
      PolicyName: one.name,
      DefaultVersionId: one.default,
      PolicyVersionList: one.versions.map(({ id, document }) => ({ VersionId: id, Document: document })),
    })),
  };
  return { kind: 'answered', value: { page } };
}

function accountOf({ policies = {}, users = {}, groups = {}, roles = {} }: AccountText): Account {
  const stored = Object.entries(policies).map(([name, documents]) => {
    const versions = documents.map((one, index) => ({ id: `v${index + 1}`, document: JSON.stringify(one) }));
    const number = versions.length;
    return [arnOf(name), { name, path: '/', versions, default: `v${number}`, next: number + 1 }] as const;
  });
  const identities = Object.entries({ user: users, group: groups, role: roles }).flatMap(([kind, all]) =>
    Object.entries(all).map(([name, { trust, attached = [], inline = {} }]) => {
      const texts = Object.entries(inline).map(([policy, document]) => [policy, JSON.stringify(document)]);
      const about = { kind, name, path: '/', attached: attached.map(arnOf), inline: Object.fromEntries(texts) };
      return [`${kind}/${name}`, { ...about, ...(trust ? { trust: JSON.stringify(trust) } : {}) }] as const;
    }),
  );
  return { policies: Object.fromEntries(stored), identities: Object.fromEntries(identities) as Account['identities'] };
}

function arnOf(name: string): string {
  return name.startsWith('arn:') ? name : `arn:aws:iam::111122223333:policy/${name}`;
}
