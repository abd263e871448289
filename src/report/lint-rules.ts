/** What there is to say of each code of a lint run, whoever finds it: a check, the parser, or the run itself. */
import type { Diagnostic, Severity } from '../language/index.ts';
import { CHECKS, type Check, type LintResult, RUN_CODES } from '../lint/index.ts';
import { PARSE_CODES } from '../parse/index.ts';

export interface LintRule {
  readonly id: string;
  readonly severity: Severity;
  readonly title: string;
  readonly why: string;
  readonly help: string;
  readonly references: readonly string[];
  /** A text that has the problem, and one without it. */
  readonly examples?: { readonly bad: string; readonly good: string };
}

/** What there is to say of the code of one finding. */
export function lintRule({ code, severity, message, why, help }: Diagnostic): LintRule {
  const check = CHECKS.find(({ id }) => id === code);
  if (check) return ruleOfCheck(check);
  const known = new Map<
    string,
    Omit<LintRule, 'id' | 'references' | 'examples'> & { readonly bad: string; readonly good: string }
  >(Object.entries({ ...PARSE_CODES, ...RUN_CODES })).get(code);
  if (!known) return { id: code, severity, title: code, why: why ?? message, help: help ?? message, references: [] };
  const { bad, good, ...texts } = known;
  return { id: code, ...texts, references: [], examples: { bad, good } };
}

/** Every code that a run can have, in the same order each time; then those that only this one has. */
export function lintRules({ diagnostics }: LintResult): readonly LintRule[] {
  const rules = new Map<string, LintRule>();
  for (const check of CHECKS) rules.set(check.id, ruleOfCheck(check));
  for (const [id, { bad, good, ...texts }] of Object.entries({ ...PARSE_CODES, ...RUN_CODES })) {
    rules.set(id, { id, ...texts, references: [], examples: { bad, good } });
  }
  for (const { code, severity, message, why, help } of diagnostics) {
    if (rules.has(code)) continue;
    rules.set(code, { id: code, severity, title: code, why: why ?? message, help: help ?? message, references: [] });
  }
  return [...rules.values()];
}

function ruleOfCheck({ id, severity, title, why, help, references, bad, good }: Check): LintRule {
  const examples = { bad: exampleText(bad.document), good: exampleText(good.document) };
  return { id, severity, title, why, help, references, examples };
}

const MOST_CHARACTERS = 2000;

function exampleText(document: unknown): string {
  const text = JSON.stringify(document, null, 2);
  return text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS)}\n...` : text;
}
