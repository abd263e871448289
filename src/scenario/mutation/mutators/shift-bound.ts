/** Moves a bound by one step: a number, a date, the mask of a network. */
import { parseDate } from '../../../compile/index.ts';
import { CONDITION_OPERATORS, type OperatorUse, type Relation } from '../../../language/index.ts';
import { changeOperators, changeValues } from '../condition-change.ts';
import { defineMutator } from '../mutator.ts';

export const shiftBound = defineMutator({
  id: 'shift-bound',
  title: 'moves a bound by one step: a number, a date, the mask of a network',
  changes: (statement) => [
    ...changeOperators(statement, (use) => {
      const { relation, valueType } = use.operator;
      const next = NEXT[relation];
      const operator = next && CONDITION_OPERATORS.find((one) => one.relation === next && one.valueType === valueType);
      return operator && { ...use, operator };
    }),
    ...changeValues(statement, shifted),
  ],
});

/** The bound itself counts, or no longer does. */
const NEXT: Partial<Record<Relation, Relation>> = {
  lessThan: 'lessThanEquals',
  lessThanEquals: 'lessThan',
  greaterThan: 'greaterThanEquals',
  greaterThanEquals: 'greaterThan',
};

function shifted(value: string, { operator: { valueType, relation } }: OperatorUse): string[] {
  if (valueType === 'address') return otherMasks(value);
  if (relation !== 'equals') return [];
  if (valueType === 'number' && /^-?[0-9]{1,15}$/.test(value)) return [String(Number(value) + 1)];
  const second = valueType === 'date' ? parseDate(value)?.value : undefined;
  return second === undefined ? [] : [new Date((Number(second) + 1) * 1000).toISOString().replace('.000Z', 'Z')];
}

/** The network twice as large, and half of it. */
function otherMasks(value: string): string[] {
  const [address = '', mask] = value.split('/');
  const most = address.includes(':') ? 128 : 32;
  const bits = mask === undefined ? most : Number(mask);
  if (!Number.isInteger(bits)) return [];
  return [bits - 1, bits + 1].filter((one) => one >= 0 && one <= most).map((one) => `${address}/${one}`);
}
