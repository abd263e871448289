/** How much a statement gives: what checks about breadth have in common, so that they agree on what is no breadth. */
import type { PolicyType } from '../language/index.ts';
import type { StatementView } from './statement-view.ts';

/** Types that give by themselves. Boundaries, session policies, SCPs and endpoint policies only limit: breadth is their normal form. */
export const GRANTING: readonly PolicyType[] = ['identity', 'resource'];

/** An Allow that no condition narrows. */
export function isUnconditional({ allows, statement }: StatementView): boolean {
  return allows && statement.conditions.length === 0;
}

/** The element Resource has the bare `*`. */
export function reachesEverything({ resources, notResource }: StatementView): boolean {
  return !notResource && resources.some(({ everything }) => everything);
}
