/** What a check looks at: one policy with all that is known of it. */
import type { Catalog } from '../catalog/index.ts';
import { type CompiledPolicy, compilePolicy } from '../compile/index.ts';
import type { Policy, PolicyType, Statement } from '../language/index.ts';
import { member, type SourceNode } from '../parse/index.ts';
import { type ActionReader, actionReader } from './action-facts.ts';
import type { OptionValue } from './check.ts';
import { type ConditionReader, conditionReader } from './condition-facts.ts';
import type { DetectedType } from './detect-type.ts';
import type { OrganizationRules } from './lint-config.ts';
import { type ResourceReader, resourceReader } from './resource-facts.ts';
import type { StatementView } from './statement-view.ts';

/** What is shared by all subjects of a run. */
export interface Knowledge {
  readonly catalog: Catalog;
  readonly actions: ActionReader;
  readonly resources: ResourceReader;
  readonly conditions: ConditionReader;
  readonly rules: OrganizationRules;
}

export interface Shape extends DetectedType {
  /** The type of the policy was given, not found. */
  readonly given: boolean;
}

export interface Subject {
  readonly policy: Policy;
  readonly type: PolicyType;
  /** The whole tree of the document. */
  readonly node: SourceNode;
  /** Where the document stands in its text. */
  readonly path: string;
  readonly statements: readonly StatementView[];
  readonly know: Knowledge;
  /** What the document itself looks like, and whether somebody said what it is. */
  readonly shape: Shape;
  /** A setting of the check that asks. */
  readonly option: (check: string, name: string) => OptionValue | undefined;
}

export function gatherKnowledge(catalog: Catalog, rules: OrganizationRules): Knowledge {
  return {
    catalog,
    actions: actionReader(catalog),
    resources: resourceReader(),
    conditions: conditionReader(catalog),
    rules,
  };
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
  let compiled: CompiledPolicy | undefined;
  const compile = (statement: Statement) => {
    compiled ??= compilePolicy(policy);
    return compiled.statements.find((one) => one.statement === statement);
  };
  const statements = policy.document.statements.map((statement): StatementView => {
    const item = list?.kind === 'array' ? list.items[statement.index] : list;
    return {
      statement,
      allows: statement.effect === 'Allow',
      node: item ?? node,
      path: `${path}/Statement${list?.kind === 'array' ? `/${statement.index}` : ''}`,
      actions: statement.action.values.map(({ value }) => know.actions(value)),
      notAction: statement.action.not,
      resources: (statement.resource?.values ?? []).map(({ value }) => know.resources(value)),
      notResource: statement.resource?.not === true,
      conditions: statement.conditions.map((entry) => {
        const use = know.conditions.operator(entry.operator);
        return { entry, ...(use ? { use } : {}), key: know.conditions.key(entry.key) };
      }),
      principals: statement.principal?.entries ?? [],
      notPrincipal: statement.principal?.not === true,
      compiled: () => compile(statement),
    };
  });
  return { policy, type: policy.type, node, path, statements, know, option, shape };
}
