/** Lint: every mistake of a policy found once, with why it matters and what to do. */
export { type Baseline, type BaselineEntry, makeBaseline } from './baseline.ts';
export type { Check, Example } from './check.ts';
export { CHECKS } from './checks/index.ts';
export { type DetectedType, detectType, looksLikePolicy } from './detect-type.ts';
export type { Fix } from './fix/change.ts';
export type { TextFix } from './fix/fix-edits.ts';
export { type AppliedFix, type FixedText, fixText } from './fix/fix-text.ts';
export { applyEdits, type TextEdit } from './fix/text-edit.ts';
export { siftIgnored } from './ignores.ts';
export { type LintOptions, type LintResult, type LintSummary, lint } from './lint.ts';
export { configuredSeverity, DEFAULT_LINT_CONFIG, type LintConfig } from './lint-config.ts';
export type { LintDiagnostic } from './lint-diagnostic.ts';
export { createLinter, type LintedFile, type Linter, type LintInput } from './linter.ts';
export type { FileContent, PolicyInFile } from './policy-in-file.ts';
export { RUN_CODES } from './run-codes.ts';
export { TEMPLATE_CODES, type TemplateCode } from './template-codes.ts';
export { withProofs } from './with-proofs.ts';
