/** The rules of an organization, held against parts of a statement. */

import { coversText } from '../language/index.ts';
import type { ActionFacts } from './action-facts.ts';
import { standsFor } from './action-facts.ts';
import type { Knowledge } from './subject.ts';

/** Is the text one of the patterns, or fits one? */
export function isAmong(text: string, patterns: readonly string[]): boolean {
  return patterns.some((pattern) => coversText(pattern, text));
}

/** The pattern among those given that shares an action with one of the policy. */
export function reachesOneOf(action: ActionFacts, patterns: readonly string[], know: Knowledge): string | undefined {
  return patterns.find((pattern) => {
    const wanted = know.actions(pattern);
    if (wanted.everything || action.everything) return true;
    if (wanted.service !== action.service) return false;
    return wanted.lower === action.lower || wanted.actions.some(({ id }) => standsFor(action, id));
  });
}
