/** Conditions on tags, and the actions whose requests never carry them. */
import type { Report } from './check.ts';
import { atAction } from './places.ts';
import type { ConditionView, StatementView } from './statement-view.ts';
import type { Knowledge } from './subject.ts';

const TAGS = /^aws:(?:resourcetag|requesttag)\//;

/** Reports the first action that never carries the tag, and names the others with it. */
export function reportWithoutTags(view: StatementView, report: Report, know: Knowledge, consequence: string): void {
  if (view.notAction) return;
  for (const condition of view.conditions) {
    if (!TAGS.test(condition.key.lower) || !failsWhereAbsent(condition)) continue;
    const without = [...view.actions.entries()].filter(
      ([, { actions }]) => actions.length > 0 && !actions.some((one) => know.conditions.isCarried(one, condition.key)),
    );
    const [first] = without;
    if (!first) continue;
    const more = without.length > 1 ? `, as ${without.length - 1} more` : '';
    const message = `\`${first[1].text}\` ${consequence}${more}: its requests have no \`${condition.key.text}\``;
    report({ message, at: atAction(view, first[0]) });
  }
}

function failsWhereAbsent({ use }: ConditionView): boolean {
  return use !== undefined && !use.ifExists && !use.operator.negated && use.operator.relation !== 'isAbsent';
}
