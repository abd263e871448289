/** Roles taken on one after the other: each call is signed with the session of the one before. */
import { AssumeRoleCommand, GetCallerIdentityCommand, type STSClient } from '@aws-sdk/client-sts';
import type { Aws, RoleToAssume } from '../../account/index.ts';
import type { Asker } from './ask.ts';
import type { Way } from './clients.ts';
import { stsWith } from './clients.ts';

interface Assuming {
  readonly sts: STSClient;
  readonly way: Way;
  readonly asking: Asker;
  /** Called with what must never be told. */
  readonly keepSecret: (secret: string) => void;
}

export function assumeRoles({ sts, way, asking, keepSecret }: Assuming): Aws['assume'] {
  return async function* (chain) {
    let client = sts;
    for (const role of chain) {
      const answer = await asking.ask('AssumeRole', async () => {
        const { Credentials } = await client.send(new AssumeRoleCommand(parametersOf(role)));
        const { AccessKeyId = '', SecretAccessKey = '', SessionToken = '', Expiration } = Credentials ?? {};
        keepSecret(SecretAccessKey);
        keepSecret(SessionToken);
        client = stsWith(way, {
          accessKeyId: AccessKeyId,
          secretAccessKey: SecretAccessKey,
          sessionToken: SessionToken,
        });
        // That the session can act, and as whom.
        const { Arn = '' } = await client.send(new GetCallerIdentityCommand({}));
        return { arn: Arn, ...(Expiration ? { expires: Expiration.toISOString() } : {}) };
      });
      yield answer;
      if (answer.kind === 'failed') return;
    }
  };
}

function parametersOf({ roleArn, sessionName, externalId, tags = {}, sourceIdentity }: RoleToAssume) {
  const Tags = Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));
  return {
    RoleArn: roleArn,
    RoleSessionName: sessionName,
    ...(externalId === undefined ? {} : { ExternalId: externalId }),
    ...(Tags.length > 0 ? { Tags } : {}),
    ...(sourceIdentity === undefined ? {} : { SourceIdentity: sourceIdentity }),
  };
}
