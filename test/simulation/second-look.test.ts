/** Decisions that were once wrong, each with the rules it goes by: test/cases/second-look.json. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { answerOf } from '../helpers/simulate.ts';

interface SecondLook {
  readonly title: string;
  readonly rules: readonly string[];
  readonly expected: { readonly decision: string; readonly decidedBy?: string; readonly failedCheck?: number };
}

const file = new URL('../cases/second-look.json', import.meta.url);
const { cases } = JSON.parse(readFileSync(file, 'utf8')) as { readonly cases: readonly SecondLook[] };

it.each(cases)('$title', (one) => {
  expect(answerOf(one)).toMatchObject(one.expected);
});
