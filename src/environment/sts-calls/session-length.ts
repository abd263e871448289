/** How long a session lasts (F13). */
import type { Hop } from '../hop.ts';
import type { Refusal } from '../hop-result.ts';

/** Seconds. */
export interface LengthLimits {
  readonly shortest: number;
  readonly longest: number;
  /** What the caller gets who asks for nothing. */
  readonly usual: number;
  /** Why no longer, for the message. */
  readonly because: string;
  readonly rule: string;
}

export function sessionLength(hop: Hop, limits: LengthLimits): { duration: number; refusals: Refusal[] } {
  const { duration = limits.usual } = hop;
  const { shortest, longest, rule } = limits;
  if (duration > longest) {
    const message = `the session is to last ${duration} seconds, at most ${longest} are possible: ${limits.because}`;
    return { duration, refusals: [{ rule, message }] };
  }
  if (duration >= shortest) return { duration, refusals: [] };
  return {
    duration,
    refusals: [{ rule, message: `the session is to last ${duration} seconds, at least ${shortest} are needed` }],
  };
}
