/** The shortest word that lies in some sets of patterns and outside of others: a lazily determinised product automaton. */
import { ANY_ONE, ANY_RUN, arnColons, matchesArnPattern, matchesPattern, type Pattern } from '../language/index.ts';

/** Wildcards that stop at a colon, for the first five parts of an ARN (B12). */
export const RUN_IN_PART = -3;
export const ONE_IN_PART = -4;

export interface WordPattern {
  /** UTF-16 codes and wildcards. */
  readonly codes: readonly number[];
  /** Letters count in either case (ASCII alone; others are not searched for). */
  readonly ignoreCase?: boolean;
  /** The same pattern against one word, quickly. */
  readonly matches: (word: string) => boolean;
}

/** The word is to match one of the patterns, or none of them. */
export interface WordSet {
  readonly patterns: readonly WordPattern[];
  readonly wanted: boolean;
}

/** `none`: there is no such word; `unknown`: not found out within the budget, or beyond what is searched. */
export type FoundWord = { readonly word: string } | 'none' | 'unknown';

const MOST_STATES = 4000;
const MOST_MEMBERSHIP_STATES = 20_000;
const COLON = 58;
const SMALL_K = 107;
const KELVIN = 0x212a;

/** A pattern over the whole text. */
export function wordPattern(pattern: Pattern, ignoreCase = false): WordPattern {
  const { codes, literal = '' } = pattern;
  if (!ignoreCase) return { codes, matches: (word) => matchesPattern(pattern, word) };
  const lowerLiteral = literal.toLowerCase();
  return { codes, ignoreCase, matches: (word) => word.toLowerCase() === lowerLiteral };
}

/** An ARN pattern, whose wildcards before the fifth colon stay in their part. */
export function arnWordPattern(parts: readonly Pattern[]): WordPattern {
  const codes = parts.flatMap(({ codes: part }, index) => {
    const inPart =
      index < 5 ? part.map((code) => (code === ANY_RUN ? RUN_IN_PART : code === ANY_ONE ? ONE_IN_PART : code)) : part;
    return index === 0 ? inPart : [COLON, ...inPart];
  });
  const matches = (word: string) => {
    const colons = arnColons(word);
    return colons !== undefined && matchesArnPattern(parts, word, colons);
  };
  return { codes, matches };
}

/** Where a pattern stands: its set, its codes, how far it has come. */
interface Positions {
  readonly set: number;
  readonly codes: readonly number[];
  readonly ignoreCase: boolean;
  /** The number of its first position among all positions. */
  readonly first: number;
}

/** @param hints words that read better than the shortest; the first that fits is taken */
export function findWord(sets: readonly WordSet[], hints: readonly string[] = []): FoundWord {
  const hint = hints.find((word) => sets.every((set) => isIn(word, set)));
  if (hint !== undefined) return { word: hint };
  const machine = machineOf(sets);
  if (!machine) return 'unknown';
  const { start } = machine;
  const seen = new Set([start.join()]);
  let front: { state: readonly number[]; word: string }[] = [{ state: start, word: '' }];
  if (accepts(machine, start)) return { word: '' };
  while (front.length > 0) {
    const next: typeof front = [];
    for (const { state, word } of front) {
      for (const code of alphabetOf(machine, state)) {
        const reached = step(machine, state, code);
        const key = reached.join();
        if (seen.has(key) || isDead(machine, reached)) continue;
        const longer = word + String.fromCharCode(code);
        if (accepts(machine, reached)) return { word: longer };
        if (seen.size >= MOST_STATES) return 'unknown';
        seen.add(key);
        next.push({ state: reached, word: longer });
      }
    }
    front = next;
  }
  return 'none';
}

/** Which sets a word lies in, for every combination that some word has, each with its shortest word; undefined: too many. */
export function memberships(sets: readonly (readonly WordPattern[])[]): ReadonlyMap<string, string> | undefined {
  const machine = machineOf(sets.map((patterns) => ({ patterns, wanted: true })));
  if (!machine) return undefined;
  const found = new Map<string, string>([[matchedBy(machine, machine.start).join(), '']]);
  const seen = new Set([machine.start.join()]);
  let front: { state: readonly number[]; word: string }[] = [{ state: machine.start, word: '' }];
  while (front.length > 0) {
    const next: typeof front = [];
    for (const { state, word } of front) {
      for (const code of alphabetOf(machine, state)) {
        const reached = settled(machine, step(machine, state, code));
        const key = reached.join();
        if (seen.has(key)) continue;
        if (seen.size >= MOST_MEMBERSHIP_STATES) return undefined;
        seen.add(key);
        const longer = word + String.fromCharCode(code);
        const members = matchedBy(machine, reached).join();
        if (!found.has(members)) found.set(members, longer);
        next.push({ state: reached, word: longer });
      }
    }
    front = next;
  }
  return found;
}

/** Where one pattern of a set takes everything from here on, the others of the set do not matter any more. */
function settled({ all, owner }: Machine, state: readonly number[]): readonly number[] {
  const sure = new Map<number, number>();
  for (const position of state) {
    const pattern = all[owner[position] ?? 0];
    if (!pattern) continue;
    const at = position - pattern.first;
    if (pattern.codes[at] === ANY_RUN && at === pattern.codes.length - 1) sure.set(pattern.set, position);
  }
  if (sure.size === 0) return state;
  return state.filter((position) => {
    const known = sure.get(all[owner[position] ?? 0]?.set ?? -1);
    return known === undefined || position === known || position === known + 1;
  });
}

