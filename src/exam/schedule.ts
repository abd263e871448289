/** When each skill is due again: FSRS over all the reviews there are, so that none can be lost from it. */
import { type Card, createEmptyCard, fsrs, type Grade, Rating } from 'ts-fsrs';
import type { Review } from './progress.ts';

export interface ScheduledSkill {
  readonly skill: string;
  /** When it is due, in the form of `Review.at`. */
  readonly due: string;
  readonly reviews: number;
  readonly lapses: number;
  /** The last answer was wrong, and whoever gave it was sure of it: it comes first. */
  readonly sureAndWrong: boolean;
}

/** Without chance: the same reviews give the same days. */
const SCHEDULER = fsrs({ enable_fuzz: false, request_retention: 0.9 });

/** Every skill that was ever asked for, the most urgent first. */
export function scheduleOf(reviews: readonly Review[]): readonly ScheduledSkill[] {
  const cards = new Map<string, { card: Card; reviews: number; last: Review }>();
  const inOrder = [...reviews].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
  for (const review of inOrder) {
    const known = cards.get(review.skill);
    const at = new Date(review.at);
    const { card } = SCHEDULER.next(known?.card ?? createEmptyCard(at), at, ratingOf(review));
    cards.set(review.skill, { card, reviews: (known?.reviews ?? 0) + 1, last: review });
  }
  return [...cards]
    .map(([skill, { card, reviews: count, last }]) => ({
      skill,
      due: card.due.toISOString(),
      reviews: count,
      lapses: card.lapses,
      sureAndWrong: !last.right && last.confidence >= 3,
    }))
    .sort(
      (a, b) => Number(b.sureAndWrong) - Number(a.sureAndWrong) || compare(a.due, b.due) || compare(a.skill, b.skill),
    );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function ratingOf({ right, confidence }: Review): Grade {
  if (!right) return Rating.Again;
  return confidence === 1 ? Rating.Hard : confidence === 4 ? Rating.Easy : Rating.Good;
}
