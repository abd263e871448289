/** What reading an environment carries along: the text, the loader of policies and what was found. */
import type { Diagnostic, Range, SourceText } from '../language/index.ts';
import type { SourceNode } from '../parse/index.ts';
import type { SourceOpener } from './declared.ts';
import type { PolicyLoader } from './policy-loader.ts';

export interface Reader {
  readonly source: SourceText;
  readonly loader: PolicyLoader;
  readonly openSource: SourceOpener;
  readonly diagnostics: Diagnostic[];
  /** The text does not describe an environment that could be asked. */
  blocked: boolean;
}

/** A value and where it stands. */
export interface At {
  readonly node: SourceNode;
  /** JSON pointer. */
  readonly path: string;
  /** What a finding points at: the value, or for an object or list, which can be long, its key. */
  readonly range?: Range;
}

export type EnvironmentCode =
  | 'account-in-two-units'
  | 'account-outside-organization'
  | 'duplicate-name'
  | 'malformed-tag'
  | 'unknown-group'
  | 'unknown-policy'
  | 'unknown-source'
  | 'wrong-account'
  | 'wrong-place';

export interface Report {
  readonly code: EnvironmentCode;
  readonly message: string;
  readonly help?: string;
}

/** An error that keeps the environment from being used. */
export function report(reader: Reader, { code, message, help }: Report, { path, range }: At): void {
  reader.blocked = true;
  reader.diagnostics.push({
    code,
    severity: 'error',
    message,
    ...(range ? { location: { source: reader.source, range } } : {}),
    path,
    ...(help === undefined ? {} : { help }),
  });
}
