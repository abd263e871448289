/** STS, version 2011-06-15, without role sessions. */
import { AwsError } from './aws-error.ts';
import { textOf } from './form.ts';
import type { Operations } from './operation.ts';

export const STS_OPERATIONS: Operations = {
  GetCallerIdentity: ({ state, caller }) => ({
    result: { Arn: caller.arn, UserId: caller.userId, Account: state.account },
  }),

  /** Encoded here is in base64; AWS's own cipher is not told. */
  DecodeAuthorizationMessage: ({ parameters }) => {
    const DecodedMessage = Buffer.from(textOf(parameters, 'EncodedMessage'), 'base64url').toString();
    if (!DecodedMessage.startsWith('{')) {
      throw new AwsError('InvalidAuthorizationMessageException', 'Message is not valid.');
    }
    return { result: { DecodedMessage } };
  },
};
