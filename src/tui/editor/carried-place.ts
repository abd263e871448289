/** Where something that was said of an earlier text stands in the text as it is now. */

interface Range {
  readonly start: number;
  readonly end: number;
}

/** Ranges of the earlier text in the later one; undefined for those that the change touched. */
export function carrier(before: string, now: string): (range: Range) => Range | undefined {
  if (before === now) return (range) => range;
  const shorter = Math.min(before.length, now.length);
  let head = 0;
  while (head < shorter && before[head] === now[head]) head++;
  let tail = 0;
  while (tail < shorter - head && before[before.length - 1 - tail] === now[now.length - 1 - tail]) tail++;
  const grown = now.length - before.length;
  return ({ start, end }) => {
    if (end <= head) return { start, end };
    if (start >= before.length - tail) return { start: start + grown, end: end + grown };
    // The change is within it: a statement that is being typed in.
    return start < head && end > before.length - tail ? { start, end: end + grown } : undefined;
  };
}
