/** A question about all requests: whose, about which actions and resources, and what is given of them. */
import type { Catalog } from '../catalog/index.ts';
import type { PoliciesInPlay, Policy, Principal, Request, RequestContext, Settings } from '../language/index.ts';

export interface ProofQuestion {
  /** The stack that is to allow. */
  readonly allowedBy: PoliciesInPlay;
  /** The stack that is not to allow; without it any request that the first allows is looked for. */
  readonly notAllowedBy?: PoliciesInPlay;
  readonly asked: Asked;
  readonly catalog: Catalog;
  readonly settings?: Settings;
  /** Assumptions that may be tried; 20,000 without it. */
  readonly steps?: number;
  /**
   * Statements that a request which was found owes its being so to: others of the same group of actions are looked for,
   * of which not all of them apply, until there are none. Without it one of each group is enough.
   */
  readonly owedTo?: (request: Request) => readonly StatementPlace[];
}

/** A statement of one of the stacks, by its index. */
export interface StatementPlace {
  readonly policy: Policy;
  readonly statement: number;
}

/** Who asks for what. */
export interface Asked {
  readonly principal: Principal;
  /** The owner of the resources; the caller's account without it. */
  readonly resourceAccount?: string;
  /** That account is the management account of its organization (E63). */
  readonly resourceAccountIsManagement?: boolean;
  /** Action patterns; every action that the catalog knows without it. */
  readonly actions?: readonly string[];
  /** Patterns of actions that are not asked about. */
  readonly notActions?: readonly string[];
  /** A pattern of ARNs, or `*`; whatever the action takes without it. */
  readonly resource?: string;
  /** What the ARNs lie in, or outside of, besides. */
  readonly within?: readonly ResourceSet[];
  /**
   * The resources may lie in any account and partition, and the owner is taken for theirs; with `caller` the caller is
   * moved along, so that it stays in the same account or outside of it. Without it, the owner's account and the caller's
   * partition are those of the resources.
   */
  readonly anywhere?: 'resource' | 'caller';
  /** `any`: also actions that the catalog does not know, and ARNs of forms that it does not give for the action. */
  readonly requests?: 'possible' | 'any';
  /** Keys that are as given; all others may be anything or absent. An empty list is an absent key. */
  readonly context?: RequestContext;
}

/** ARNs that match one of the patterns, or none of them. */
export interface ResourceSet {
  readonly patterns: readonly string[];
  readonly wanted: boolean;
}

/** Any user of the documentation's account: for documents without an environment. */
export const ANY_USER: Principal = {
  type: 'user',
  arn: 'arn:aws:iam::111122223333:user/example',
  account: '111122223333',
};
