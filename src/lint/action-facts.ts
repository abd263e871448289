/** What is known of an action pattern, whatever policy it stands in: found out once and kept. */
import type { Catalog, ServiceAction } from '../catalog/index.ts';
import { actionName, type CompiledAction, matchesAction } from '../compile/index.ts';
import { patternOf } from '../language/index.ts';
import { traitsOf } from './action-traits.ts';

export interface ActionFacts {
  readonly text: string;
  /** The same for texts that differ only in case. */
  readonly number: number;
  readonly lower: string;
  /** The bare `*`. */
  readonly everything: boolean;
  /** Not of the form `service:name`; the parser has said so. */
  readonly malformed: boolean;
  /** In lower case; empty for `*` and for what is malformed. */
  readonly service: string;
  /** What stands after the colon, in lower case. */
  readonly name: string;
  readonly hasWildcard: boolean;
  readonly serviceIsKnown: boolean;
  /** The known actions that it stands for; empty for the bare `*`, which is every action there is. */
  readonly actions: readonly ServiceAction[];
  readonly compiled: CompiledAction;
  /** Bits of `TRAIT`. */
  readonly traits: number;
}

/** The facts of action patterns by their text. */
export type ActionReader = (text: string) => ActionFacts;

export function actionReader(catalog: Catalog): ActionReader {
  const known = new Map<string, ActionFacts>();
  const numbers = new Map<string, number>();
  const numberOf = (lower: string) => {
    const number = numbers.get(lower) ?? numbers.size;
    numbers.set(lower, number);
    return number;
  };
  return (text) => {
    let facts = known.get(text);
    if (!facts) {
      facts = read(catalog, text, numberOf(text.toLowerCase()));
      known.set(text, facts);
    }
    return facts;
  };
}

function read(catalog: Catalog, text: string, number: number): ActionFacts {
  const lower = text.toLowerCase();
  const everything = text === '*';
  const [service = '', name = '', ...more] = lower.split(':');
  const malformed = !everything && (name === '' || more.length > 0 || /[^a-z0-9-]/.test(service) || /\s/.test(name));
  const valid = !malformed;
  const isNamed = valid && !everything;
  const actions = isNamed ? catalog.expandAction(lower) : [];
  const facts = {
    text,
    number,
    lower,
    everything,
    malformed,
    // One text for each service, which compares at once.
    service: isNamed ? (catalog.service(service)?.prefix ?? service) : '',
    name: isNamed ? name : '',
    hasWildcard: isNamed && (name.includes('*') || name.includes('?')),
    serviceIsKnown: isNamed && catalog.service(service) !== undefined,
    actions,
    compiled: { text: { value: text }, valid, ...(isNamed ? { service, name: patternOf(name) } : {}) },
  };
  return { ...facts, traits: traitsOf(facts) };
}

/** Does the pattern stand for the action, `iam:PassRole`? */
export function standsFor(facts: ActionFacts, action: string): boolean {
  return matchesAction(facts.compiled, actionName(action));
}

/** The position of the first pattern that stands for the action; -1 where none does. */
export function indexOfAction(list: readonly ActionFacts[], action: string): number {
  const name = actionName(action);
  for (let i = 0; i < list.length; i++) {
    const facts = list[i];
    if (facts && (facts.everything || (facts.service === name.service && matchesAction(facts.compiled, name))))
      return i;
  }
  return -1;
}

/** Marks of the patterns met in the list that was looked at last, by their number; cheaper than a set for each list. */
const MARKS: number[] = [];
let mark = 0;

/** Does a pattern stand twice in the list? */
export function hasTwice(list: readonly ActionFacts[]): boolean {
  mark += 1;
  for (const { number } of list) {
    if (MARKS[number] === mark) return true;
    MARKS[number] = mark;
  }
  return false;
}
