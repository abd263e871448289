/** What sets one policy type apart from the others, as data (semantics A30 to A42). */
import type { Effect, PolicyType } from '../policy-document.ts';

/** May, must or must not an element stand in a policy of this type? */
export type Presence = 'required' | 'optional' | 'forbidden';

export interface PolicyTypeRow {
  readonly type: PolicyType;
  /** AWS's name for it: `identity-based policy`. */
  readonly title: string;
  readonly id: Presence;
  /** Principal or NotPrincipal. */
  readonly principal: Presence;
  readonly notPrincipal: 'allowed' | 'forbidden';
  /** Whom it may name: anybody, or only everybody (`"*"`). */
  readonly principals: 'any' | 'everybody';
  /** What a statement may do. RCPFullAWSAccess, which AWS writes, is outside these rules. */
  readonly effects: readonly Effect[];
  readonly notAction: 'allowed' | 'forbidden';
  /** Actions may be `*` alone, or must name a service. */
  readonly everyAction: 'allowed' | 'forbidden';
  /** Resource or NotResource. */
  readonly resource: Presence;
  /** IAM takes only `A-Z a-z 0-9` and wants unique Sids; other services are laxer (A13). */
  readonly sid: 'alphanumeric' | 'free';
  /** How a resource ARN of fewer than six parts is read (B14). */
  readonly incompleteArn: 'filled' | 'malformed' | 'matches-nothing';
  /** Grants by itself, or only limits what others grant. */
  readonly grants: boolean;
}
