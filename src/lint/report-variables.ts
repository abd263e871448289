/** Reports variables that are written wrongly. */
import type { Report } from './check.ts';
import { textsWithVariables } from './document-texts.ts';
import type { StatementView } from './statement-view.ts';
import { variablesIn, type Written } from './variable-problems.ts';

/** Each text that has such a variable, once. */
export function reportWritten(view: StatementView, report: Report, problem: Written['problem'], what: string): void {
  for (const { value, at } of textsWithVariables(view)) {
    const found = variablesIn(value).find((one) => one.problem === problem);
    if (found) report({ message: `\`${found.text}\` ${what}`, at: at() });
  }
}
