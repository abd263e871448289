/** Is there a value of a context key, or its absence, of which some conditions hold and others do not? */
import type { KeyType } from '../catalog/index.ts';
import { type CompiledCondition, parseDate, parseDecimal, parseRange, type Template } from '../compile/index.ts';
import { conditionHolds, type RequestView } from '../evaluate/index.ts';
import {
  patternOf,
  patternOfPieces,
  type Request,
  type RequestContext,
  type Settings,
  splitPattern,
  type Truth,
  type ValueType,
} from '../language/index.ts';
import { type ConditionAtom, hasVariable } from './atoms.ts';
import { wordsOf } from './hints.ts';
import { addressText, dateText, numberText } from './scalar-text.ts';
import { arnWordPattern, findWord, type WordPattern, type WordSet, wordPattern } from './word-search.ts';

export interface ConditionLiteral {
  readonly atom: ConditionAtom;
  readonly wanted: boolean;
}

/** `absent`, one value, or several. */
export type KeyModel = 'absent' | string | readonly string[];

export type FoundValue = { readonly value: KeyModel } | 'none' | 'unknown';

export interface KeyQuestion {
  readonly key: string;
  readonly literals: readonly ConditionLiteral[];
  /** The key may hold several values: a set operator asks of it, or AWS says so. */
  readonly multivalued: boolean;
  /** What AWS says its values are, where it says one thing. */
  readonly type?: KeyType | undefined;
  /** What the question itself says of the key. */
  readonly given?: KeyModel | undefined;
  readonly request: Request;
  readonly settings: Settings;
  /** The values of all other keys, where they are known; without it they are open. */
  readonly others?: RequestContext | undefined;
}

/** Absent first, then one value, then several: the less a request needs the better it reads. */
export function findValue(question: KeyQuestion): FoundValue {
  const { given } = question;
  if (given !== undefined) return fits(question, given) ? { value: given } : 'none';
  if (fits(question, 'absent')) return { value: 'absent' };
  const words = wordsFor(question);
  const single = words.find((word) => fits(question, word));
  if (single !== undefined) return { value: single };
  const list = question.multivalued ? listOf(question, words) : undefined;
  if (list && fits(question, list)) return { value: list };
  return searched(question);
}

/** Does every condition come out as wanted, or may it, where variables of other keys are in it? */
export function fits(question: KeyQuestion, value: KeyModel): boolean {
  const view = viewOf(question, value);
  return question.literals.every(({ atom, wanted }) => agrees(conditionHolds(atom.condition, view), wanted));
}

function agrees(truth: Truth, wanted: boolean): boolean {
  return truth === 'unknown' || (truth === 'yes') === wanted;
}

/** A request with this key; all others are open. */
function viewOf({ key, request, settings, others }: KeyQuestion, value: KeyModel): RequestView {
  const context = value === 'absent' ? { ...others } : { ...others, [key]: value };
  // Of an absent key nothing is compared, so that the others do not matter.
  const open = value === 'absent' || others ? [] : EVERY_KEY;
  return { request: { ...request, context }, settings, hasBoundary: false, open };
}

const EVERY_KEY = [patternOf('*')];

/** Values to try: of a key that says true or false no others are there; a number, instant or address is one. */
export function wordsFor({ literals, type }: KeyQuestion): readonly string[] {
  if (type === 'Bool') return ['true', 'false'];
  const words = candidatesOf(literals.map(({ atom }) => atom.condition));
  const read = type && READERS[type];
  const isAsked = read && literals.some(({ atom }) => atom.condition.use?.operator.valueType === read.valueType);
  return isAsked ? [...words, read.usual].filter((word) => read.parse(word) !== undefined) : words;
}

interface Reader {
  readonly valueType: ValueType;
  readonly parse: (text: string) => unknown;
  /** Where policies name none. */
  readonly usual: string;
}

