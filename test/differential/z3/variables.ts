/** Values with policy variables as terms, without regular expressions, which have no variables in them (V1 to V8). */
import type { Keys } from './condition-terms.ts';
import { all, text } from './smt.ts';

const VARIABLE = /\$\{([^}]*)\}/g;
const WITH_DEFAULT = /^([^,]+), '(.*)'$/;

/** The keys that the values' variables read. */
export function variableKeys(values: readonly string[]): readonly string[] {
  return values.flatMap((value) =>
    [...value.matchAll(VARIABLE)].flatMap(([, inner = '']) =>
      /^[*?$]$/.test(inner) ? [] : (WITH_DEFAULT.exec(inner)?.[1] ?? inner),
    ),
  );
}

export interface Resolved {
  /** Its variables have values (V3, V8). */
  readonly resolves: string;
  /** It does, and the subject is as it says. */
  readonly matches: string;
}

/** @param likes whether `*` in the value is a wildcard; at most two are, and no `?` */
export function resolvedTerm(subject: string, value: string, keys: Keys, likes: boolean): Resolved {
  const needed: string[] = [];
  const runs: string[][] = [[]];
  const add = (term: string) => runs.at(-1)?.push(term);
  for (const [index, piece] of value.split(VARIABLE).entries()) {
    if (index % 2 === 0) {
      if (likes && piece.includes('?')) throw new Error('`?` beside a variable is beyond this');
      const [first = '', ...rest] = likes ? piece.split('*') : [piece];
      add(text(first));
      for (const one of rest) runs.push([text(one)]);
      continue;
    }
    if (/^[*?$]$/.test(piece)) {
      add(text(piece)); // V5
      continue;
    }
    const [, name = piece, otherwise] = WITH_DEFAULT.exec(piece) ?? [];
    const { has, values, many } = keys.of(name);
    if (many !== 'false') throw new Error('a variable of several values is beyond this');
    if (otherwise === undefined) needed.push(has);
    add(otherwise === undefined ? (values[0] ?? '') : `(ite ${has} ${values[0]} ${text(otherwise)})`); // V4
  }
  const resolves = all(needed);
  return { resolves, matches: all([resolves, runsTerm(subject, runs.map(joined))]) };
}

function joined(terms: readonly string[]): string {
  const some = terms.filter((term) => term !== '""');
  return some.length > 1 ? `(str.++ ${some.join(' ')})` : (some[0] ?? '""');
}

/** Runs of text with a star between each two. */
function runsTerm(subject: string, runs: readonly string[]): string {
  const [first = '""', middle = '""', last = middle] = runs;
  if (runs.length === 1) return `(= ${subject} ${first})`;
  if (runs.length === 2) {
    const isLong = `(>= (str.len ${subject}) (+ (str.len ${first}) (str.len ${last})))`;
    return all([`(str.prefixof ${first} ${subject})`, `(str.suffixof ${last} ${subject})`, isLong]);
  }
  if (runs.length === 3 && first === '""' && last === '""') return `(str.contains ${subject} ${middle})`;
  throw new Error('so many wildcards beside a variable are beyond this');
}
