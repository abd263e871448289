/** Reports variables that are written wrongly. */
import { TRAIT } from './action-traits.ts';
import type { Check, Report } from './check.ts';
import { textsWithVariables } from './document-texts.ts';
import { type StatementView, someAction } from './statement-view.ts';
import { variablesIn, type Written } from './variable-problems.ts';

/** A check of one statement at a time, where something begins like a variable. */
export function eachWithVariables(look: (view: StatementView, report: Report) => void): Check['run'] {
  return ({ statements }, report) => {
    for (const statement of statements) if (someAction(statement, TRAIT.variables)) look(statement, report);
  };
}

/** Each text that has such a variable, once. */
export function reportWritten(view: StatementView, report: Report, problem: Written['problem'], what: string): void {
  for (const { value, at } of textsWithVariables(view)) {
    const found = variablesIn(value).find((one) => one.problem === problem);
    if (found) report({ message: `\`${found.text}\` ${what}`, at: at() });
  }
}
