/** What a mutator is: a way to make a small mistake in a policy. */
import type { ListElement, PolicyType, Range, Statement } from '../../language/index.ts';

/** One mistake in one statement. */
export interface StatementChange {
  /** What the policy then is: `without the condition on aws:SourceVpce`. */
  readonly words: string;
  /** Where the document says what is changed. */
  readonly range?: Range | undefined;
  /** Missing: the statement is gone. */
  readonly statement?: Statement;
}

interface MutatorTexts {
  readonly id: string;
  /** What it does, for the list of mutators: `drops a condition`. */
  readonly title: string;
}

/** @param types the types the policy is used as; a mutant must be a sound policy of each */
export type StatementChanges = (
  statement: Statement,
  types: readonly PolicyType[],
) => readonly (StatementChange | undefined)[];

/** Changes a statement, or takes the whole policy away. */
export type Mutator = MutatorTexts &
  (
    | { readonly changes: StatementChanges; readonly detaches?: undefined }
    | { readonly detaches: ReadonlySet<PolicyType>; readonly changes?: undefined }
  );

export function defineMutator(mutator: Mutator): Mutator {
  return mutator;
}

/** `Action`, `NotAction` and so on. */
export function elementName(name: 'Action' | 'Resource' | 'Principal', { not }: { readonly not: boolean }): string {
  return not ? `Not${name}` : name;
}

/** The element with another value in place of one; without it where there is none. */
export function withValue(element: ListElement, index: number, value: string | undefined): ListElement {
  return {
    ...element,
    values: element.values.flatMap((text, at) => (at !== index ? [text] : value === undefined ? [] : [{ value }])),
  };
}
