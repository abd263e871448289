/** What all the reviews come to: how much was right, by topic, and which misconceptions show most. */
import type { Review } from './progress.ts';

export interface Share {
  readonly name: string;
  readonly right: number;
  readonly total: number;
}

export interface ExamStatistics {
  readonly right: number;
  readonly total: number;
  /** The weakest first. */
  readonly topics: readonly Share[];
  /** How often each was behind a wrong answer, the most frequent first. */
  readonly misconceptions: readonly { readonly code: string; readonly count: number }[];
  /** Answers that were wrong although whoever gave them was sure. */
  readonly sureAndWrong: number;
}

export function statisticsOf(reviews: readonly Review[]): ExamStatistics {
  const codes = new Map<string, number>();
  for (const code of reviews.flatMap(({ misconceptions }) => misconceptions))
    codes.set(code, (codes.get(code) ?? 0) + 1);
  const names = [...new Set(reviews.map(({ topic }) => topic))];
  const topics = names.map((name) => ({ name, ...share(reviews.filter(({ topic }) => topic === name)) }));
  return {
    ...share(reviews),
    topics: topics.sort((a, b) => a.right / a.total - b.right / b.total || (a.name < b.name ? -1 : 1)),
    misconceptions: [...codes]
      .map(([code, count]) => ({ code, count }))
      .sort((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1)),
    sureAndWrong: reviews.filter(({ right, confidence }) => !right && confidence >= 3).length,
  };
}

function share(reviews: readonly Review[]): { readonly right: number; readonly total: number } {
  return { right: reviews.filter(({ right }) => right).length, total: reviews.length };
}

/** A scaled score as AWS's reports have it, from 100 to 1000. An estimate: AWS does not publish its scaling. */
export function estimatedScore(right: number, total: number): number {
  return total === 0 ? 100 : Math.round(100 + (900 * right) / total);
}
