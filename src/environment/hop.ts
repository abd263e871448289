/** A step of a chain: one call to STS that gives a new session. */
import type { Policy } from '../language/index.ts';
import type { GivenContext, Tags } from './environment.ts';

export const HOP_CALLS = [
  'AssumeRole',
  'AssumeRoleWithSAML',
  'AssumeRoleWithWebIdentity',
  'GetFederationToken',
  'GetSessionToken',
  'AssumeRoot',
] as const;

/** The STS calls that give a session. */
export type HopCall = (typeof HOP_CALLS)[number];

/** The AWS managed policy that limits an AssumeRoot session (F40). */
export interface TaskPolicy {
  readonly arn: string;
  readonly policy: Policy;
}

export interface Hop {
  /** When missing: AssumeRoleWithSAML or AssumeRoleWithWebIdentity for callers with such a token, else AssumeRole. */
  readonly via?: HopCall;
  /** `role/dev`, `<account id or name>/role/dev` or an ARN. */
  readonly role?: string;
  readonly sessionName?: string;
  readonly externalId?: string;
  readonly tags?: Tags;
  /** Keys of `tags`. */
  readonly transitiveTags?: readonly string[];
  readonly sourceIdentity?: string;
  /** Inline session policy. */
  readonly sessionPolicy?: Policy;
  /** Managed session policies. */
  readonly sessionPolicies?: readonly Policy[];
  /** The caller shows an MFA code. */
  readonly mfa?: boolean;
  /** Seconds. */
  readonly duration?: number;
  /** Keys of this call, such as `saml:aud`. */
  readonly context?: GivenContext;
  /** AssumeRoot. */
  readonly taskPolicy?: TaskPolicy;
  /** AssumeRoot: id or name of the member account. */
  readonly account?: string;
  /** GetFederationToken: name of the session. */
  readonly name?: string;
}
