/** Which resource of the environment a request means. */
import { parseArn } from '../language/index.ts';
import type { Account, Environment, GivenContext, Resource, Role, Tags, User } from './environment.ts';

export interface FoundResource {
  readonly account: Account;
  /** The listed resources that the ARN equals or lies under, the nearest first; empty for users and roles. */
  readonly listed: readonly Resource[];
  readonly role?: Role;
  readonly tags: Tags;
  readonly context: GivenContext;
}

/** Undefined where no account lists the resource or a parent of it at a `/` or `:` boundary (a bucket for its objects). */
export function findResource(environment: Environment, arn: string): FoundResource | undefined {
  for (const account of environment.accounts) {
    const role = account.roles.find((one) => one.arn === arn);
    const user = account.users.find((one) => one.arn === arn);
    const identity: Role | User | undefined = role ?? user;
    if (identity) return { account, listed: [], ...(role ? { role } : {}), tags: identity.tags, context: {} };
    const listed = account.resources
      .filter((resource) => isOrHolds(resource.arn, arn))
      .sort((a, b) => b.arn.length - a.arn.length);
    const [nearest] = listed;
    if (nearest) return { account, listed, tags: nearest.tags, context: nearest.context };
  }
  return undefined;
}

function isOrHolds(listed: string, arn: string): boolean {
  if (!arn.startsWith(listed)) return false;
  return listed.length === arn.length || /[/:]$/.test(listed) || /^[/:]/.test(arn.slice(listed.length));
}

/** The account an ARN names; S3 and a few others leave it out, AWS's own resources say `aws`. */
export function accountInArn(arn: string): string | undefined {
  const account = parseArn(arn)?.account;
  return account && /^[0-9]{12}$/.test(account) ? account : undefined;
}
