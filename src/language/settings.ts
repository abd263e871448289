/** The contested points of IAM as settings: where AWS's documents are silent or disagree, the reading can be chosen. */

/** One point per member; DEFAULT_SETTINGS holds the documented choice. `docs/semantics.md` tells the sources of each. */
export interface Settings {
  /** I5: may a wildcard in ARN parts 1 to 5 cross a colon? `parts`: no. `string`: the ARN is matched as one text. */
  readonly arnWildcards: 'parts' | 'string';
  /** I7: a Deny with NotPrincipal spares the caller when both ARN and account are listed, or when any entry names it. */
  readonly notPrincipalSpares: 'arn-and-account' | 'any-entry';
  /** I9: is a key whose value is the empty string present? */
  readonly emptyString: 'present' | 'absent';
  /** I10: a value of the wrong type under a negated operator: the value does not match, or the condition is false. */
  readonly mismatchUnderNegation: 'holds' | 'fails';
  /** I12: a multivalued key without a set operator: never matches, or compares every value. */
  readonly multivaluedWithoutQualifier: 'never' | 'any-value';
  /** I13: a Deny whose NotResource has an unresolvable variable: applies (the exception is gone), or never applies. */
  readonly unresolvedNotResource: 'deny-applies' | 'never-applies';
  /** I14: `*` and `?` inside a substituted value: themselves, or wildcards. */
  readonly substitutedWildcards: 'literal' | 'pattern';
  /** I15: policy variables under Bool. */
  readonly boolVariables: 'substituted' | 'literal';
  /** I18: a federated user session without a session policy. */
  readonly federatedWithoutSessionPolicy: 'nothing' | 'everything';
  /** I19: must sts:TagSession be allowed when only inherited transitive tags travel on? */
  readonly inheritedTagsNeedTagSession: boolean;
  /** I24: does a session policy limit a grant to the session ARN or to everybody? */
  readonly sessionPolicyLimitsDirectGrants: boolean;
  /** I27: do RCPs filter only the services on AWS's list, or all? */
  readonly rcpServices: 'listed' | 'all';
  /** F30: an IAM user with aws:TokenIssueTime holds GetSessionToken credentials, or signed in to the console. */
  readonly userWithToken: 'get-session-token' | 'console';
}

export const DEFAULT_SETTINGS: Settings = {
  arnWildcards: 'parts',
  notPrincipalSpares: 'arn-and-account',
  emptyString: 'present',
  mismatchUnderNegation: 'holds',
  multivaluedWithoutQualifier: 'never',
  unresolvedNotResource: 'deny-applies',
  substitutedWildcards: 'literal',
  boolVariables: 'substituted',
  federatedWithoutSessionPolicy: 'nothing',
  inheritedTagsNeedTagSession: false,
  sessionPolicyLimitsDirectGrants: false,
  rcpServices: 'listed',
  userWithToken: 'get-session-token',
};
