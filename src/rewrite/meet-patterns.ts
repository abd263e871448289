/** Patterns for exactly what two patterns both stand for: `a*` and `*b` meet in `a*b` and, where they overlap, in what is shorter. */
import { splitArn } from '../language/index.ts';
import { coversAction, coversResource } from './covering.ts';

/** None where nothing matches both; undefined where it cannot be written: a variable may hold anything. */
export type Meeting = readonly string[] | undefined;

/** Two actions, wildcards and all. */
export function meetActions(a: string, b: string): Meeting {
  if (coversAction(a, b)) return [b];
  if (coversAction(b, a)) return [a];
  const [[service, name], [other, otherName]] = [atColon(a), atColon(b)];
  // A bare pattern that is not `*` names no action (B3).
  if (name === undefined || otherName === undefined || service.toLowerCase() !== other.toLowerCase()) return [];
  const names = meetTexts(name, otherName, (x, y) => x.toLowerCase() === y.toLowerCase());
  return names?.map((one) => `${service}:${one}`);
}

function atColon(action: string): readonly [string, string?] {
  const colon = action.indexOf(':');
  return colon === -1 ? [action] : [action.slice(0, colon), action.slice(colon + 1)];
}

/** Two resources, field by field as ARNs are matched (B12). */
export function meetResources(a: string, b: string): Meeting {
  if (coversResource(a, b)) return [b];
  if (coversResource(b, a)) return [a];
  const [fields, others] = [splitArn(a), splitArn(b)];
  if (!fields || !others) return undefined;
  let found: readonly string[] = [''];
  for (const [index, field] of fields.entries()) {
    const met = meetTexts(field, others[index] ?? '');
    if (!met) return undefined;
    found = found.flatMap((before) => met.map((one) => (index === 0 ? one : `${before}:${one}`)));
  }
  return found;
}

/** More than these nobody reads. */
const MOST_PATTERNS = 16;

/** Two texts with wildcards and policy variables. */
export function meetTexts(a: string, b: string, isSame = (x: string, y: string) => x === y): Meeting {
  const [left, right] = [tokensOf(a), tokensOf(b)];
  const known = new Map<string, Meeting>();
  const rests = (i: number, j: number, before: string): Meeting => meet(i, j)?.map((rest) => before + rest);
  const either = (one: Meeting, other: Meeting): Meeting => one && other && [...one, ...other];

  function meet(i: number, j: number): Meeting {
    const place = `${i} ${j}`;
    if (!known.has(place)) {
      const found = meetHere(i, j);
      known.set(place, found && found.length <= MOST_PATTERNS ? narrowed(found) : undefined);
    }
    return known.get(place);
  }

  function meetHere(i: number, j: number): Meeting {
    const [x, y] = [left[i], right[j]];
    if (x === undefined && y === undefined) return [''];
    // One of two runs begins no later than the other; what is before that one is a run of its own.
    if (x === '*' && y === '*') return either(rests(i + 1, j, '*'), rests(i, j + 1, '*'));
    if (x === '*') return either(meet(i + 1, j), y === undefined ? [] : rests(i, j + 1, y));
    if (y === '*') return either(meet(i, j + 1), x === undefined ? [] : rests(i + 1, j, x));
    // A variable may hold nothing.
    if (x === undefined || y === undefined)
      return (x ? left.slice(i) : right.slice(j)).some(isVariable) ? undefined : [];
    if (isSame(x, y)) return rests(i + 1, j + 1, x);
    if (isVariable(x) || isVariable(y)) return undefined;
    if (x === '?') return rests(i + 1, j + 1, y);
    return y === '?' ? rests(i + 1, j + 1, x) : [];
  }

  return meet(0, 0);
}

/** Characters, wildcards and whole variables. */
function tokensOf(text: string): readonly string[] {
  return text.match(/\$\{[^}]*\}|\*+|./gsu)?.map((one) => (one.startsWith('*') ? '*' : one)) ?? [];
}

function isVariable(token: string): boolean {
  return token.startsWith('${');
}

/** Without those that another one takes in. */
function narrowed(patterns: readonly string[]): readonly string[] {
  const own = [...new Set(patterns)];
  return own.filter((one, index) =>
    own.every((other, at) => at === index || !coversResource(other, one) || (coversResource(one, other) && at > index)),
  );
}
