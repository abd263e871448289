/** Findings that somebody has accepted, with a reason; and ignores that are not needed, or say nothing. */

import { coversText } from '../language/index.ts';
import { formatOf } from '../parse/index.ts';
import { isKnownCode } from './codes.ts';
import { type InlineIgnore, inlineIgnores } from './inline-ignores.ts';
import type { IgnoreRule } from './lint-config.ts';
import type { LintDiagnostic } from './lint-diagnostic.ts';
import type { LintedFile } from './linter.ts';
import { RUN_CODES, type RunCodeName } from './run-codes.ts';

/** Does a file fit a pattern of the configuration? */
export type FitsFile = (file: string, pattern: string) => boolean;

export interface Sifted {
  readonly kept: readonly LintDiagnostic[];
  readonly ignored: number;
}

/** Takes out of a file's findings what its comments and the configuration ignore; `used` gathers the rules that were needed. */
export function siftIgnored(
  file: LintedFile,
  rules: readonly IgnoreRule[],
  context: { fits: FitsFile; used: Set<IgnoreRule> },
): Sifted {
  const own =
    file.source && file.node && formatOf(file.name, file.source.text) === 'yaml'
      ? inlineIgnores(file.source, file.node)
      : [];
  const mine = rules.filter(({ file: pattern }) => context.fits(file.name, pattern));
  const usedHere = new Set<InlineIgnore>();
  const kept = file.diagnostics.filter((one) => {
    const comment = own.find((ignore) => isAbout(ignore, one));
    const rule = mine.find((candidate) => matches(candidate, one, file));
    if (comment) usedHere.add(comment);
    if (rule) context.used.add(rule);
    return !comment && !rule;
  });
  const complaints = own.flatMap((ignore) => complaintsOf(ignore, usedHere.has(ignore), file));
  return { kept: [...kept, ...complaints], ignored: file.diagnostics.length - kept.length };
}

function isAbout({ ids, reason, covers }: InlineIgnore, { code, location }: LintDiagnostic): boolean {
  if (reason === '' || !ids.includes(code)) return false;
  const start = location?.range.start;
  return start !== undefined && covers.some((range) => range.start <= start && start < range.end);
}

function matches({ check, statement, policy }: IgnoreRule, one: LintDiagnostic, { subjects }: LintedFile): boolean {
  if (check !== one.code) return false;
  if (policy !== undefined && (one.policy === undefined || !coversText(policy, one.policy))) return false;
  if (statement === undefined) return true;
  if (typeof statement === 'number') return statement === one.statement;
  const subject = subjects.find(({ policy: { name } }) => one.policy === undefined || name === one.policy);
  const sid = subject?.statements.find((view) => view.statement.index === one.statement)?.statement.sid;
  return sid !== undefined && sid === statement;
}

function complaintsOf(ignore: InlineIgnore, used: boolean, file: LintedFile): LintDiagnostic[] {
  if (ignore.reason === '') return [complain('ignore-without-reason', 'the ignore has no reason', ignore, file)];
  const unknown = ignore.ids.find((id) => !isKnownCode(id));
  if (unknown) return [complain('ignore-unknown-check', `there is no check \`${unknown}\``, ignore, file)];
  if (used) return [];
  return [complain('unused-ignore', `nothing here falls under \`${ignore.ids.join(', ')}\``, ignore, file)];
}

function complain(code: RunCodeName, message: string, { range }: InlineIgnore, file: LintedFile): LintDiagnostic {
  const { severity, why, help } = RUN_CODES[code];
  const location = file.source ? { location: { source: file.source, range } } : {};
  return { code, severity, message, ...location, path: '', why, help, file: file.name };
}

/** Entries of the configuration that no finding fell under. */
export function unusedRules(rules: readonly IgnoreRule[], used: ReadonlySet<IgnoreRule>): LintDiagnostic[] {
  const { severity, why, help } = RUN_CODES['unused-ignore'];
  return rules
    .filter((rule) => !used.has(rule))
    .map(({ check, file }) => {
      const message = `no finding of \`${check}\` in \`${file}\` to ignore`;
      return { code: 'unused-ignore', severity, message, path: '/lint/ignore', why, help, file };
    });
}
