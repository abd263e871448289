/** The context keys that a deciding or nearly deciding statement reads and the request does not have. */
import type { ElementTrace, LayerTrace, StatementTrace } from '../language/index.ts';

/** Sorted, each key once, spelled as the policy first spells it. */
export function unknownKeys(layers: readonly LayerTrace[]): readonly string[] {
  const keys = new Map<string, string>();
  for (const layer of layers) {
    if (layer.state !== 'in-play') continue;
    for (const statement of layer.nodes.flatMap((node) => node.statements)) {
      if (!hingesOnAbsentKeys(statement)) continue;
      for (const key of keysMissingIn(statement)) if (!keys.has(key.toLowerCase())) keys.set(key.toLowerCase(), key);
    }
  }
  return [...keys.values()].sort((a, b) => (a < b ? -1 : 1));
}

/** Nothing that the request does say keeps the statement from applying. */
function hingesOnAbsentKeys(statement: StatementTrace): boolean {
  if (statement.principal?.matches === 'no' || statement.action.matches === 'no') return false;
  if (statement.resource?.matches === 'no' && absentIn(statement.resource).length === 0) return false;
  return statement.conditions.every(
    (condition) =>
      condition.holds !== 'no' ||
      condition.reason === 'key-absent' ||
      condition.actual.length === 0 ||
      condition.values.some((value) => value.absentKeys),
  );
}

function keysMissingIn(statement: StatementTrace): string[] {
  return [
    ...(statement.resource ? absentIn(statement.resource) : []),
    ...statement.conditions.flatMap((condition) => [
      ...(condition.actual.length === 0 && condition.reason !== 'constant' ? [condition.key] : []),
      ...condition.values.flatMap((value) => value.absentKeys ?? []),
    ]),
  ];
}

function absentIn(element: ElementTrace): string[] {
  return element.values.flatMap((value) => value.absentKeys ?? []);
}
