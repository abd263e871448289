/** Who is signed in, from where, and in clear words why nobody is: the built program against the double. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ADMINISTRATOR, type AwsDouble, type Credential, startDouble } from './double/index.ts';
import { type Place, place, run } from './run-program.ts';

let double: AwsDouble;
let at: Place;

beforeEach(async () => {
  double = await startDouble();
  at = place();
});
afterEach(async () => {
  at.remove();
  await double.close();
});

const PREDICT: Credential = {
  accessKeyId: 'AKIADOUBLEPREDICT000',
  secretAccessKey: 'predict/secret+0123456789abcdefghijklmnop',
  arn: 'arn:aws:iam::111122223333:user/ml_user_predict',
  userId: 'AIDADOUBLEPREDICT0000',
};

function addPredict(): void {
  double.credentials.set(PREDICT.accessKeyId, PREDICT);
  at.write(
    'credentials',
    `[ml_user_predict]\naws_access_key_id = ${PREDICT.accessKeyId}\naws_secret_access_key = ${PREDICT.secretAccessKey}\n`,
  );
  at.write('config', '[profile ml_user_predict]\nregion = eu-central-1\n[profile other]\n[sso-session corp]\n');
}

const whoami = (words: readonly string[] = [], env: Readonly<Record<string, string>> = {}) =>
  run(['whoami', ...words], at, env);

function withPredict(words: readonly string[]) {
  addPredict();
  return whoami(words);
}

/** What of it changes from run to run. */
function stable(text: string): string {
  return text.replaceAll(double.url, 'http://double').replaceAll(at.folder, '/home');
}

describe('whoami', () => {
  it('says whose keys the environment holds, and that calls do not go to AWS', async () => {
    double.change((state) => ({ ...state, alias: 'course' }));
    const { code, out, err } = await whoami([], double.env);
    expect(out).toBe(
      [
        'account  111122223333 (course)',
        'caller   arn:aws:iam::111122223333:user/administrator',
        'user id  AIDADOUBLEADMIN000000',
        'from     the environment (AWS_ACCESS_KEY_ID)',
        'region   us-east-1\n',
      ].join('\n'),
    );
    expect(stable(err)).toBe('note: calls go to http://double instead of AWS\n');
    expect(code).toBe(0);
  });

  it.each([
    ['--profile', ['--profile', 'ml_user_predict'], {}],
    ['AWS_PROFILE', [], { AWS_PROFILE: 'ml_user_predict' }],
  ])('takes a profile by %s, with its region', async (_how, words, env) => {
    addPredict();
    const { out } = await whoami([...words, '--endpoint-url', double.url, '--format', 'json'], env);
    expect(JSON.parse(out)).toEqual({
      schemaVersion: 1,
      account: '111122223333',
      arn: PREDICT.arn,
      userId: PREDICT.userId,
      partition: 'aws',
      source: 'profile `ml_user_predict`',
      region: 'eu-central-1',
      endpoints: [
        { service: 'iam', url: double.url },
        { service: 'sts', url: double.url },
      ],
    });
  });

  it('follows the endpoint of a profile, also of --profile', async () => {
    addPredict();
    at.write(
      'config',
      `[profile ml_user_predict]\nservices = local\n[services local]\nsts =\n  endpoint_url = ${double.url}\niam =\n  endpoint_url = ${double.url}\n`,
    );
    const { code, err } = await whoami(['--profile', 'ml_user_predict']);
    expect([code, stable(err)]).toEqual([0, 'note: calls go to http://double instead of AWS\n']);
  });

  it('says loudly that a profile and keys are both set, and which of them is used', async () => {
    addPredict();
    const { out, err } = await whoami(['--profile', 'ml_user_predict'], double.env);
    expect(out).toContain('user/ml_user_predict');
    expect(err).toMatch(
      /^warning: both the profile `ml_user_predict` and AWS_ACCESS_KEY_ID are set: the profile is used; /,
    );
    expect(err).not.toContain('SDK');
  });

  it('runs the credential_process of a profile', async () => {
    const answer = JSON.stringify({
      Version: 1,
      AccessKeyId: ADMINISTRATOR.accessKeyId,
      SecretAccessKey: ADMINISTRATOR.secretAccessKey,
    });
    at.write('answer.json', answer);
    at.write('config', `[profile made]\ncredential_process = cat ${at.folder}/answer.json\n`);
    const { out } = await whoami(['--profile', 'made', '--endpoint-url', double.url]);
    expect(out).toContain('from     the credential_process of profile `made`');
  });
});

describe('a failure of the chain', () => {
  const failures: readonly (readonly [string, () => Promise<{ code: number | null; out: string; err: string }>])[] = [
    ['no credentials', () => whoami()],
    ['a profile that is misspelt', () => withPredict(['--profile', 'ml_user_predikt'])],
    ['a profile without credentials', () => withPredict(['--profile', 'other', '--endpoint-url', double.url])],
    ['a wrong secret', () => whoami([], { ...double.env, AWS_SECRET_ACCESS_KEY: 'a-wrong-secret' })],
    ['an unknown key', () => whoami([], { ...double.env, AWS_ACCESS_KEY_ID: 'AKIANOBODYKNOWSTHIS0' })],
    [
      'an expired session',
      () => {
        const old = {
          ...ADMINISTRATOR,
          accessKeyId: 'ASIADOUBLEOLD0000000',
          sessionToken: 'old-session-token',
          expires: 1,
        };
        double.credentials.set(old.accessKeyId, old);
        return whoami([], {
          ...double.env,
          AWS_ACCESS_KEY_ID: old.accessKeyId,
          AWS_SESSION_TOKEN: 'old-session-token',
        });
      },
    ],
    [
      'a session of single sign-on that is over',
      () => {
        at.write(
          'config',
          '[profile sso]\nsso_start_url = https://corp.awsapps.com/start\nsso_region = us-east-1\nsso_account_id = 111122223333\nsso_role_name = Admin\n',
        );
        return whoami(['--profile', 'sso']);
      },
    ],
    ['nobody at the address', () => whoami([], { ...double.env, AWS_ENDPOINT_URL: 'http://127.0.0.1:9' })],
    [
      'a connection that is lost',
      () => {
        double.faults.add({ times: 9, fault: { kind: 'lost', committed: false } });
        return whoami([], double.env);
      },
    ],
  ];

  it.each(failures)('is told in clear words, without a secret: %s', async (_name, fail) => {
    const { code, out, err } = await fail();
    expect([code, out]).toEqual([2, '']);
    expect(stable(err)).toMatchSnapshot();
    expect(err).not.toMatch(/secret[/+]|a-wrong-secret|old-session-token|AKIA[A-Z0-9]{6}|ASIA[A-Z0-9]{6}/);
  });
});
