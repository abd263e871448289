/** STS, version 2011-06-15: who is asking, roles taken on by the plainest of trust policies, messages decoded. */
import { randomBytes } from 'node:crypto';
import { AwsError } from './aws-error.ts';
import { optional, textOf } from './form.ts';
import type { Call, Operations, Outcome } from './operation.ts';

export const STS_OPERATIONS: Operations = {
  GetCallerIdentity: ({ state, caller }) => ({
    result: { Arn: caller.arn, UserId: caller.userId, Account: state.account },
  }),

  AssumeRole: (call) => assumeRole(call),

  /** Encoded here is in base64; AWS's own cipher is not told. */
  DecodeAuthorizationMessage: ({ parameters }) => {
    const DecodedMessage = Buffer.from(textOf(parameters, 'EncodedMessage'), 'base64url').toString();
    if (!DecodedMessage.startsWith('{')) {
      throw new AwsError('InvalidAuthorizationMessageException', 'Message is not valid.');
    }
    return { result: { DecodedMessage } };
  },
};

interface TrustStatement {
  readonly Effect: string;
  readonly Principal: { readonly AWS?: string | readonly string[] };
  readonly Condition?: { readonly StringEquals?: { readonly 'sts:ExternalId'?: string } };
}

/** Statements that name the caller, its role or its account, and at most an external id. */
function assumeRole({ state, parameters, caller, newId, now }: Call): Outcome {
  const arn = textOf(parameters, 'RoleArn');
  const name = textOf(parameters, 'RoleSessionName');
  const role = [...state.roles.values()].find((one) => one.arn === arn);
  const { Statement = [] }: { Statement?: readonly TrustStatement[] } = JSON.parse(role?.trust ?? '{}');
  const [, account = '', session = ''] = /^arn:aws:(?:iam|sts)::(\d{12}):(.*)$/.exec(caller.arn) ?? [];
  const own = session.startsWith('assumed-role/')
    ? `arn:aws:iam::${account}:role/${session.split('/')[1]}`
    : caller.arn;
  const names = [own, caller.arn, account, `arn:aws:iam::${account}:root`];
  const isTrusted = Statement.some(({ Effect, Principal, Condition }) => {
    const wanted = Condition?.StringEquals?.['sts:ExternalId'];
    const isNamed = [Principal.AWS ?? []].flat().some((one) => names.includes(one));
    return Effect === 'Allow' && isNamed && (wanted === undefined || wanted === optional(parameters, 'ExternalId'));
  });
  if (!role || !isTrusted) {
    throw new AwsError(
      'AccessDenied',
      `User: ${caller.arn} is not authorized to perform: sts:AssumeRole on resource: ${arn}`,
      403,
    );
  }
  const expires = Date.parse(now) + 3_600_000;
  const credential = {
    accessKeyId: newId('ASIA'),
    secretAccessKey: randomBytes(30).toString('base64'),
    sessionToken: randomBytes(60).toString('base64'),
    expires,
    arn: `arn:aws:sts::${arn.split(':')[4]}:assumed-role/${role.name}/${name}`,
    userId: `${role.id}:${name}`,
  };
  return {
    credential,
    result: {
      Credentials: {
        AccessKeyId: credential.accessKeyId,
        SecretAccessKey: credential.secretAccessKey,
        SessionToken: credential.sessionToken,
        Expiration: new Date(expires).toISOString(),
      },
      AssumedRoleUser: { AssumedRoleId: credential.userId, Arn: credential.arn },
    },
  };
}
