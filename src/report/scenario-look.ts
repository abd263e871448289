/** How a scenario report looks. */
import type { CaseResult, CaseStatus } from '../scenario/index.ts';
import type { Paint } from './paint.ts';

/** One mark for each status, and what the source excerpt is drawn with. */
export interface Marks extends Readonly<Record<CaseStatus, string>> {
  readonly bar: string;
  readonly arrow: string;
}

export const MARKS: Marks = { passed: '✓', failed: '✗', skipped: '○', error: '‼', bar: '│', arrow: '→' };

/** For terminals without Unicode. */
export const ASCII_MARKS: Marks = { passed: '+', failed: 'x', skipped: '-', error: '!', bar: '|', arrow: '->' };

export interface Look {
  readonly paint: Paint;
  readonly marks: Marks;
  /** List every case, or only those that are not passed. */
  readonly cases: 'all' | 'notable';
  /** Tell which statements no case covers. */
  readonly coverage: boolean;
  /** One sentence a line: why the answer is what it is. */
  readonly explain: (result: CaseResult) => readonly string[];
}

/** The colour of a status. */
export function paintStatus(paint: Paint, status: CaseStatus): Paint['good'] {
  switch (status) {
    case 'passed':
      return paint.good;
    case 'failed':
    case 'error':
      return paint.bad;
    case 'skipped':
      return paint.quiet;
    default:
      return status satisfies never;
  }
}
