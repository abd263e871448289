/** A scenario file after reading: questions to the evaluator with the answers their author expects. */
import type { Catalog } from '../catalog/index.ts';
import type { Caller, Environment, From, GivenContext, Hop } from '../environment/index.ts';
import type { DecidedBy, Decision, Location, SourceText } from '../language/index.ts';

/** A file all of whose questions can be asked. */
export interface ScenarioFile {
  readonly source: SourceText;
  readonly description?: string;
  readonly environment: Environment;
  /** What AWS's services know: which actions take no resource, which keys hold lists. */
  readonly catalog: Catalog;
  readonly scenarios: readonly Scenario[];
}

/** One entry of `scenarios`, defaults merged; each form is the entry itself or one row of its `each`. */
export interface Scenario {
  readonly name: string;
  readonly location: Location;
  readonly forms: readonly ScenarioForm[];
}

/** What is asked and expected, before lists are taken apart. */
export interface ScenarioForm {
  /** The scenario's own name. */
  readonly scenario: string;
  /** The scenario's name, and ` / ` with the row's. */
  readonly name: string;
  /** The row, or the scenario where there is no table. */
  readonly location: Location;
  /** The member `expect` with its value. */
  readonly expectedLocation: Location;
  readonly description?: string;
  readonly tags: readonly string[];
  readonly skip?: string;
  readonly only: boolean;
  readonly principals: readonly ScenarioPrincipal[];
  /** The roles assumed, in order. */
  readonly hops: readonly Hop[];
  readonly question: Question;
  readonly from: From;
  readonly context: GivenContext;
  readonly expected: Expected;
}

/** A principal as written and the caller it names. */
export interface ScenarioPrincipal {
  readonly text: string;
  readonly caller: Caller;
}

/** Each action on each resource; one call that needs several pairs; or the chain of hops itself. */
export type Question =
  | { readonly kind: 'matrix'; readonly actions: readonly string[]; readonly resources: readonly string[] }
  | { readonly kind: 'checks'; readonly checks: readonly Check[] }
  | { readonly kind: 'chain' };

/** One action on one resource, with context keys of its own. */
export interface Check {
  readonly action: string;
  readonly resource: string;
  readonly context: GivenContext;
}

/** `denied` stands for either deny. */
export type ExpectedDecision = Decision | 'denied';

/** What must hold, all of it. */
export interface Expected {
  readonly decision: ExpectedDecision;
  readonly decidedBy?: DecidedBy;
  /** A deciding statement: Sid, `policy#index` or `policy#Sid`. */
  readonly statement?: string;
  readonly failedCheck?: number;
  readonly failedHop?: number;
}

/** One combination of principal, action and resource: what is run and reported. */
export interface ScenarioCase {
  /** Unique in the file: the form's name and, in brackets, what its lists leave open. */
  readonly name: string;
  /** The name of the scenario it comes from. */
  readonly scenario: string;
  readonly location: Location;
  readonly expectedLocation: Location;
  readonly description?: string;
  readonly tags: readonly string[];
  readonly skip?: string;
  readonly only: boolean;
  readonly environment: Environment;
  readonly catalog: Catalog;
  readonly principal: ScenarioPrincipal;
  readonly hops: readonly Hop[];
  /** Empty: the chain itself is the question. */
  readonly checks: readonly Check[];
  /** Asked as `checks`: the answer tells which one fails. */
  readonly multiple: boolean;
  readonly from: From;
  readonly context: GivenContext;
  readonly expected: Expected;
}
