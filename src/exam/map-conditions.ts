/** A world with other conditions. */
import type { ConditionEntry } from '../language/index.ts';
import { mapStatements, type World } from './world.ts';

export function mapConditions(
  world: World,
  edit: (entry: ConditionEntry) => ConditionEntry | readonly ConditionEntry[],
): World {
  return mapStatements(world, (statement) => {
    const conditions = statement.conditions.flatMap((entry) => edit(entry));
    const old = statement.conditions;
    const isSame = conditions.length === old.length && conditions.every((entry, at) => entry === old[at]);
    return isSame ? statement : { ...statement, conditions };
  });
}

/** Demands that the request has the key. */
export function present(key: string): ConditionEntry {
  return { operator: 'Null', key, values: [{ value: 'false' }] };
}
