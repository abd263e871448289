/** A finding of a run: in which file, policy and statement. */
import type { Diagnostic, SourceText } from '../language/index.ts';
import { member, type SourceNode } from '../parse/index.ts';
import type { Fix } from './fix/change.ts';
import { type TextFix, textFix } from './fix/fix-edits.ts';

/** What is found, with what mends it. */
export interface Found extends Diagnostic {
  readonly fix?: Fix;
}

export interface LintDiagnostic extends Diagnostic {
  /** What mends it, as edits of the file's text; only where the policy is the whole file. */
  readonly fix?: TextFix;
  readonly file: string;
  /** What the policy is called in its file, where a file holds policies among other things. */
  readonly policy?: string;
  /** Position of the statement in the document, from 0. */
  readonly statement?: number;
}

export interface Gathering {
  readonly file: string;
  /** The policy's tree, what it is called in the file, and where it stands there. */
  readonly document?: SourceNode;
  readonly policy?: string;
  readonly path?: string;
  /** The text of the file, where the policy is the whole of it. */
  readonly source?: SourceText;
}

/** Each with its file and its statement. */
export function gathered(
  diagnostics: readonly Found[],
  { file, document, policy, path = '', source }: Gathering,
): LintDiagnostic[] {
  const isSingle = member(document, 'Statement')?.kind === 'object';
  const named = policy === undefined ? {} : { policy };
  return diagnostics.map(({ fix: wanted, ...one }): LintDiagnostic => {
    const fix = wanted && document && source && textFix(wanted, document, source);
    const statement = statementOf(one.path.slice(path.length), isSingle);
    return { ...one, file, ...named, ...(statement === undefined ? {} : { statement }), ...(fix ? { fix } : {}) };
  });
}

function statementOf(path: string, isSingle: boolean): number | undefined {
  if (!path.startsWith('/Statement')) return undefined;
  if (isSingle) return 0;
  const number = Number.parseInt(path.slice('/Statement/'.length), 10);
  return Number.isNaN(number) ? undefined : number;
}

/** By place, then by code. */
export function sorted(diagnostics: LintDiagnostic[]): LintDiagnostic[] {
  return diagnostics.sort((a, b) => startOf(a) - startOf(b) || compare(a.path, b.path) || compare(a.code, b.code));
}

function startOf({ location }: Diagnostic): number {
  return location?.range.start ?? 0;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
