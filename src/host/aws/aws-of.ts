/** AWS on the SDK. Loaded by the account commands alone: it costs a fifth of a second. */
import { DecodeAuthorizationMessageCommand } from '@aws-sdk/client-sts';
import type { Aws, AwsChoice, AwsFailure, SignIn } from '../../account/index.ts';
import { type Asker, asker } from './ask.ts';
import { assumeRoles } from './assume-roles.ts';
import { type Clients, clientsOf, endpointsOf, type Way, wayOf } from './clients.ts';
import { credentialAdvice, credentialNotes, sourceWords } from './credentials.ts';
import { readAccount } from './read-account.ts';
import { readDetails } from './read-details.ts';
import { writeAccount } from './write-account.ts';

type Env = Readonly<Record<string, string | undefined>>;

export async function awsOf(choice: AwsChoice, env: Env): Promise<Aws> {
  const chosen = await wayOf(choice);
  const secrets = new Set([env.AWS_SECRET_ACCESS_KEY ?? '', env.AWS_SESSION_TOKEN ?? '']);
  const credentials: Way['credentials'] = async (...asked) => {
    const found = await chosen.credentials(...asked);
    secrets.add(found.secretAccessKey).add(found.sessionToken ?? '');
    return found;
  };
  const way = { ...chosen, credentials };
  const clients = clientsOf(way);
  const asking = asker(() => [...secrets]);
  const read = readAccount(clients, asking);
  return {
    signIn: () => signIn({ clients, way, asking, callerIdentity: read.callerIdentity }, env),
    account: { read, write: writeAccount(clients.writer, asking) },
    assume: assumeRoles({ sts: clients.sts, way, asking, keepSecret: (secret) => secrets.add(secret) }),
    details: readDetails(clients.iam, asking),
    decodeMessage: (encoded) =>
      asking.ask('DecodeAuthorizationMessage', async () => {
        const { DecodedMessage = '' } = await clients.sts.send(
          new DecodeAuthorizationMessageCommand({ EncodedMessage: encoded }),
        );
        return DecodedMessage;
      }),
  };
}

interface SigningIn {
  readonly clients: Clients;
  readonly way: Way;
  readonly asking: Asker;
  readonly callerIdentity: Aws['account']['read']['callerIdentity'];
}

async function signIn({ clients, way, asking, callerIdentity }: SigningIn, env: Env): Promise<SignIn> {
  const profile = env.AWS_PROFILE || undefined;
  const notes = credentialNotes(env, profile);
  const endpoints = await endpointsOf({ iam: clients.iam, sts: clients.sts }, way).catch(() => []);
  const failed = (failure: AwsFailure): SignIn => {
    const advice = credentialAdvice(failure.code, failure.message, { env, profile });
    return { ...failure, ...(advice === undefined ? {} : { advice }), endpoints, notes };
  };
  const found = await asking.ask('GetCredentials', async () => way.credentials());
  if (found.kind === 'failed') return failed(found);
  const caller = await callerIdentity();
  if (caller.kind === 'failed') return failed(caller);
  const source = sourceWords(sourceNotes(found.value), profile ?? 'default');
  return { kind: 'answered', value: { caller: caller.value, source, region: way.region, endpoints, notes } };
}

/** The SDK's own types leave it out. */
function sourceNotes(credentials: object): object | undefined {
  const { $source }: { $source?: object } = credentials;
  return $source;
}
