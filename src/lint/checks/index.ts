/** Every check, by group and name. Generated: `npm run generate`. */
import type { Check } from '../check.ts';
import { unknownAction } from './actions/unknown-action.ts';
import { typeMismatch } from './conditions/type-mismatch.ts';

export const CHECKS: readonly Check[] = [
  unknownAction,
  typeMismatch,
];
