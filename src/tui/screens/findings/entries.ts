/** The list of the Findings screen: everything that is wrong in the project's files, by what the person chose. */
import { type Diagnostic, formatLocation, SEVERITIES } from '../../../language/index.ts';
import type { LintDiagnostic } from '../../../lint/index.ts';
import type { Project } from '../../project/project.ts';
import type { AppState } from '../../state.ts';
import { passesFilter } from '../../widgets/filter.ts';
import { clamp } from '../../widgets/list.ts';

/** Of lint, or of reading environments and scenarios. */
export type Found = Diagnostic & Partial<Pick<LintDiagnostic, 'fix' | 'file' | 'statement' | 'policy'>>;

export type Entry =
  | { readonly kind: 'heading'; readonly text: string; readonly count: number }
  | { readonly kind: 'finding'; readonly found: Found };

export function fileOf({ file, location }: Found): string {
  return file ?? location?.source.name ?? '';
}

/** `policies/reader.json:7:5`, as far as it has a place. */
export function placeOf(found: Found): string {
  return found.location ? formatLocation(found.location) : fileOf(found);
}

export function allFound({ findings, findingsOfAll, workspace }: Project): readonly Found[] {
  const linted = [...[...findings.values()].flat(), ...findingsOfAll];
  // What lint says of policies, the workspace says too.
  const others =
    workspace?.diagnostics.filter(({ location }) => !location || !findings.has(location.source.name)) ?? [];
  return [...linted, ...others];
}

/** What the list follows from, and the list. */
let last: { readonly of: readonly unknown[]; readonly entries: readonly Entry[] } | undefined;

export function entriesOf({ project, screens, filters }: AppState): readonly Entry[] {
  const { by, least } = screens.findings;
  const filter = filters['findings.list'];
  const of = [project.findings, project.findingsOfAll, project.workspace, by, least, filter];
  if (last?.of.every((one, index) => one === of[index])) return last.entries;
  const most = least === undefined ? SEVERITIES.length : SEVERITIES.indexOf(least);
  const shown = allFound(project).filter(
    (one) =>
      SEVERITIES.indexOf(one.severity) <= most &&
      (!filter || passesFilter(filter, `${one.code} ${placeOf(one)} ${one.message}`)),
  );
  const entries = grouped(shown.toSorted(byGravity), by);
  last = { of, entries };
  return entries;
}

function byGravity(one: Found, other: Found): number {
  const gravity = SEVERITIES.indexOf(one.severity) - SEVERITIES.indexOf(other.severity);
  if (gravity !== 0) return gravity;
  const [file, otherFile] = [fileOf(one), fileOf(other)];
  if (file !== otherFile) return file < otherFile ? -1 : 1;
  return (one.location?.range.start ?? 0) - (other.location?.range.start ?? 0);
}

function grouped(found: readonly Found[], by: 'severity' | 'file' | 'check'): readonly Entry[] {
  const groups = new Map<string, Found[]>();
  for (const one of found) {
    const key = by === 'severity' ? one.severity : by === 'file' ? fileOf(one) : one.code;
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return [...groups].flatMap(([text, group]): Entry[] => [
    { kind: 'heading', text, count: group.length },
    ...group.map((one): Entry => ({ kind: 'finding', found: one })),
  ]);
}

/** Headings are passed over: the first finding behind one is meant. */
export function cursorOf(state: AppState): number {
  const entries = entriesOf(state);
  const at = clamp(state.screens.findings.at, entries.length);
  return entries[at]?.kind === 'heading' ? Math.min(at + 1, entries.length - 1) : at;
}

export function foundHere(state: AppState): Found | undefined {
  const entry = entriesOf(state)[cursorOf(state)];
  return entry?.kind === 'finding' ? entry.found : undefined;
}
