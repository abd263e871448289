/** Three-valued logic (Kleene): what holds, what does not, and what depends on something nobody said (rule U1). */

export type Truth = 'yes' | 'no' | 'unknown';

/** `yes` iff all are, `no` as soon as one is. */
export function allOf(truths: Iterable<Truth>): Truth {
  let result: Truth = 'yes';
  for (const truth of truths) {
    if (truth === 'no') return 'no';
    if (truth === 'unknown') result = 'unknown';
  }
  return result;
}

/** `no` iff all are, `yes` as soon as one is. */
export function anyOf(truths: Iterable<Truth>): Truth {
  let result: Truth = 'no';
  for (const truth of truths) {
    if (truth === 'yes') return 'yes';
    if (truth === 'unknown') result = 'unknown';
  }
  return result;
}

export function not(truth: Truth): Truth {
  return truth === 'unknown' ? 'unknown' : truth === 'yes' ? 'no' : 'yes';
}

export function truthOf(condition: boolean): Truth {
  return condition ? 'yes' : 'no';
}
