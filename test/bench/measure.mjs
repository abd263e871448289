// Timing: how often a thing is done in a given time, and what many such samples come to.

/** Nanoseconds a call, over about `budget` milliseconds; at least one call. */
export async function sample(call, budget) {
  let count = 1;
  for (;;) {
    const start = process.hrtime.bigint();
    for (let index = 0; index < count; index++) {
      const answer = call(index);
      // Only who answers later is waited for: waiting costs more than some of the calls.
      if (answer instanceof Promise) await answer;
    }
    const spent = Number(process.hrtime.bigint() - start);
    if (spent >= budget * 500_000 || count >= 2 ** 30) return spent / count;
    count = Math.max(count + 1, Math.ceil((count * budget * 1_000_000) / Math.max(spent, 1)));
  }
}

/** The middle of the samples, and between what the middle eight tenths of them lie. */
export function summary(samples) {
  const sorted = [...samples].sort((a, b) => a - b);
  const at = (part) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))];
  return { median: at(0.5), low: at(0.1), high: at(0.9) };
}

/** Nanoseconds of one call. */
export function timed(call) {
  const start = process.hrtime.bigint();
  call();
  return Number(process.hrtime.bigint() - start);
}
