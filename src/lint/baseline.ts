/** Findings that were there before: they do not fail a run, new ones do. */
import type { LintDiagnostic } from './lint-diagnostic.ts';

/** One kind of finding in a file, and how often. Places are left out: they move when a file is edited. */
export interface BaselineEntry {
  readonly file: string;
  /** In a file of many policies. */
  readonly policy?: string;
  readonly code: string;
  readonly message: string;
  readonly count: number;
}

export interface Baseline {
  readonly findings: readonly BaselineEntry[];
}

/** The findings of a run as a baseline, in a fixed order. */
export function makeBaseline(diagnostics: readonly LintDiagnostic[]): Baseline {
  const entries = new Map<string, BaselineEntry>();
  for (const { file, policy, code, message } of diagnostics) {
    const kind = { file, ...(policy === undefined ? {} : { policy }), code, message };
    const key = keyOf(kind);
    entries.set(key, { ...kind, count: (entries.get(key)?.count ?? 0) + 1 });
  }
  return { findings: [...entries].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, entry]) => entry) };
}

function keyOf({ file, policy = '', code, message }: Omit<BaselineEntry, 'count'>): string {
  return `${file}\n${policy}\n${code}\n${message}`;
}

export interface Compared {
  /** Findings that the baseline does not have. */
  readonly fresh: readonly LintDiagnostic[];
  /** Findings of the baseline that are no more. */
  readonly gone: number;
}

export function compareWithBaseline(diagnostics: readonly LintDiagnostic[], { findings }: Baseline): Compared {
  const left = new Map(findings.map((entry) => [keyOf(entry), entry.count]));
  const fresh = diagnostics.filter((one) => {
    const count = left.get(keyOf(one)) ?? 0;
    if (count > 0) left.set(keyOf(one), count - 1);
    return count === 0;
  });
  return { fresh, gone: [...left.values()].reduce((sum, count) => sum + count, 0) };
}
