/** The built program applies plans over HTTP: an answer that is lost, a process that is killed, and no secret anywhere. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ADMINISTRATOR, type AwsDouble, startDouble } from './double/index.ts';
import { type Ended, type Place, place, run, start } from './run-program.ts';

const ARN = 'arn:aws:iam::111122223333:policy/Reader';
let double: AwsDouble;
let at: Place;
const said: string[] = [];

function document(action: string): string {
  const Statement = [{ Sid: 'Read', Effect: 'Allow', Action: action, Resource: 'arn:aws:s3:::reports/*' }];
  return JSON.stringify({ Version: '2012-10-17', Statement });
}

function writeProject(action: string): void {
  at.write('reader.policy.json', document(action));
  at.write('own.policy.json', document('s3:GetObjectTagging'));
  const user = '{ "policies": ["reader.policy.json", "own.policy.json"] }';
  at.write('world.environment.json', `{ "accounts": { "111122223333": { "users": { "reader": ${user} } } } }`);
  const asked = { name: 'reads', principal: 'user/reader', resource: 'arn:aws:s3:::reports/a', expect: 'allowed' };
  const scenarios = [
    { ...asked, action },
    { ...asked, name: 'tags', action: 's3:GetObjectTagging' },
  ];
  at.write('world.scenario.json', JSON.stringify({ environment: './world.environment.json', scenarios }));
}

beforeAll(async () => {
  double = await startDouble({ lag: 2 });
  at = place();
  at.write(
    'iamproof.config.json',
    JSON.stringify({
      policies: { identity: ['*.policy.json'] },
      scenarios: ['*.scenario.json'],
      environments: ['*.environment.json'],
      accounts: ['*.account.json'],
    }),
  );
  at.write(
    'world.account.json',
    JSON.stringify({
      account: '111122223333',
      environment: './world.environment.json',
      policies: { Reader: { document: 'reader.policy.json' } },
      users: { reader: { attached: ['Reader'], inline: { own: 'own.policy.json' } } },
    }),
  );
  writeProject('s3:GetObject');
});
afterAll(async () => {
  at.remove();
  await double.close();
});

async function told(ended: Promise<Ended>): Promise<Ended> {
  const { out, err, code } = await ended;
  said.push(out, err);
  return { out, err, code };
}

const iamproof = (...words: readonly string[]) => told(run(words, at, double.env));

function versions() {
  const policy = double.state().policies.get(ARN);
  return { inForce: policy?.inForce, numbers: policy?.versions.map(({ number }) => number) };
}

it('an account is made what the project says although an answer is lost, and a second apply writes nothing', async () => {
  double.faults.add({ operation: 'CreatePolicy', fault: { kind: 'lost', committed: true } });
  const first = await iamproof('apply', '--auto-approve');
  expect([first.code, first.err]).toEqual([0, expect.stringContaining('calls go to http://127.0.0.1')]);
  expect(versions()).toEqual({ inForce: 1, numbers: [1] });
  expect(double.state().users.get('reader')?.attached).toEqual([ARN]);
  const count = double.calls.filter(({ committed }) => committed).length;
  expect((await iamproof('apply', '--auto-approve')).code).toBe(0);
  expect(double.calls.filter(({ committed }) => committed).length).toBe(count);
});

it('a process that is killed is gone on from, and taken back, without a version lost or made twice', async () => {
  writeProject('s3:ListBucketVersions');
  const running = start(['apply', '--auto-approve'], at, double.env);
  while (!double.calls.some(({ operation }) => operation === 'CreatePolicyVersion')) {
    await new Promise((done) => setTimeout(done, 1));
  }
  running.kill('SIGKILL');
  await told(running.ended);
  const refused = await iamproof('apply', '--auto-approve');
  expect([refused.code, refused.err]).toEqual([1, expect.stringContaining('has not come to an end')]);
  expect((await iamproof('apply', '--resume', '--auto-approve')).code).toBe(0);
  expect(versions()).toEqual({ inForce: 2, numbers: [1, 2] });
  expect((await iamproof('rollback', '--auto-approve')).code).toBe(0);
  expect(versions()).toEqual({ inForce: 1, numbers: [1] });
});

it('no secret is in what is printed or written', () => {
  const files = readdirSync(at.folder, { recursive: true, encoding: 'utf8' }).map((name) => join(at.folder, name));
  const texts = files.filter((name) => statSync(name).isFile()).map((name) => readFileSync(name, 'utf8'));
  expect(texts.join('\n')).toContain('"entry":"begin"');
  for (const text of [...texts, ...said]) {
    expect(text).not.toContain(ADMINISTRATOR.secretAccessKey);
    expect(text).not.toContain(ADMINISTRATOR.accessKeyId);
  }
});
