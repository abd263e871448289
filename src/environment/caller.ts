/** Who calls, with everything that follows the credentials: policies, tags and what a session carries. */
import type { Policy, Principal } from '../language/index.ts';
import type { GivenContext, Tags } from './environment.ts';

export interface Caller {
  /** As a person says it: `user/alice`, `role/dev (session ci)`. */
  readonly label: string;
  readonly principal: Principal;
  /** Temporary credentials carry a token issue time (D6). */
  readonly temporary: boolean;
  /** aws:PrincipalTag: tags of the user or role, overridden by those of the session (F11). */
  readonly tags: Tags;
  /** aws:userid, where the environment gives the unique id it is made of. */
  readonly userId?: string;
  /** aws:username: IAM users only. */
  readonly userName?: string;
  /** Identity policies, groups included; missing for callers that have none by nature (root, services, nobody). */
  readonly identity?: readonly Policy[];
  readonly boundary?: Policy;
  readonly session?: SessionFacts;
}

/** What a session carries beyond the principal it belongs to. */
export interface SessionFacts {
  /** Session policies passed; missing is "none passed" (E34). */
  readonly policies?: readonly Policy[];
  /** Keys of session tags that travel on to chained sessions (F11). */
  readonly transitiveTags: readonly string[];
  /** Set once, kept by all chained sessions (F12). */
  readonly sourceIdentity?: string;
  /** Was MFA used? Missing where the credentials say nothing about it (I17). */
  readonly mfa?: boolean;
  /** ISO 8601; missing where no time was given. */
  readonly issuedAt?: string;
  /** Sessions from AssumeRoleWithWebIdentity. */
  readonly federatedProvider?: string;
  /** Keys that the identity provider's token leaves in the session (`saml:sub`, `<provider>:aud`). */
  readonly context: GivenContext;
}

/** A session of which nothing but its existence is known. */
export const PLAIN_SESSION: SessionFacts = { transitiveTags: [], context: {} };