const READERS: Readonly<Partial<Record<KeyType, Reader>>> = {
  Numeric: { valueType: 'number', parse: parseDecimal, usual: '1' },
  Date: { valueType: 'date', parse: parseDate, usual: '2026-01-01T00:00:00Z' },
  IPAddress: { valueType: 'address', parse: parseRange, usual: '203.0.113.77' },
};

/** Values around each constant: for numbers, dates, addresses and booleans one of every kind there is. */
function candidatesOf(conditions: readonly CompiledCondition[]): readonly string[] {
  const words = new Set<string>();
  const numbers: number[] = [];
  const dates: number[] = [];
  for (const { use, values } of conditions) {
    for (const { text, template } of values) {
      switch (use?.operator.valueType) {
        case 'number': {
          const read = parseDecimal(text.value);
          if (read) numbers.push(read.value);
          break;
        }
        case 'date': {
          const read = parseDate(text.value);
          if (read) dates.push(read.value);
          break;
        }
        case 'address':
          for (const one of addressesAround(text.value)) words.add(one);
          break;
        case 'boolean':
          for (const one of ['true', 'false']) words.add(one);
          break;
        default:
          for (const one of wordsOf(plainText(template))) words.add(one);
      }
    }
  }
  for (const number of around(numbers)) words.add(numberText(number));
  for (const date of around(dates)) words.add(dateText(date));
  for (const other of ['example', 'x', '', '1', 'eA==', 'arn:aws:iam::111122223333:role/example']) words.add(other);
  return [...words];
}

function plainText({ text, segments }: Template): string {
  return segments ? segments.map((one) => ('text' in one ? one.text : 'example')).join('') : text;
}

/** Each constant, and a number in each gap. */
function around(numbers: readonly number[]): readonly number[] {
  const sorted = [...new Set(numbers)].sort((a, b) => a - b);
  return sorted.flatMap((one, index) => {
    const next = sorted[index + 1];
    const gap = next === undefined ? one + 1 : (one + next) / 2;
    return index === 0 ? [one - 1, one, gap] : [one, gap];
  });
}

function addressesAround(text: string): readonly string[] {
  const range = parseRange(text);
  const others = ['203.0.113.77', '2001:db8::77'];
  if (!range) return others;
  const [first, last] = [BigInt(range.first), BigInt(range.last)];
  return [first, last, first - 1n, last + 1n].flatMap((one) => addressText(one, range.family) ?? []).concat(others);
}

/** Elements that satisfy what is asked of all, and one for each thing that is asked of some. */
function listOf(question: KeyQuestion, words: readonly string[]): readonly string[] | undefined {
  const { everyone, someone } = demandsOf(question);
  const allowed = words.filter((word) => everyone.every((one) => fitsElement(question, one, word)));
  const chosen = someone.map((one) => allowed.find((word) => fitsElement(question, one, word)));
  if (chosen.some((one) => one === undefined) || allowed.length === 0) return undefined;
  const list = chosen.flatMap((one) => one ?? []);
  return list.length > 0 ? [...new Set(list)] : allowed.slice(0, 1);
}

/** What a condition on a list asks of all of its elements, or of some. */
function demandsOf({ literals }: KeyQuestion) {
  const qualified = literals.filter(
    ({ atom }) => atom.condition.use?.qualifier !== undefined && !isNull(atom.condition),
  );
  const isOfAll = ({ atom, wanted }: ConditionLiteral) => (atom.condition.use?.qualifier === 'ForAllValues') === wanted;
  return { everyone: qualified.filter(isOfAll), someone: qualified.filter((one) => !isOfAll(one)) };
}

function isNull({ use }: CompiledCondition): boolean {
  return use?.operator.relation === 'isAbsent';
}

function fitsElement(question: KeyQuestion, { atom, wanted }: ConditionLiteral, word: string): boolean {
  return agrees(conditionHolds(atom.condition, viewOf(question, [word])), wanted);
}

