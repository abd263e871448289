/** What the account layer needs of AWS: reads, single writes as data, and failures with a kind. The host implements it. */
import type {
  AccountSummary,
  AttachedPolicy,
  CallerIdentity,
  IdentityKind,
  LiveIdentity,
  LivePolicy,
  LiveVersion,
  PolicyHolder,
} from './live.ts';
import type { WriteCall } from './write-call.ts';

export interface AccountPort {
  readonly read: AccountReader;
  /**
   * Sends the call once: no attempt after the first, whatever the answer (CreatePolicyVersion repeated makes two versions,
   * LimitExceeded repeated makes three seconds).
   */
  readonly write: (call: WriteCall) => Promise<Answer<WriteReceipt>>;
}

/**
 * Reads are repeated by the adapter as the SDK does, and lists are whole: all pages. `undefined` is what AWS says is not
 * there (NoSuchEntity); it is never a failure. Answers may be older than the last write: IAM is eventually consistent.
 */
export interface AccountReader {
  /** sts:GetCallerIdentity. */
  readonly callerIdentity: () => Promise<Answer<CallerIdentity>>;
  /** iam:ListAccountAliases. */
  readonly accountAlias: () => Promise<Answer<string | undefined>>;
  /** iam:GetAccountSummary. */
  readonly accountSummary: () => Promise<Answer<AccountSummary>>;
  /** iam:GetPolicy. */
  readonly policy: (arn: string) => Promise<Answer<LivePolicy | undefined>>;
  /** iam:ListPolicyVersions, in the order of their numbers. */
  readonly policyVersions: (arn: string) => Promise<Answer<readonly LiveVersion[] | undefined>>;
  /** iam:GetPolicyVersion: the document as JSON text, decoded. */
  readonly policyDocument: (arn: string, versionId: string) => Promise<Answer<string | undefined>>;
  /** iam:ListEntitiesForPolicy, both usages. */
  readonly policyHolders: (arn: string) => Promise<Answer<readonly PolicyHolder[] | undefined>>;
  /** iam:GetUser, iam:GetGroup, iam:GetRole. */
  readonly identity: (kind: IdentityKind, name: string) => Promise<Answer<LiveIdentity | undefined>>;
  /** iam:ListAttachedUserPolicies and so on. */
  readonly attachedPolicies: (
    kind: IdentityKind,
    name: string,
  ) => Promise<Answer<readonly AttachedPolicy[] | undefined>>;
  /** iam:ListUserPolicies and so on. */
  readonly inlinePolicyNames: (kind: IdentityKind, name: string) => Promise<Answer<readonly string[] | undefined>>;
  /** iam:GetUserPolicy and so on: the document as JSON text, decoded. */
  readonly inlinePolicy: (kind: IdentityKind, name: string, policyName: string) => Promise<Answer<string | undefined>>;
}

export type Answer<Value> = { readonly kind: 'answered'; readonly value: Value } | AwsFailure;

/** What AWS gave back for a write that it has done. */
export interface WriteReceipt {
  readonly requestId?: string;
  /** Of CreatePolicyVersion: `v6`. */
  readonly versionId?: string;
  /** Of what was created. */
  readonly arn?: string;
}

export interface AwsFailure {
  readonly kind: 'failed';
  readonly why: FailureKind;
  /** AWS's own code as on the wire: `LimitExceeded`. Where there was no answer, the code of the connection: `ECONNRESET`. */
  readonly code: string;
  /** `CreatePolicyVersion`. */
  readonly operation: string;
  /** AWS's own words, or those of the connection; never a credential. */
  readonly message: string;
  readonly requestId?: string;
}

/**
 * Of all but `ambiguous` it is certain that nothing was done.
 * - throttled: Throttling, ThrottlingException, TooManyRequests, RequestLimitExceeded
 * - conflict: ConcurrentModification, EntityTemporarilyUnmodifiable
 * - exists: EntityAlreadyExists
 * - not-found: NoSuchEntity (of a write)
 * - in-use: DeleteConflict
 * - limit: LimitExceeded
 * - access-denied: AccessDenied, UnmodifiableEntity
 * - invalid: MalformedPolicyDocument, InvalidInput, ValidationError, PolicyNotAttachable
 * - credentials: ExpiredToken, InvalidClientTokenId, SignatureDoesNotMatch, and credentials that could not be found
 * - unreachable: the request was never sent (name not found, connection refused)
 * - ambiguous: the connection was lost or timed out after the request was sent, or the answer was a 5xx: it may be done
 * - other: any other refusal (4xx)
 */
export type FailureKind =
  | 'throttled'
  | 'conflict'
  | 'exists'
  | 'not-found'
  | 'in-use'
  | 'limit'
  | 'access-denied'
  | 'invalid'
  | 'credentials'
  | 'unreachable'
  | 'ambiguous'
  | 'other';
