/** What a claim comes to for one principal. */
import type { Witness } from '../requests/questions.ts';

export interface Answer {
  /** False where the claim is about nothing that it could ask. */
  readonly isAsked: boolean;
  /** Requests by which the claim does not hold; empty where none was found. */
  readonly witnesses: readonly Witness[];
  readonly how?: string;
  /** Why it may not hold. */
  readonly doubts: readonly string[];
}
