/** What completion gives: offers, each with the edit that takes it. */
import type { Catalog } from '../catalog/index.ts';
import type { Environment } from '../environment/index.ts';
import type { PolicyType } from '../language/index.ts';

/** What is known beside the text. */
export interface EditingContext {
  readonly type: PolicyType;
  readonly catalog: Catalog;
  /** The accounts, principals and resources that the policy is for, where there are some. */
  readonly environment?: Environment;
}

/** One offer of a completion. */
export interface Offer {
  /** What is shown, and looked for. */
  readonly label: string;
  /** A few words behind it: the access level, the type. */
  readonly detail?: string;
  /** A whole member for a key, JSON; `|` is where the cursor goes. Without it the label is written as a text. */
  readonly snippet?: string;
  /** More is typed behind it: the list of offers opens again. */
  readonly goesOn?: boolean;
}

export interface Completion {
  /** UTF-16 offsets of what is replaced. */
  readonly from: number;
  readonly to: number;
  readonly items: readonly CompletionItem[];
}

export interface CompletionItem {
  readonly label: string;
  readonly detail?: string;
  /** Takes the place of `from` to `to`. */
  readonly insert: string;
  /** Where the cursor goes, in UTF-16 units of `insert`. */
  readonly caret: number;
  readonly goesOn?: boolean;
}
