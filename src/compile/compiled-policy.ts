/** A policy in the form that is cheap to decide and to prove: patterns split, operators looked up, variables found. */
import type {
  ArnPattern,
  ConditionEntry,
  OperatorUse,
  Pattern,
  Policy,
  PrincipalEntry,
  PrincipalKind,
  Statement,
  Text,
} from '../language/index.ts';
import type { ActionPlan } from './action-plan.ts';
import type { Operand } from './operand.ts';
import type { Template } from './template.ts';

/** One action pattern in lower case; undefined matches nothing (A14, B3). */
export interface CompiledAction {
  readonly text: Text;
  /** Undefined for the bare `*`, which is every action of every service. */
  readonly service?: string;
  readonly name?: Pattern;
  readonly valid: boolean;
  /** A part of it is known only at deploy time: it may match what `widest` does, and certainly matches nothing. */
  readonly open?: OpenAction;
}

export interface OpenAction {
  readonly names: readonly string[];
  readonly widest: Pattern;
}

/** An entry of a Principal element of which a part is known only at deploy time. */
export interface OpenPrincipal extends OpenAction {
  readonly kind: PrincipalKind;
}

/**
 * One resource value. `everything` is the bare `*`. A value without variables has its pattern ready, six parts of it;
 * one with variables gets it when they are known. A value that is neither matches nothing.
 */
export interface CompiledResource {
  readonly text: Text;
  readonly everything: boolean;
  /** It can name an ARN: it begins like one, or with a wildcard in place of that (A16). */
  readonly isArn: boolean;
  readonly template: Template;
  readonly parts?: ArnPattern;
  /** The first five parts with their colons as one text, and the sixth, where those five have no wildcard. */
  readonly plain?: { readonly head: string; readonly tail: Pattern };
  /** With variables: the five parts before them, and the sixth. */
  readonly variable?: { readonly head: ArnPattern; readonly tail: Template };
  /** What every matching resource starts with: the text up to the first wildcard or variable. */
  readonly literalPrefix: string;
  /** A part of it is known only at deploy time: it may match what its template does. */
  readonly open?: true;
}

/** What an entry of a Principal element names (A19). */
export type CompiledPrincipal =
  | { readonly kind: 'everyone'; readonly entry: PrincipalEntry }
  | { readonly kind: 'account'; readonly account: string; readonly partition?: string; readonly entry: PrincipalEntry }
  | { readonly kind: 'arn'; readonly arn: string; readonly entry: PrincipalEntry }
  | { readonly kind: 'unique-id'; readonly id: string; readonly entry: PrincipalEntry }
  | { readonly kind: Exclude<PrincipalKind, 'AWS'>; readonly name: string; readonly entry: PrincipalEntry };

export interface CompiledValue {
  readonly text: Text;
  readonly template: Template;
  /** The value read as its operator's type, where no variable has to be put in first. */
  readonly fixed?: FixedValue;
  /** A part of it is known only at deploy time. */
  readonly open?: true;
}

/** `mismatch`: the text cannot be read as the operator's type and matches nothing (C52). */
export type FixedValue =
  | { readonly state: 'known'; readonly operand: Operand; readonly text: string }
  | { readonly state: 'mismatch'; readonly text: string };

export interface CompiledCondition {
  readonly entry: ConditionEntry;
  /** Undefined: no such operator, the condition is false (C13). */
  readonly use?: OperatorUse;
  /** Lower case (C50). */
  readonly key: string;
  readonly values: readonly CompiledValue[];
  /** What is known only at deploy time, where nothing can be said of the condition without it. */
  readonly open?: readonly string[];
}

export interface CompiledStatement {
  readonly statement: Statement;
  readonly actions: readonly CompiledAction[];
  readonly resources: readonly CompiledResource[];
  readonly principals: readonly CompiledPrincipal[];
  /** Entries of the Principal element that are known only at deploy time. */
  readonly openPrincipals?: readonly OpenPrincipal[];
  readonly conditions: readonly CompiledCondition[];
  /** Neither principals nor conditions: it applies wherever action and resource match. */
  readonly isPlain: boolean;
  /** Conditions or variables of it read context keys, or its principals are known only at deploy time. */
  readonly readsKeys: boolean;
}

export interface CompiledPolicy {
  readonly policy: Policy;
  readonly statements: readonly CompiledStatement[];
  /** By the id of the action; made when an action is first asked for. */
  readonly plans: Map<string, ActionPlan>;
}
