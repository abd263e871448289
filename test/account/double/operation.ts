/** An operation of the double: from a state and the parameters of a call to an answer and the state after it. */
import { validationError } from './aws-error.ts';
import { optional, type Parameters } from './form.ts';
import type { Quotas } from './quotas.ts';
import type { Credential } from './signature.ts';
import type { State } from './state.ts';
import type { Xml } from './xml.ts';

export interface Call {
  readonly state: State;
  readonly parameters: Parameters;
  readonly caller: Credential;
  readonly quotas: Quotas;
  /** ISO 8601, UTC, whole seconds. */
  readonly now: string;
  /** A new unique id: `AROA...`. */
  readonly newId: (prefix: string) => string;
  /** Lists give at most so many, whatever is asked for: AWS may give fewer than MaxItems. */
  readonly pageSize: number;
}

export interface Outcome {
  readonly result?: { readonly [name: string]: Xml };
  /** Missing where nothing was changed. */
  readonly state?: State;
  /** A new one, with which calls can be signed from now on. */
  readonly credential?: Credential;
}

export type Operation = (call: Call) => Outcome;
export type Operations = Readonly<Record<string, Operation>>;

interface Page<Item> {
  readonly items: readonly Item[];
  readonly paging: { readonly IsTruncated: boolean; readonly Marker?: string };
}

/** A page of a list that is sorted by a key. The marker says after which key it goes on: what comes and goes meanwhile does no harm. */
export function pageOf<Item>(items: readonly Item[], key: (item: Item) => string, call: Call): Page<Item> {
  const { parameters, pageSize } = call;
  const asked = Number(optional(parameters, 'MaxItems') ?? 100);
  if (!(asked >= 1 && asked <= 1000)) throw validationError("Value at 'maxItems' failed to satisfy constraint");
  const marker = optional(parameters, 'Marker');
  const after = marker === undefined ? undefined : Buffer.from(marker, 'base64url').toString();
  if (after !== undefined && !after.startsWith('after:')) throw validationError('Invalid Marker');
  const sorted = [...items].sort((a, b) => (key(a) < key(b) ? -1 : 1));
  const rest = after === undefined ? sorted : sorted.filter((item) => `after:${key(item)}` > after);
  const page = rest.slice(0, Math.min(asked, pageSize));
  const last = page.at(-1);
  if (page.length === rest.length || last === undefined) return { items: page, paging: { IsTruncated: false } };
  // As AWS's own markers, with characters that a form has to escape.
  const next = Buffer.from(`after:${key(last)}`).toString('base64');
  return { items: page, paging: { IsTruncated: true, Marker: next } };
}
