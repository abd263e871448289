/** What the Request screen remembers. */
import type { LineText } from '../../widgets/line-text.ts';
import type { FieldId } from './fields.ts';

export interface RequestState {
  /** Field of the form under the cursor. */
  readonly field: number;
  /** Context key under the cursor. */
  readonly key: number;
  /** While a value is typed. */
  readonly editing?: Editing;
}

export interface Editing {
  /** `key`: a context key with its value. */
  readonly field: FieldId | 'key';
  readonly line: LineText;
  /** Offer under the cursor. */
  readonly chosen: number;
}

export const requestState: RequestState = { field: 0, key: 0 };
