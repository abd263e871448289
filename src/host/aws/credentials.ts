/** Where credentials come from, and in clear words why there are none. */
import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

type Env = Readonly<Record<string, string | undefined>>;

/** What the SDK notes of where it found credentials, in words; the last that fits is the most telling. */
const SOURCES: readonly (readonly [note: string, words: (profile: string) => string])[] = [
  ['CREDENTIALS_ENV_VARS', () => 'the environment (AWS_ACCESS_KEY_ID)'],
  ['CREDENTIALS_PROFILE', (profile) => `profile \`${profile}\``],
  ['CREDENTIALS_IMDS', () => 'the metadata service of the instance'],
  ['CREDENTIALS_HTTP', () => 'the credentials endpoint of the container'],
  ['CREDENTIALS_PROCESS', (profile) => `the credential_process of profile \`${profile}\``],
  ['CREDENTIALS_PROFILE_PROCESS', (profile) => `the credential_process of profile \`${profile}\``],
  ['CREDENTIALS_LOGIN', (profile) => `\`aws login\` of profile \`${profile}\``],
  ['CREDENTIALS_PROFILE_LOGIN', (profile) => `\`aws login\` of profile \`${profile}\``],
  ['CREDENTIALS_SSO', (profile) => `single sign-on of profile \`${profile}\``],
  ['CREDENTIALS_SSO_LEGACY', (profile) => `single sign-on of profile \`${profile}\``],
  ['CREDENTIALS_STS_ASSUME_ROLE_WEB_ID', () => 'a role assumed with a web identity token'],
  ['CREDENTIALS_STS_ASSUME_ROLE', (profile) => `the role that profile \`${profile}\` assumes`],
];

export function sourceWords(notes: object | undefined, profile: string): string {
  const told = SOURCES.filter(([note]) => notes !== undefined && note in notes).at(-1);
  return told ? told[1](profile) : 'a source that the SDK does not name';
}

/** What a person should know before a call is made. */
export function credentialNotes(env: Env, profile: string | undefined): readonly string[] {
  if (profile === undefined || !env.AWS_ACCESS_KEY_ID || !env.AWS_SECRET_ACCESS_KEY) return [];
  return [
    `both the profile \`${profile}\` and AWS_ACCESS_KEY_ID are set: the profile is used; the AWS CLI may use the key instead, so unset one of them`,
  ];
}

/** What to do about credentials that could not be found or are not accepted; undefined where AWS's words say it all. */
export function credentialAdvice(
  code: string,
  message: string,
  { env, profile }: { env: Env; profile: string | undefined },
) {
  const renew = profile === undefined ? 'get new ones' : `sign in again: aws sso login --profile ${profile}`;
  if (/^(?:ExpiredToken|RequestExpired)/.test(code)) return `the credentials have expired; ${renew}`;
  if (/^SignatureDoesNotMatch/.test(code) && /expired|not yet current/i.test(message)) {
    return 'the clock of this machine is wrong: AWS lets clocks differ by five minutes';
  }
  if (/^SignatureDoesNotMatch/.test(code)) return 'the secret access key does not belong to the access key id';
  if (/^(?:InvalidClientTokenId|UnrecognizedClient|InvalidAccessKeyId)/.test(code)) {
    return 'AWS does not know the access key: it is mistyped, deleted, inactive, of another partition, or its session token is missing';
  }
  if (!/^(?:CredentialsProviderError|TokenProviderError)/.test(code)) return undefined;
  if (profile !== undefined && !profilesIn(env).includes(profile)) return noProfile(env, profile);
  if (/load credentials from any providers/.test(message)) {
    if (profile !== undefined) return `the profile \`${profile}\` holds no credentials, and nothing that leads to some`;
    return 'there are no credentials: set AWS_PROFILE or --profile, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or sign in with aws sso login';
  }
  return undefined;
}

function noProfile(env: Env, profile: string): string {
  const known = profilesIn(env);
  const others = known.length === 0 ? 'there is none' : `there are ${known.map((name) => `\`${name}\``).join(', ')}`;
  return `there is no profile \`${profile}\` in ${configFiles(env).join(' or ')}; ${others}`;
}

function configFiles({ AWS_CONFIG_FILE, AWS_SHARED_CREDENTIALS_FILE }: Env): readonly string[] {
  const folder = join(homedir(), '.aws');
  return [AWS_CONFIG_FILE || join(folder, 'config'), AWS_SHARED_CREDENTIALS_FILE || join(folder, 'credentials')];
}

/** Names of profiles, sorted; nothing else of the files is looked at. */
function profilesIn(env: Env): readonly string[] {
  const names = configFiles(env).flatMap((path) => {
    try {
      const sections = readFileSync(path, 'utf8').matchAll(/^\s*\[\s*(?:profile\s+)?["']?([^\]"']+?)["']?\s*\]/gm);
      return [...sections].map(([, name = '']) => name).filter((name) => !/^(?:sso-session|services)\s/.test(name));
    } catch {
      return [];
    }
  });
  return [...new Set(names)].sort();
}
