/** One run over many policies: each by itself, then all together; less what is ignored or was there before. */
import { coversText, SEVERITIES, type Severity } from '../language/index.ts';
import { acrossPolicies } from './across-policies.ts';
import { type Baseline, compareWithBaseline } from './baseline.ts';
import { type FitsFile, siftIgnored, unusedRules } from './ignores.ts';
import { configuredSeverity, DEFAULT_LINT_CONFIG, type IgnoreRule, type LintConfig } from './lint-config.ts';
import type { LintDiagnostic } from './lint-diagnostic.ts';
import { createLinter, type LinterOptions, type LintInput } from './linter.ts';

export interface LintOptions extends Omit<LinterOptions, 'config'> {
  readonly config?: LintConfig;
  readonly baseline?: Baseline | undefined;
  /** How patterns of files are read; without it `*` stands for anything. */
  readonly fitsFile?: FitsFile;
  /** Findings about the policies of a file by those who look at more than policies; sifted as the others are. */
  readonly beside?: ReadonlyMap<string, readonly LintDiagnostic[]>;
  /** Only a part of the project is looked at, so that an ignore of another file is not called unused. */
  readonly partial?: boolean;
}

export interface LintResult {
  /** Day of the data that actions, keys and resources were held against. */
  readonly dataVersion: string;
  readonly diagnostics: readonly LintDiagnostic[];
  readonly summary: LintSummary;
  /** The files that policies were found in. */
  readonly files: ReadonlySet<string>;
  /** Files that were passed by, and why. */
  readonly skipped: readonly { readonly file: string; readonly why: string }[];
  /** Findings of the baseline that are no more. */
  readonly gone: number;
}

export interface LintSummary extends Readonly<Record<Severity, number>> {
  /** Policies that were looked at. */
  readonly policies: number;
  /** Files passed by, since they are no policies. */
  readonly skipped: number;
  /** Findings that an ignore takes out. */
  readonly ignored: number;
  /** Findings that the baseline takes out. */
  readonly baseline: number;
}

/** Looks at each policy, in the order given. */
export function lint(inputs: Iterable<LintInput>, options: LintOptions): LintResult {
  const config = options.config ?? DEFAULT_LINT_CONFIG;
  const linter = createLinter({ ...options, config });
  const together = acrossPolicies();
  const context = { fits: options.fitsFile ?? plainFit, used: new Set<IgnoreRule>() };
  const found: LintDiagnostic[] = [];
  const skipped: { file: string; why: string }[] = [];
  const files = new Set<string>();
  let policies = 0;
  let ignored = 0;
  for (const input of inputs) {
    const file = linter.lintFile(input);
    if (file.skipped !== undefined) {
      skipped.push({ file: file.name, why: file.skipped });
      continue;
    }
    policies += file.policies;
    files.add(file.name);
    for (const subject of file.subjects) together.add(subject);
    const beside = options.beside?.get(file.name) ?? [];
    const whole = beside.length > 0 ? { ...file, diagnostics: [...file.diagnostics, ...beside] } : file;
    const sifted = siftIgnored(whole, config.ignore, context);
    ignored += sifted.ignored;
    for (const one of sifted.kept) found.push(one);
  }
  const ofAll = [
    ...(configuredSeverity(config, 'privilege-escalation-combo') === 'off' ? [] : together.findings()),
    ...unusedRules(judgedRules(config.ignore, files, context.fits, options.partial), context.used),
  ];
  const all = [...found, ...ofAll];
  const { fresh, gone } = options.baseline ? compareWithBaseline(all, options.baseline) : { fresh: all, gone: 0 };
  return {
    dataVersion: options.catalog.date,
    diagnostics: fresh,
    summary: {
      policies,
      skipped: skipped.length,
      ...countBySeverity(fresh),
      ignored,
      baseline: all.length - fresh.length,
    },
    files,
    skipped,
    gone,
  };
}

function judgedRules(rules: readonly IgnoreRule[], files: ReadonlySet<string>, fits: FitsFile, partial = false) {
  return partial ? rules.filter(({ file }) => [...files].some((name) => fits(name, file))) : rules;
}

const plainFit: FitsFile = (file, pattern) => coversText(pattern, file);

function countBySeverity(diagnostics: readonly LintDiagnostic[]): Readonly<Record<Severity, number>> {
  const counts = { error: 0, security: 0, warning: 0, suggestion: 0 };
  for (const severity of SEVERITIES) counts[severity] = diagnostics.filter((one) => one.severity === severity).length;
  return counts;
}
