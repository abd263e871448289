/** A statement as the checks see it: its parts with what is known of each. */
import type { ConditionEntry, OperatorUse, PrincipalEntry, Statement } from '../language/index.ts';
import type { SourceNode } from '../parse/index.ts';
import { type ActionFacts, indexOfAction } from './action-facts.ts';
import type { KeyFacts } from './condition-facts.ts';
import type { ResourceFacts } from './resource-facts.ts';

/** One operator, one key and its values. */
export interface ConditionView {
  readonly entry: ConditionEntry;
  /** Missing where there is no such operator. */
  readonly use?: OperatorUse;
  readonly key: KeyFacts;
}

export interface StatementView {
  readonly statement: Statement;
  readonly allows: boolean;
  /** Its tree, for places. */
  readonly node: SourceNode;
  /** Its JSON pointer. */
  readonly path: string;
  /** The values of Action or NotAction. */
  readonly actions: readonly ActionFacts[];
  /** Bits of `TRAIT` that some action or the statement has, and that all actions have. */
  readonly someTraits: number;
  readonly allTraits: number;
  readonly notAction: boolean;
  /** The values of Resource or NotResource; empty where the policy type has neither. */
  readonly resources: readonly ResourceFacts[];
  readonly notResource: boolean;
  readonly conditions: readonly ConditionView[];
  readonly principals: readonly PrincipalEntry[];
  readonly notPrincipal: boolean;
}

/** Has one of the patterns of Action or NotAction the trait? */
export function someAction({ someTraits }: StatementView, trait: number): boolean {
  return (someTraits & trait) !== 0;
}

/** Have all of them the trait? */
export function everyAction({ allTraits }: StatementView, trait: number): boolean {
  return (allTraits & trait) !== 0;
}

/** Can the statement be about the action, `iam:PassRole`? */
export function speaksOf(view: StatementView, action: string): boolean {
  return (indexOfAction(view.actions, action) !== -1) !== view.notAction;
}

/** The condition on the key, name in lower case, whatever its operator. */
export function conditionOn(view: StatementView, ...names: readonly string[]): ConditionView | undefined {
  return view.conditions.find(({ key }) => names.includes(key.lower));
}

/** A condition that holds only where the key is there with a value that fits: it narrows what an Allow gives. */
export function narrows({ use }: ConditionView): boolean {
  return (
    use !== undefined &&
    !use.operator.negated &&
    !use.ifExists &&
    use.qualifier !== 'ForAllValues' &&
    use.operator.relation !== 'isAbsent'
  );
}

/** Everybody: `"*"` or `{"AWS": "*"}`. */
export function namesEverybody(view: StatementView): boolean {
  return !view.notPrincipal && view.principals.some(({ kind, value }) => kind === 'AWS' && value === '*');
}
