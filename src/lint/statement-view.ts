/** A statement as the checks see it: its parts with what is known of each. */
import type { CompiledStatement } from '../compile/index.ts';
import type { ConditionEntry, OperatorUse, PrincipalEntry, Statement } from '../language/index.ts';
import type { SourceNode } from '../parse/index.ts';
import { type ActionFacts, standsFor } from './action-facts.ts';
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
  readonly notAction: boolean;
  /** The values of Resource or NotResource; empty where the policy type has neither. */
  readonly resources: readonly ResourceFacts[];
  readonly notResource: boolean;
  readonly conditions: readonly ConditionView[];
  readonly principals: readonly PrincipalEntry[];
  readonly notPrincipal: boolean;
  /** The form that decisions are made by; made when first asked for. */
  readonly compiled: () => CompiledStatement | undefined;
}

/** Can the statement be about the action, `iam:PassRole`? */
export function speaksOf(view: StatementView, action: string): boolean {
  return view.actions.some((facts) => standsFor(facts, action)) !== view.notAction;
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
