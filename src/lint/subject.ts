/** What a check looks at: one policy with all that is known of it. */
import type { Catalog } from '../catalog/index.ts';
import type { Policy, PolicyType, Statement } from '../language/index.ts';
import { member, type SourceNode } from '../parse/index.ts';
import { type ActionFacts, type ActionReader, actionReader } from './action-facts.ts';
import { TRAIT } from './action-traits.ts';
import type { OptionValue } from './check.ts';
import { type ConditionReader, conditionReader } from './condition-facts.ts';
import type { DetectedType } from './detect-type.ts';
import type { OrganizationRules } from './lint-config.ts';
import { type ResourceFacts, type ResourceReader, resourceReader } from './resource-facts.ts';
import type { ConditionView, StatementView } from './statement-view.ts';

/** What is shared by all subjects of a run. */
export interface Knowledge {
  readonly catalog: Catalog;
  readonly actions: ActionReader;
  readonly resources: ResourceReader;
  readonly conditions: ConditionReader;
  readonly rules: OrganizationRules;
}

export interface Shape {
  /** The type of the policy was given, not found. */
  readonly given: boolean;
  readonly detected: () => DetectedType;
}

export interface Subject {
  readonly policy: Policy;
  readonly type: PolicyType;
  /** The whole tree of the document. */
  readonly node: SourceNode;
  /** Where the document stands in its text. */
  readonly path: string;
  readonly statements: readonly StatementView[];
  /** Bits of `TRAIT` that some statement has. */
  readonly traits: number;
  /** Those that have conditions. */
  readonly conditional: readonly StatementView[];
  readonly know: Knowledge;
  /** What the document itself looks like, and whether somebody said what it is. */
  readonly shape: Shape;
  /** A setting of the check that asks. */
  readonly option: (check: string, name: string) => OptionValue | undefined;
}

type Readers = Pick<Knowledge, 'actions' | 'resources' | 'conditions'>;
const READERS = new WeakMap<Catalog, Readers>();

/** What was found out of a catalog is kept with it, for the next run. */
export function gatherKnowledge(catalog: Catalog, rules: OrganizationRules): Knowledge {
  let readers = READERS.get(catalog);
  if (!readers) {
    readers = {
      actions: actionReader(catalog),
      resources: resourceReader(),
      conditions: conditionReader(catalog),
    };
    READERS.set(catalog, readers);
  }
  return { catalog, ...readers, rules };
}

export interface SubjectInput {
  readonly policy: Policy;
  readonly node: SourceNode;
  readonly path: string;
  readonly option: Subject['option'];
  readonly shape: Shape;
}

export function makeSubject({ policy, node, path, option, shape }: SubjectInput, know: Knowledge): Subject {
  const list = member(node, 'Statement');
  const single = list?.kind !== 'array';
  const statements = policy.document.statements.map((statement) => {
    const item = single ? list : list.items[statement.index];
    const at = single ? `${path}/Statement` : `${path}/Statement/${statement.index}`;
    return viewOf(statement, { node: item ?? node, path: at }, know);
  });
  const having = (trait: number) => statements.filter(({ someTraits }) => (someTraits & trait) !== 0);
  const conditional = having(TRAIT.conditions);
  const traits = statements.reduce((all, { someTraits }) => all | someTraits, 0);
  return { policy, type: policy.type, node, path, statements, conditional, traits, know, option, shape };
}

function viewOf(statement: Statement, at: { node: SourceNode; path: string }, know: Knowledge): StatementView {
  const actions: ActionFacts[] = [];
  let [someTraits, allTraits] = [0, -1];
  for (const { value } of statement.action.values) {
    const facts = know.actions(value);
    actions.push(facts);
    someTraits |= facts.traits;
    allTraits &= facts.traits;
  }
  const resources: ResourceFacts[] = [];
  for (const { value } of statement.resource?.values ?? []) {
    const facts = know.resources(value);
    resources.push(facts);
    if (facts.arn) someTraits |= TRAIT.arns;
    if (facts.hasDollar) someTraits |= TRAIT.variables;
  }
  const principals = statement.principal?.entries ?? [];
  if (principals.length > 0) someTraits |= TRAIT.principals;
  if (statement.action.not) someTraits |= TRAIT.notAction;
  if (statement.resource?.not) someTraits |= TRAIT.notResource;
  if (statement.conditions.length > 0) someTraits |= TRAIT.conditions;
  if (hasVariables(statement)) someTraits |= TRAIT.variables;
  return {
    statement,
    allows: statement.effect === 'Allow',
    node: at.node,
    path: at.path,
    actions,
    someTraits,
    allTraits: actions.length > 0 ? allTraits : 0,
    notAction: statement.action.not,
    resources,
    notResource: statement.resource?.not === true,
    conditions: statement.conditions.length === 0 ? [] : conditionsOf(statement, know),
    principals,
    notPrincipal: statement.principal?.not === true,
  };
}

/** In conditions or principals; those of actions and resources are known with them. */
function hasVariables({ conditions, principal }: Statement): boolean {
  for (const { values } of conditions) for (const { value } of values) if (value.includes('${')) return true;
  return principal?.entries.some(({ value }) => value.includes('${')) === true;
}

function conditionsOf({ conditions }: Statement, know: Knowledge): ConditionView[] {
  return conditions.map((entry) => {
    const use = know.conditions.operator(entry.operator);
    return { entry, ...(use ? { use } : {}), key: know.conditions.key(entry.key) };
  });
}
