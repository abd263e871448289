/** A finding about a text: what is wrong, where, why and what to do. */
import type { Location } from './source.ts';

/**
 * `error`: AWS refuses it or it cannot do what it says; `security`: it opens more than it seems to;
 * `warning`: it probably does not do what was meant; `suggestion`: it could be simpler.
 */
export type Severity = 'error' | 'security' | 'warning' | 'suggestion';

/** Severities from the gravest to the lightest. */
export const SEVERITIES: readonly Severity[] = ['error', 'security', 'warning', 'suggestion'];

/**
 * One finding. `message` is lower case without a full stop, user text in backticks, one line.
 * `location` is missing only where there is no text (a document built in memory): then `path` says where.
 */
export interface Diagnostic {
  /** Stable kebab-case id, never reused with another meaning. */
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly location?: Location;
  /** JSON pointer into the document, such as `/Statement/0/Effect`. */
  readonly path: string;
  /** Why it matters. */
  readonly why?: string;
  /** What to do about it. */
  readonly help?: string;
}
