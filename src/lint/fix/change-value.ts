/** A change done to a plain value: what the edited text must say afterwards. */
import type { Change, Json } from './change.ts';
import { stepsOf } from './find-node.ts';

/** Changes are done from the last place to the first, so that the positions of lists stay right. */
export function changeValue(value: Json, changes: readonly Change[]): Json {
  return changes.reduceRight((whole, change) => at(whole, stepsOf(change.path), change), value);
}

function at(value: Json, [step, ...rest]: readonly string[], change: Change): Json {
  if (step === undefined) return changed(value, change);
  const isLast = rest.length === 0;
  if (isList(value)) {
    const index = Number(step);
    const item = value[index] ?? null;
    const before = value.slice(0, index);
    const after = value.slice(index + 1);
    if (isLast && change.kind === 'remove') return [...before, ...after];
    if (isLast && change.kind === 'add-after') return [...before, item, change.value, ...after];
    return [...before, at(item, rest, change), ...after];
  }
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).flatMap(([key, one]): [string, Json][] => {
    if (key !== step) return [[key, one]];
    if (isLast && change.kind === 'remove') return [];
    if (isLast && change.kind === 'rename') return [[change.key, one]];
    return [[key, at(one, rest, change)]];
  });
  return Object.fromEntries(entries);
}

function changed(value: Json, change: Change): Json {
  if (change.kind === 'replace') return change.value;
  if (change.kind === 'add-member' && typeof value === 'object' && value !== null && !isList(value)) {
    return { [change.key]: change.value, ...value };
  }
  return value;
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
