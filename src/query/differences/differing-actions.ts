/** The actions that two sides can decide differently: those of which some statement that only one of them has speaks. */
import type { Catalog, ServiceAction } from '../../catalog/index.ts';
import { type CompiledStatement, compilePolicy } from '../../compile/index.ts';
import { LAYERS, type Layer, type Policy, policyNodes } from '../../language/index.ts';
import { keysOfCondition, keysOfTemplate, type Reached, reachedActions } from '../../matrix/index.ts';
import type { Side, SideGroup } from '../requests/sides.ts';

/** All of the group's where one of two sides is missing. */
export function differingActions({ sides, actions, read }: SideGroup, catalog: Catalog): readonly ServiceAction[] {
  const [one, other] = sides;
  if (!one || !other || placeOf(one) !== placeOf(other)) return one === other ? [] : actions;
  const statements = differingStatements(one, other);
  if (statements === 'all') return actions;
  const keys = new Set([...read].filter((key) => textOf(one.context[key]) !== textOf(other.context[key])));
  const readers = keys.size === 0 ? [] : [one, other].flatMap((side) => readersOf(side, keys));
  const reached = [...statements, ...readers].map((statement) => reachedActions(statement, catalog));
  if (reached.length === 0) return [];
  return actions.filter((action) => reached.some((some) => reaches(some, action)));
}

function reaches(reached: Reached, action: ServiceAction): boolean {
  return reached === 'all' || reached.actions.has(action) !== reached.not;
}

function placeOf({ resourceAccount, resourceAccountIsManagement }: Side): string {
  return textOf([resourceAccount, resourceAccountIsManagement]);
}

function textOf(value: unknown): string {
  return JSON.stringify(value ?? []);
}

const GRANTING: readonly Layer[] = ['identity', 'resource', 'trust'];

/** Those that one has and the other has not in the same place; `all` where the places are others. */
function differingStatements({ policies: one }: Side, { policies: other }: Side): readonly CompiledStatement[] | 'all' {
  const found: CompiledStatement[] = [];
  for (const layer of LAYERS) {
    const [own, others] = [policyNodes(layer, one), policyNodes(layer, other)];
    // What grants and has nothing to say grants nothing; what limits and is not there limits nothing.
    if (own?.length !== others?.length && !GRANTING.includes(layer)) return 'all';
    for (const [at, node] of (own ?? others ?? []).entries()) {
      const [these, those] = [statementsIn(own ? node.policies : []), statementsIn(others?.[at]?.policies ?? [])];
      for (const [text, statement] of these) if (!those.has(text)) found.push(statement);
      for (const [text, statement] of those) if (!these.has(text)) found.push(statement);
    }
  }
  return found;
}

function readersOf({ policies }: Side, keys: ReadonlySet<string>): readonly CompiledStatement[] {
  return LAYERS.flatMap((layer) => policyNodes(layer, policies) ?? [])
    .flatMap((node) => node.policies.flatMap((policy) => compilePolicy(policy).statements))
    .filter(({ conditions, resources }) =>
      [...conditions.flatMap(keysOfCondition), ...resources.flatMap(({ template }) => keysOfTemplate(template))].some(
        (key) => keys.has(key),
      ),
    );
}

function statementsIn(policies: readonly Policy[]): ReadonlyMap<string, CompiledStatement> {
  return new Map(policies.flatMap((policy) => [...statementTexts(policy)]));
}

const TEXTS = new WeakMap<Policy, ReadonlyMap<string, CompiledStatement>>();

/** By what they say: their places and names do not matter. */
function statementTexts(policy: Policy): ReadonlyMap<string, CompiledStatement> {
  const known = TEXTS.get(policy);
  if (known) return known;
  const { type, document } = policy;
  const texts = new Map(
    compilePolicy(policy).statements.map((compiled) => {
      const { index: _, sid: __, ...said } = compiled.statement;
      const text = JSON.stringify(said, (key, value: unknown) => (key === 'range' ? undefined : value));
      return [`${type} ${document.version} ${text}`, compiled];
    }),
  );
  TEXTS.set(policy, texts);
  return texts;
}
