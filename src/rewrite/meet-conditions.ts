/** Conditions that hold where those of two statements both hold, as one block: no operator has a key twice. */
import { type ConditionEntry, formatOperator, type OperatorUse, parseOperator, type Text } from '../language/index.ts';
import { type Meeting, meetTexts } from './meet-patterns.ts';

/** The block; `never` where they contradict each other, or the operator and key that cannot be written once. */
export type MetConditions = readonly ConditionEntry[] | 'never' | { readonly clash: string };

export function meetConditions(a: readonly ConditionEntry[], b: readonly ConditionEntry[]): MetConditions {
  const block: ConditionEntry[] = [...a];
  for (const entry of b) {
    const at = block.findIndex((one) => nameOf(one) === nameOf(entry));
    const twin = block[at];
    if (!twin) {
      block.push(entry);
      continue;
    }
    const values = meetValues(twin.values, entry.values, parseOperator(entry.operator));
    if (!values) return { clash: `${entry.operator} ${entry.key}` };
    if (values.length === 0) return 'never';
    block[at] = { operator: twin.operator, key: twin.key, values };
  }
  return block;
}

function nameOf({ operator, key }: ConditionEntry): string {
  const use = parseOperator(operator);
  return `${use ? formatOperator(use) : operator} ${key.toLowerCase()}`;
}

/** The values with which the operator holds where it holds with both. */
function meetValues(a: readonly Text[], b: readonly Text[], use: OperatorUse | undefined): readonly Text[] | undefined {
  if (sorted(a) === sorted(b)) return a;
  // Whether any value fits is not asked of the same one twice.
  if (!use || use.qualifier === 'ForAnyValue') return undefined;
  const { relation, negated } = use.operator;
  if (negated) return [...a, ...b.filter(({ value }) => a.every((one) => one.value !== value))];
  const isOpen = [...a, ...b].some(({ value }) => value.includes('${'));
  switch (relation) {
    case 'equals':
      return isOpen || use.operator.valueType !== 'string' ? undefined : within(a, b);
    case 'like':
      return pairs(a, b);
    default:
      return undefined;
  }
}

function within(a: readonly Text[], b: readonly Text[]): readonly Text[] {
  return a.filter(({ value }) => b.some((one) => one.value === value));
}

function pairs(a: readonly Text[], b: readonly Text[]): readonly Text[] | undefined {
  const met: Meeting[] = a.flatMap((one) => b.map((other) => meetTexts(one.value, other.value)));
  const values = met.flatMap((one) => one ?? []);
  return met.includes(undefined) ? undefined : [...new Set(values)].map((value) => ({ value }));
}

function sorted(values: readonly Text[]): string {
  return JSON.stringify(values.map(({ value }) => value).sort());
}
