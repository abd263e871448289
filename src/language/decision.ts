/** The answer of the evaluator: the decision, the layer that made it and the whole trace that led there. */

import type { SetQualifier } from './condition-operators.ts';
import type { Effect, Policy, PolicyType } from './policy-document.ts';
import type { Location } from './source.ts';
import type { Truth } from './truth.ts';

/** The three decisions of AWS's API (`EvalDecision`). */
export type Decision = 'allowed' | 'explicitDeny' | 'implicitDeny';

/** `unknown`: the request leaves keys open and the decision depends on them (rule U1). */
export type Verdict = Decision | 'unknown';

/** The layers of the decision in the order in which AWS draws them and in which they are reported (E3). */
export const LAYERS = ['rcp', 'scp', 'vpce', 'resource', 'trust', 'identity', 'boundary', 'session'] as const;

export type Layer = (typeof LAYERS)[number] & PolicyType;

/** What a decision is owed to: a layer, two layers that both granted, or a rule that is no policy. */
export type DecidedBy = Layer | 'identity+resource' | 'identity+trust' | 'root' | 'none-required' | 'service-rule';

/**
 * How a statement of a resource-based policy names the caller, from the match that needs least else to be granted to the
 * one that needs most (E30, E31, P3). `everyone` is `"*"`; `parent-user` names the user behind a federated session.
 */
export const PRINCIPAL_MATCHES = [
  'user',
  'session',
  'federated-user',
  'everyone',
  'everyone-but',
  'service',
  'provider',
  'role',
  'parent-user',
  'account',
] as const;

export type PrincipalMatch = (typeof PRINCIPAL_MATCHES)[number];

/** What became of one value of an Action or Resource element. */
export interface ValueTrace {
  /** The value as written. */
  readonly value: string;
  /** The value with its policy variables replaced, where it had any. */
  readonly resolved?: string;
  readonly matches: Truth;
  /** Context keys a variable needed and the context does not have. */
  readonly absentKeys?: readonly string[];
  readonly location?: Location;
}

/** What became of an Action, NotAction, Resource or NotResource element. */
export interface ElementTrace {
  readonly element: 'Action' | 'NotAction' | 'Resource' | 'NotResource';
  readonly matches: Truth;
  readonly values: readonly ValueTrace[];
}

/** What became of a Principal or NotPrincipal element. */
export interface PrincipalTrace {
  readonly element: 'Principal' | 'NotPrincipal';
  readonly matches: Truth;
  /** All the ways in which the caller is named, as a set of bits (layer-set.ts). */
  readonly found: number;
  /** The most direct of them, where it is a Principal element. */
  readonly match?: PrincipalMatch;
  /** The value that named the caller so. */
  readonly value?: string;
  readonly location?: Location;
}

/** Why a condition came out as it did, beyond the comparison of values. */
export type ConditionReason =
  | 'compared'
  | 'key-absent'
  | 'key-absent-if-exists'
  | 'key-unknown'
  | 'needs-set-operator'
  | 'unknown-operator'
  | 'constant';

/** One policy value of a condition and the request values it was compared with. */
export interface ConditionValueTrace {
  readonly value: string;
  readonly resolved?: string;
  /** Does any request value stand in the operator's relation to it (before negation)? */
  readonly matches: Truth;
  readonly absentKeys?: readonly string[];
  readonly location?: Location;
}

/** What became of one operator and key. */
export interface ConditionTrace {
  /** As written. */
  readonly operator: string;
  readonly key: string;
  readonly qualifier?: SetQualifier;
  readonly holds: Truth;
  readonly reason: ConditionReason;
  /** The request's values of the key; empty when it is absent. */
  readonly actual: readonly string[];
  readonly values: readonly ConditionValueTrace[];
  readonly location?: Location;
}

/** What became of one statement. */
export interface StatementTrace {
  readonly policy: Policy;
  /** Position in the policy, from 0. */
  readonly statement: number;
  readonly sid?: string;
  readonly effect: Effect;
  /** B5: principal, action, resource and every condition match. */
  readonly applies: Truth;
  readonly principal?: PrincipalTrace;
  readonly action: ElementTrace;
  readonly resource?: ElementTrace;
  readonly conditions: readonly ConditionTrace[];
  readonly location?: Location;
}

/** One group of policies that is united: all of a layer, or those of one node of the organization. */
export interface NodeTrace {
  /** SCPs and RCPs: `root`, `ou` or `account`. */
  readonly level?: string;
  readonly id?: string;
  /** Does some statement allow? */
  readonly allows: Truth;
  readonly statements: readonly StatementTrace[];
}

/** What became of one layer. */
export interface LayerTrace {
  readonly layer: Layer;
  /** `exempt`: there are policies, and a rule (named in `rule`) keeps them from touching this request. */
  readonly state: 'in-play' | 'not-in-play' | 'exempt';
  /** The rule of docs/semantics.md behind `exempt`. */
  readonly rule?: string;
  /** The layer's part of the answer: does it allow (every node of it)? */
  readonly allows: Truth;
  /** Does a Deny statement of it apply? */
  readonly denies: Truth;
  readonly nodes: readonly NodeTrace[];
}

/** A statement that made the decision. */
export interface DecidingStatement {
  readonly layer: Layer;
  readonly trace: StatementTrace;
}

/** The evaluator's answer for one action on one resource. */
export interface EvaluationResult {
  readonly decision: Verdict;
  /** Undefined when the decision is unknown. */
  readonly decidedBy?: DecidedBy;
  /** The rule of docs/semantics.md that made a decision which no policy made. */
  readonly rule?: string;
  /** Implicit deny: every layer that lacks an Allow, in the order of LAYERS. */
  readonly missing: readonly Layer[];
  readonly statements: readonly DecidingStatement[];
  /** Keys that some deciding or nearly deciding statement reads and the context does not have, sorted. */
  readonly unknownKeys: readonly string[];
  /** Caller and resource belong to one account. */
  readonly sameAccount: boolean;
  /** All layers, in the order of LAYERS; those not in play are here too. */
  readonly layers: readonly LayerTrace[];
}
