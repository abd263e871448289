/** Words for the kinds of values and for where they stand. */
import { pointerSteps } from './pointer-steps.ts';

const TYPE_WORDS: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
  null: 'null',
  array: 'a list',
  object: 'an object',
};

/** `text or a list`. */
export function typeWords(types: readonly string[]): string {
  return joinWords(
    types.map((type) => TYPE_WORDS[type] ?? type),
    'or',
  );
}

/** `a, b or c`. */
export function joinWords(words: readonly string[], last: 'or' | 'and'): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`;
}

/** The JSON type of a value. */
export function kindOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}

/** `` `groups` ``, `item 2 of `groups``, `the document`. */
export function subjectOf(path: string): string {
  const steps = pointerSteps(path);
  const last = steps.at(-1);
  if (last === undefined) return 'the document';
  if (!/^[0-9]{1,6}$/.test(last)) return `\`${last}\``;
  const list = steps.at(-2);
  return list === undefined ? `item ${Number(last) + 1}` : `item ${Number(last) + 1} of \`${list}\``;
}
