/** A finding of a run: in which file, policy and statement. */
import type { Diagnostic } from '../language/index.ts';
import { member, type SourceNode } from '../parse/index.ts';

export interface LintDiagnostic extends Diagnostic {
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
}

/** Each with its file and its statement. */
export function gathered(
  diagnostics: readonly Diagnostic[],
  { file, document, policy, path = '' }: Gathering,
): LintDiagnostic[] {
  const isSingle = member(document, 'Statement')?.kind === 'object';
  const named = policy === undefined ? {} : { policy };
  return diagnostics.map((one): LintDiagnostic => {
    const statement = statementOf(one.path.slice(path.length), isSingle);
    return { ...one, file, ...named, ...(statement === undefined ? {} : { statement }) };
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
