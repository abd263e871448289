/** What somebody answered, line by line: only ever added to, and read whatever happened to its end. */
import type { Grade } from './grade-answer.ts';
import type { Question } from './question.ts';

/** 1 guessed, 2 unsure, 3 fairly sure, 4 sure. */
export type Confidence = 1 | 2 | 3 | 4;

/** Where reviews are kept, in the state directory. */
export const PROGRESS = 'exam.jsonl';

export interface Review {
  /** When it was answered, `2026-11-24T08:00:00.000Z`. */
  readonly at: string;
  readonly question: string;
  readonly kind: string;
  readonly topic: string;
  /** Topic and misconception: what is scheduled. */
  readonly skill: string;
  readonly right: boolean;
  readonly misconceptions: readonly string[];
  readonly confidence: Confidence;
}

export function reviewOf(question: Question, grade: Grade, confidence: Confidence, at: string): Review {
  const { id, kind, topic, skill } = question;
  // Who is wrong needs what was believed, not what the question aimed at.
  const [believed] = grade.misconceptions;
  const own = grade.right || believed === undefined ? skill : `${topic}/${believed}`;
  return {
    at,
    question: id,
    kind,
    topic,
    skill: own,
    right: grade.right,
    misconceptions: grade.misconceptions,
    confidence,
  };
}

/** One line, with its end. */
export function printReview(review: Review): string {
  return `${JSON.stringify(review)}\n`;
}

/** Reads every whole line; a line that a crash tore is left out and counted. */
export function readProgress(text: string): { readonly reviews: readonly Review[]; readonly torn: number } {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const reviews = lines.flatMap((line) => readReview(line) ?? []);
  return { reviews, torn: lines.length - reviews.length };
}

function readReview(line: string): Review | undefined {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return undefined;
  }
  return isReview(value) ? value : undefined;
}

function isReview(value: unknown): value is Review {
  if (typeof value !== 'object' || value === null) return false;
  const texts = ['at', 'question', 'kind', 'topic', 'skill'].every(
    (key) => typeof Reflect.get(value, key) === 'string',
  );
  const misconceptions = Reflect.get(value, 'misconceptions');
  const isList = Array.isArray(misconceptions) && misconceptions.every((one) => typeof one === 'string');
  const at = Reflect.get(value, 'at');
  return (
    texts &&
    isList &&
    typeof at === 'string' &&
    !Number.isNaN(Date.parse(at)) &&
    typeof Reflect.get(value, 'right') === 'boolean' &&
    [1, 2, 3, 4].includes(Reflect.get(value, 'confidence'))
  );
}
