/** Every code that a run can print, whoever finds it. */
import { PARSE_CODES } from '../parse/index.ts';
import { CHECKS } from './checks/index.ts';
import { RUN_CODES } from './run-codes.ts';

const IDS: ReadonlySet<string> = new Set([
  ...CHECKS.map(({ id }) => id),
  ...Object.keys(PARSE_CODES),
  ...Object.keys(RUN_CODES),
]);

export function isKnownCode(id: string): boolean {
  return IDS.has(id);
}
