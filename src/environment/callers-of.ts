/** Everybody whom an environment describes. */
import type { Caller } from './caller.ts';
import type { Account, Environment } from './environment.ts';
import { roleCaller, rootCaller, userCaller } from './make-caller.ts';
import { DEFAULT_SESSION } from './resolve-principal.ts';

/** Of every account its users, a session of each role, and its root user. */
export function callersOf(environment: Environment): readonly Caller[] {
  return environment.accounts.flatMap((account) => callersIn(environment, account));
}

function callersIn(environment: Environment, account: Account): Caller[] {
  return [
    ...account.users.map((user) => userCaller(environment, account, user)),
    ...account.roles.map((role) => roleCaller(environment, { account, role, sessionName: DEFAULT_SESSION })),
    rootCaller(environment, account),
  ];
}
