/** The callers that an environment describes by the ARN of their user or role. */
import { type Caller, callersOf, type Environment } from '../environment/index.ts';

export function callersByArn(environment: Environment): ReadonlyMap<string, Caller> {
  return new Map(
    callersOf(environment).flatMap((caller) => {
      const arn = caller.principal.roleArn ?? caller.principal.arn;
      return arn === undefined ? [] : [[arn, caller] as const];
    }),
  );
}
