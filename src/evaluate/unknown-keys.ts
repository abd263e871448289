/** The context keys that a deciding or nearly deciding statement reads and the request does not have. */
import type { CompiledCondition, CompiledStatement } from '../compile/index.ts';
import { LAYERS } from '../language/index.ts';
import { compare, expectedOf, settle } from './condition.ts';
import type { Question } from './decide.ts';
import { possiblePrincipalMatches } from './principal.ts';
import { forEachPlan } from './reached.ts';
import { contextValue, type RequestView, UNKNOWN } from './request-view.ts';
import { keysMissingInResource, resourceElementMatches } from './resource.ts';
import { namesCaller } from './statement.ts';

/** Sorted, each key once, spelled as the policy first spells it; what is known only at deploy time as `<name>`. */
export function unknownKeys(question: Question): readonly string[] {
  const keys = new Map<string, string>();
  for (const layer of LAYERS) {
    forEachPlan(layer, question, ({ readers }) => {
      for (const key of readers.flatMap((statement) => keysThatDecide(statement, question))) {
        if (!keys.has(key.toLowerCase())) keys.set(key.toLowerCase(), key);
      }
    });
  }
  return keys.size < 2 ? [...keys.values()] : [...keys.values()].sort((a, b) => (a < b ? -1 : 1));
}

const NONE: readonly string[] = [];

/** The keys that a statement lacks, where nothing that the request does say keeps it from applying. */
function keysThatDecide(statement: CompiledStatement, { view, colons }: Question): readonly string[] {
  const names = statement.statement.principal ? namesCaller(statement, view) : 'yes';
  if (names === 'no') return NONE;
  const keys = [...keysMissingInResource(statement, view, colons)];
  if (keys.length === 0 && resourceElementMatches(statement, view, colons) === 'no') return NONE;
  // How it names the caller counts as well as whether it does.
  if (possiblePrincipalMatches(statement, view) !== 0)
    keys.push(...(statement.openPrincipals ?? []).flatMap((one) => one.names));
  for (const condition of statement.conditions) {
    const missing = keysMissingIn(condition, view);
    if (!missing) return NONE;
    keys.push(...missing);
  }
  return keys;
}

/** Undefined for a condition that is false by what the request says. */
function keysMissingIn(condition: CompiledCondition, view: RequestView): readonly string[] | undefined {
  const { entry, key, open } = condition;
  if (open) return open;
  const actual = contextValue(view, entry.key, key);
  const settled = settle(condition, actual, view);
  const own = (actual === undefined || actual === UNKNOWN) && settled?.reason !== 'constant' ? [entry.key] : NONE;
  const variables = settled ? NONE : keysMissingInValues(condition, view);
  const keys = [...own, ...variables];
  const holds = settled?.holds ?? compare(condition, actual, view);
  return holds !== 'no' || actual === undefined || actual === UNKNOWN || variables.length > 0 ? keys : undefined;
}

function keysMissingInValues({ use, values }: CompiledCondition, view: RequestView): readonly string[] {
  if (!use || use.operator.relation === 'isAbsent') return NONE;
  return values.flatMap((value) => {
    const expected = expectedOf(value, use.operator, view);
    return 'keys' in expected ? expected.keys : NONE;
  });
}
