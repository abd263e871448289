/** The known name that a mistyped one most likely means. */

/**
 * Case ignored: the candidate with the fewest typing errors (insert, leave out, replace, swap two neighbours), at most
 * one per three characters; where none is that close, the shortest that begins with the name. Ties go to the first.
 */
export function nearestName(name: string, candidates: readonly string[]): string | undefined {
  const wanted = name.toLowerCase();
  let best: string | undefined;
  let limit = Math.max(1, Math.floor(wanted.length / 3)) + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - wanted.length) >= limit) continue;
    const errors = typingErrors(wanted, candidate.toLowerCase());
    if (errors >= limit) continue;
    best = candidate;
    limit = errors;
  }
  return best ?? shortest(candidates.filter((one) => wanted.length > 2 && one.toLowerCase().startsWith(wanted)));
}

function shortest(names: readonly string[]): string | undefined {
  return names.reduce<string | undefined>((a, b) => (a === undefined || b.length < a.length ? b : a), undefined);
}

/** Damerau-Levenshtein distance in which no part is edited twice (optimal string alignment). */
export function typingErrors(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + same);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) cost = Math.min(cost, (beforeLast[j - 2] ?? 0) + 1);
      row.push(cost);
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? 0;
}
