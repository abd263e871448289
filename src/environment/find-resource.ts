/** Which resource of the environment a request means. */
import { parseArn } from '../language/index.ts';
import type { Account, Environment, GivenContext, Resource, Role, Tags } from './environment.ts';

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
  const identity = identitiesOf(environment).get(arn);
  if (identity) return identity;
  for (const account of environment.accounts) {
    const listed = account.resources
      .filter((resource) => isOrHolds(resource.arn, arn))
      .sort((a, b) => b.arn.length - a.arn.length);
    const [nearest] = listed;
    if (nearest) return { account, listed, tags: nearest.tags, context: nearest.context };
  }
  return undefined;
}

const IDENTITIES = new WeakMap<Environment, ReadonlyMap<string, FoundResource>>();

/** Users and roles by ARN. */
function identitiesOf(environment: Environment): ReadonlyMap<string, FoundResource> {
  const known = IDENTITIES.get(environment);
  if (known) return known;
  const found = new Map<string, FoundResource>();
  for (const account of environment.accounts) {
    for (const { arn, tags } of account.users) found.set(arn, { account, listed: [], tags, context: {} });
    for (const role of account.roles) found.set(role.arn, { account, listed: [], role, tags: role.tags, context: {} });
  }
  IDENTITIES.set(environment, found);
  return found;
}

function isOrHolds(listed: string, arn: string): boolean {
  if (!arn.startsWith(listed)) return false;
  return listed.length === arn.length || beginningsBelow(listed).some((beginning) => arn.startsWith(beginning));
}

/** What the ARNs of all that lies below a resource begin with: its objects, versions, streams. No bucket's name has a colon. */
export function beginningsBelow(arn: string): readonly string[] {
  if (/[/:]$/.test(arn)) return [arn];
  return parseArn(arn)?.service === 's3' ? [`${arn}/`] : [`${arn}/`, `${arn}:`];
}

/** The account an ARN names; S3 and a few others leave it out, AWS's own resources say `aws`. */
export function accountInArn(arn: string): string | undefined {
  const account = parseArn(arn)?.account;
  return account && /^[0-9]{12}$/.test(account) ? account : undefined;
}
