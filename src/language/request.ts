/** A request to AWS as the evaluator sees it: who does what to which resource, in which context. */

export type PrincipalType =
  | 'user'
  | 'role-session'
  | 'root'
  | 'federated-user'
  | 'service'
  | 'service-linked-role'
  | 'saml'
  | 'oidc'
  | 'assumed-root'
  | 'anonymous';

/** The caller. Which members are set depends on `type`; `arn` and `account` are absent for anonymous, service, saml and oidc. */
export interface Principal {
  readonly type: PrincipalType;
  /** User ARN, session ARN (`arn:aws:sts::A:assumed-role/R/S`, `.../federated-user/N`) or account root ARN. */
  readonly arn?: string;
  /** The caller's account, 12 digits. */
  readonly account?: string;
  /** Role sessions: the role with its path, which the session ARN lacks (P4). */
  readonly roleArn?: string;
  /** Federated users: the IAM user who called GetFederationToken (P10). */
  readonly userArn?: string;
  /** Service principals: `lambda.amazonaws.com`. */
  readonly service?: string;
  /** SAML and OIDC callers: the provider's ARN or built-in name. */
  readonly provider?: string;
  /** The caller's account is the management account of its organization (E13). */
  readonly managementAccount?: boolean;
  /** The canonical user id of the caller's account, where the request states it (S3 only). */
  readonly canonicalUserId?: string;
}

/** Context key -> value; a list marks a multivalued key, an empty list is an absent key (C20). Key names ignore case (C50). */
export type RequestContext = Readonly<Record<string, string | readonly string[]>>;

/** One action on one resource. */
export interface Request {
  readonly principal: Principal;
  /** `service:Name`, case ignored (B1). */
  readonly action: string;
  /** The resource's ARN, or `*` for an action that takes none (B16). */
  readonly resource: string;
  /** The account that owns the resource; absent means the caller's own. */
  readonly resourceAccount?: string;
  /** The resource's account is the management account of its organization (E63). */
  readonly resourceAccountIsManagement?: boolean;
  /** Complete: a key that is not here is absent, unless `unknown` names it. */
  readonly context: RequestContext;
  /**
   * Context keys whose presence and value are not known, `*` and `?` as wildcards (`aws:ResourceTag/*`, `*`).
   * A key that `context` holds is known whatever stands here. See rule U1 of docs/semantics.md.
   */
  readonly unknown?: readonly string[];
}
