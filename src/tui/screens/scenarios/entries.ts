/** The list of the Scenarios screen: files with how many of their cases pass, and the cases. */
import type { CaseResult, FileResult } from '../../../scenario/index.ts';
import { passedOf } from '../../project/case-index.ts';
import type { AppState } from '../../state.ts';
import { passesFilter } from '../../widgets/filter.ts';

export type Entry =
  | {
      readonly kind: 'file';
      readonly id: string;
      readonly file: FileResult;
      readonly folded: boolean;
      readonly passed: number;
      readonly asked: number;
    }
  | { readonly kind: 'case'; readonly id: string; readonly result: CaseResult };

const FILTER = 'scenarios.list';

/** What the list follows from, and the list: of thousands of cases, the same for each key until one of them changes. */
let last: { readonly of: readonly unknown[]; readonly entries: readonly Entry[] } | undefined;

export function entriesOf({ project, screens, filters }: AppState): readonly Entry[] {
  const { folded, failedOnly } = screens.scenarios;
  const filter = filters[FILTER];
  const of = [project.report, folded, failedOnly, filter];
  if (last?.of.every((one, index) => one === of[index])) return last.entries;
  const entries = (project.report?.files ?? []).flatMap((file) => fileEntries(file, { folded, failedOnly, filter }));
  last = { of, entries };
  return entries;
}

interface Choice {
  readonly folded: ReadonlySet<string>;
  readonly failedOnly: boolean;
  readonly filter: string | undefined;
}

function fileEntries(file: FileResult, { folded, failedOnly, filter }: Choice): readonly Entry[] {
  const { name } = file.source;
  const shown = file.results.filter(
    ({ case: asked, status }) =>
      (!failedOnly || status === 'failed' || status === 'error') &&
      (!filter || passesFilter(filter, `${name} ${asked.name} ${asked.tags.join(' ')}`)),
  );
  if (shown.length === 0) return [];
  const isFolded = folded.has(name);
  const heading: Entry = { kind: 'file', id: name, file, folded: isFolded, ...passedOf(file.results) };
  return isFolded
    ? [heading]
    : [heading, ...shown.map((result): Entry => ({ kind: 'case', id: caseId(result), result }))];
}

export function caseId({ case: { location, name } }: CaseResult): string {
  return `${location.source.name}\n${name}`;
}

export function cursorOf(state: AppState): number {
  const { at } = state.screens.scenarios;
  return Math.max(
    0,
    entriesOf(state).findIndex(({ id }) => id === at),
  );
}

export function entryHere(state: AppState): Entry | undefined {
  return entriesOf(state)[cursorOf(state)];
}

/** The case under the cursor. */
export function caseHere(state: AppState): CaseResult | undefined {
  const entry = entryHere(state);
  return entry?.kind === 'case' ? entry.result : undefined;
}