interface Machine {
  readonly sets: readonly WordSet[];
  readonly all: readonly Positions[];
  /** By the number of a position: its pattern. */
  readonly owner: readonly number[];
  readonly start: readonly number[];
}

function machineOf(sets: readonly WordSet[]): Machine | undefined {
  const all: Positions[] = [];
  const owner: number[] = [];
  for (const [set, { patterns }] of sets.entries()) {
    for (const { codes, ignoreCase = false } of patterns) {
      // A character outside the basic plane is two codes but one `?`; letters beyond ASCII have cases of their own.
      if (codes.some((code) => (code >= 0xd800 && code <= 0xdfff) || (ignoreCase && code > 127))) return undefined;
      const first = owner.length;
      for (let i = 0; i <= codes.length; i += 1) owner.push(all.length);
      all.push({ set, codes, ignoreCase, first });
    }
  }
  const start = new Set<number>();
  for (const { first } of all) enter({ all, owner }, first, start);
  return { sets, all, owner, start: [...start].sort((a, b) => a - b) };
}

function isIn(word: string, { patterns, wanted }: WordSet): boolean {
  return patterns.some(({ matches }) => matches(word)) === wanted;
}

/** A position, and those that follow it without a character. */
function enter({ all, owner }: Pick<Machine, 'all' | 'owner'>, position: number, into: Set<number>): void {
  into.add(position);
  const pattern = all[owner[position] ?? 0];
  const code = pattern?.codes[position - pattern.first];
  if (code === ANY_RUN || code === RUN_IN_PART) enter({ all, owner }, position + 1, into);
}

function step(machine: Machine, state: readonly number[], code: number): readonly number[] {
  const reached = new Set<number>();
  for (const position of state) {
    const pattern = machine.all[machine.owner[position] ?? 0];
    const wanted = pattern?.codes[position - pattern.first];
    if (!pattern || wanted === undefined) continue;
    if (wanted === ANY_RUN || (wanted === RUN_IN_PART && code !== COLON)) enter(machine, position, reached);
    else if (wanted === ANY_ONE || (wanted === ONE_IN_PART && code !== COLON)) enter(machine, position + 1, reached);
    else if (wanted === code || (pattern.ignoreCase && lower(wanted) === lower(code)))
      enter(machine, position + 1, reached);
  }
  return [...reached].sort((a, b) => a - b);
}

/** Small letters of ASCII; the sign for kelvin has the small letter k too, and is the only other one that has such a letter. */
function lower(code: number): number {
  if (code === KELVIN) return SMALL_K;
  return code >= 65 && code <= 90 ? code + 32 : code;
}

function accepts(machine: Machine, state: readonly number[]): boolean {
  const matched = new Set(matchedBy(machine, state));
  return machine.sets.every(({ wanted }, index) => matched.has(index) === wanted);
}

/** The sets of which some pattern ends here, in order. */
function matchedBy({ all, owner }: Machine, state: readonly number[]): readonly number[] {
  const matched = new Set<number>();
  for (const position of state) {
    const pattern = all[owner[position] ?? 0];
    if (pattern && position - pattern.first === pattern.codes.length) matched.add(pattern.set);
  }
  return [...matched].sort((a, b) => a - b);
}

/** A set that is wanted has no pattern left; or one that is not takes everything from here on. */
function isDead({ sets, all, owner }: Machine, state: readonly number[]): boolean {
  const alive = new Set<number>();
  for (const position of state) {
    const pattern = all[owner[position] ?? 0];
    if (!pattern) continue;
    alive.add(pattern.set);
    const at = position - pattern.first;
    if (pattern.codes[at] === ANY_RUN && at === pattern.codes.length - 1 && !sets[pattern.set]?.wanted) return true;
  }
  return sets.some(({ wanted }, index) => wanted && !alive.has(index));
}

/** One for all characters that no pattern names here: what people would write. */
const OTHERS = 'x1a-b2cdefghijklmnopqrstuvwyz0345';

/** The characters that lead to different states from here. */
function alphabetOf({ all, owner }: Machine, state: readonly number[]): readonly number[] {
  const codes = new Set<number>();
  let parts = false;
  let kelvin = false;
  for (const position of state) {
    const pattern = all[owner[position] ?? 0];
    const code = pattern?.codes[position - pattern.first];
    if (!pattern || code === undefined) continue;
    if (code === RUN_IN_PART || code === ONE_IN_PART) parts = true;
    if (code < 0) continue;
    codes.add(code);
    if (!pattern.ignoreCase) continue;
    if (lower(code) >= 97 && lower(code) <= 122) codes.add(code ^ 32);
    if (lower(code) === SMALL_K) kelvin = true;
  }
  const other = otherThan(codes);
  if (parts) codes.add(COLON);
  if (kelvin) codes.add(KELVIN);
  return [other, ...codes];
}

function otherThan(codes: ReadonlySet<number>): number {
  const isOther = (code: number) => code !== COLON && !codes.has(code) && !codes.has(code ^ 32);
  const usual = [...OTHERS].map((text) => text.charCodeAt(0)).find(isOther);
  if (usual !== undefined) return usual;
  let code = 33;
  while (!isOther(code) || (code > 126 && code < 161)) code += 1;
  return code;
}
