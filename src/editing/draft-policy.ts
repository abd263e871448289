/** A policy of least privilege from what was chosen: each action only on the resources it works on. */
import type { Catalog } from '../catalog/index.ts';
import type { PolicyType } from '../language/index.ts';
import { POLICY_TYPES } from '../language/policy-types/index.ts';

export interface PolicyChoices {
  readonly type: PolicyType;
  readonly actions: readonly string[];
  /** ARNs and patterns; those that no action works on are left out. */
  readonly resources: readonly string[];
  /** By kind of principal: `AWS`, `Service`, `Federated`. */
  readonly principals: Readonly<Record<string, readonly string[]>>;
  /** Operator, key and values; all must hold. */
  readonly conditions: readonly ConditionChoice[];
}

export interface ConditionChoice {
  readonly label: string;
  readonly operator: string;
  readonly key: string;
  readonly value: string;
}

export interface PolicyDraft {
  /** JSON, two spaces to a step. */
  readonly text: string;
  /** Actions that work on none of the resources: nothing is written for them. */
  readonly unplaced: readonly string[];
}

export function draftPolicy(choices: PolicyChoices, catalog: Catalog): PolicyDraft {
  const { type, actions } = choices;
  const withResources = POLICY_TYPES[type].resource !== 'forbidden';
  const groups = withResources ? placed(choices, catalog) : [{ resources: [], actions }];
  const Statement = groups.filter((group) => group.actions.length > 0).map((group) => statementOf(group, choices));
  const known = new Set(groups.flatMap((group) => group.actions));
  const text = `${JSON.stringify({ Version: '2012-10-17', Statement }, undefined, 2)}\n`;
  return { text, unplaced: actions.filter((action) => !known.has(action)) };
}

interface Group {
  readonly resources: readonly string[];
  readonly actions: readonly string[];
}

/** Actions that work on the same resources stand together. */
function placed({ actions, resources }: PolicyChoices, catalog: Catalog): readonly Group[] {
  const groups = new Map<string, { resources: readonly string[]; actions: string[] }>();
  for (const action of actions) {
    const own = catalog.isResourceless(action)
      ? ['*']
      : resources.filter((arn) => arn === '*' || catalog.resourceTypesMatching(action, arn).length > 0);
    if (own.length === 0) continue;
    const key = own.join('\n');
    const group = groups.get(key) ?? { resources: own, actions: [] };
    group.actions.push(action);
    groups.set(key, group);
  }
  return [...groups.values()];
}

function statementOf({ resources, actions }: Group, { type, principals, conditions }: PolicyChoices): object {
  const { principal, effects } = POLICY_TYPES[type];
  const condition: Record<string, Record<string, string | string[]>> = {};
  for (const { operator, key, value } of conditions) {
    const keys = condition[operator] ?? {};
    const before = keys[key];
    keys[key] = before === undefined ? value : [before, value].flat();
    condition[operator] = keys;
  }
  return {
    Effect: effects[0] ?? 'Allow',
    ...(principal === 'required' ? { Principal: principalOf(principals) } : {}),
    Action: shortest(actions),
    ...(resources.length > 0 ? { Resource: shortest(resources) } : {}),
    ...(conditions.length > 0 ? { Condition: condition } : {}),
  };
}

function principalOf(principals: PolicyChoices['principals']): unknown {
  if (principals.AWS?.includes('*')) return '*';
  return Object.fromEntries(
    Object.entries(principals).flatMap(([kind, values]) => (values.length === 0 ? [] : [[kind, shortest(values)]])),
  );
}

/** One value by itself. */
function shortest(values: readonly string[]): string | readonly string[] {
  const [first = '', ...others] = values;
  return others.length === 0 ? first : values;
}