/** Where no candidate fits: texts are searched; of all else the candidates were one of every kind. */
function searched(question: KeyQuestion): FoundValue {
  if (question.type === 'Bool' && !question.multivalued) return 'none';
  const types = new Set(question.literals.flatMap(({ atom }) => typeOf(atom.condition) ?? []));
  const isText = [...types].every((type) => type === 'string' || type === 'arn');
  if (!isText) return types.size === 1 && !question.multivalued && isCoarse(question) ? 'none' : 'unknown';
  const single = searchSingle(question);
  if (single !== 'none' || !question.multivalued) return single;
  return searchList(question);
}

/** Numbers and instants between whose neighbours there is a text to write. */
function isCoarse({ literals }: KeyQuestion): boolean {
  const read = literals.flatMap(({ atom: { condition } }) => {
    const type = condition.use?.operator.valueType;
    if (type !== 'number' && type !== 'date') return [];
    return condition.values.flatMap(({ text }) => (type === 'number' ? parseDecimal : parseDate)(text.value) ?? []);
  });
  const sorted = [...new Set(read.map(({ value }) => value))].sort((a, b) => a - b);
  const isFar = sorted.every((one, index) => index === 0 || one - (sorted[index - 1] ?? one) >= 0.001);
  return isFar && read.every(({ value, exact }) => !exact && Math.abs(value) < 1e12);
}

function typeOf(condition: CompiledCondition): ValueType | undefined {
  return isNull(condition) || condition.values.length === 0 ? undefined : condition.use?.operator.valueType;
}

function searchSingle(question: KeyQuestion): FoundValue {
  // Null, an unknown operator and no values at all do not depend on what the value is.
  const [fixed, free] = partition(question.literals, ({ atom }) => typeOf(atom.condition) === undefined);
  if (!fits({ ...question, literals: fixed }, 'x')) return 'none';
  return verified(question, findWord(free.flatMap(wordSetOf)));
}

function verified(question: KeyQuestion, found: ReturnType<typeof findWord>): FoundValue {
  if (typeof found === 'string') return found;
  return fits(question, found.word) ? { value: found.word } : 'unknown';
}

function searchList(question: KeyQuestion): FoundValue {
  const { everyone, someone } = demandsOf(question);
  const rest = question.literals.filter((one) => !everyone.includes(one) && !someone.includes(one));
  // On a list these come out the same whatever its elements are.
  if (!fits({ ...question, literals: rest }, ['x', 'y'])) return 'none';
  const sets = everyone.flatMap(wordSetOf);
  const words: string[] = [];
  for (const demand of someone.length > 0 ? someone.map(wordSetOf) : [[]]) {
    const found = findWord([...sets, ...demand]);
    if (typeof found === 'string') return found;
    words.push(found.word);
  }
  return fits(question, words) ? { value: words } : 'unknown';
}

/** The texts of which the condition comes out as wanted; none where that depends on a variable. */
function wordSetOf({ atom: { condition, isLinked }, wanted }: ConditionLiteral): WordSet[] {
  const isIn = wanted !== (condition.use?.operator.negated === true);
  const values = isLinked && !isIn ? condition.values.filter(({ fixed }) => fixed) : condition.values;
  const patterns = values.flatMap(({ template }) => wordPatternOf(condition, template) ?? []);
  return [{ patterns, wanted: isIn }];
}

function wordPatternOf({ use }: CompiledCondition, template: Template): WordPattern | undefined {
  const { text, segments } = template;
  const relation = use?.operator.relation;
  const isLike = relation === 'like' || relation === 'arnLike';
  const pieces = (segments ?? [{ kind: 'text' as const, text }]).map((one) =>
    'text' in one ? { text: one.text, literal: one.kind === 'literal' || !isLike } : { text: '*', literal: false },
  );
  const pattern = patternOfPieces(pieces);
  // A variable may come to several parts of an ARN.
  if (relation !== 'arnLike' || hasVariable(template)) return wordPattern(pattern, relation === 'equalsIgnoreCase');
  const parts = splitPattern(pattern);
  return parts.length === 6 ? arnWordPattern(parts) : undefined;
}

function partition<Item>(items: readonly Item[], test: (item: Item) => boolean): [Item[], Item[]] {
  return [items.filter(test), items.filter((item) => !test(item))];
}
