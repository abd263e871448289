/** STS, version 2011-06-15, without role sessions. */
import type { Operations } from './operation.ts';

export const STS_OPERATIONS: Operations = {
  GetCallerIdentity: ({ state, caller }) => ({
    result: { Arn: caller.arn, UserId: caller.userId, Account: state.account },
  }),
};
