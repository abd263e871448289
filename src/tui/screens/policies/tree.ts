/** The files of the project by kind: what the tree shows, filtered and folded. */
import { POLICY_TYPES } from '../../../language/policy-types/index.ts';
import type { Project } from '../../project/project.ts';
import type { AppState } from '../../state.ts';
import { passesFilter } from '../../widgets/filter.ts';

export type TreeEntry =
  | { readonly kind: 'heading'; readonly id: string; readonly count: number; readonly folded: boolean }
  | { readonly kind: 'file'; readonly id: string; readonly name: string };

/** A kind of files and the paths of it. */
interface Group {
  readonly kind: string;
  readonly paths: readonly string[];
}

function policyGroups(files: Project['policyFiles']): readonly Group[] {
  const byKind = new Map(Object.keys(POLICY_TYPES).map((kind): [string, string[]] => [kind, []]));
  for (const { path, type } of files) byKind.get(type)?.push(path);
  return [...byKind].map(([kind, paths]) => ({ kind, paths }));
}

function groupsOf({ policyFiles, environmentFiles, scenarioFiles }: Project): readonly Group[] {
  return [
    ...policyGroups(policyFiles),
    { kind: 'scenarios', paths: scenarioFiles },
    { kind: 'environments', paths: environmentFiles },
  ].filter(({ paths }) => paths.length > 0);
}

/** What the tree follows from, and the tree: of thousands of files, the same for each key until one of them changes. */
let last: { readonly of: readonly unknown[]; readonly tree: readonly TreeEntry[] } | undefined;

export function treeOf({ project, screens, filters }: AppState): readonly TreeEntry[] {
  const filter = filters['policies.files'];
  const { folded } = screens.policies;
  const of = [project.policyFiles, project.scenarioFiles, project.environmentFiles, folded, filter];
  if (last?.of.every((one, index) => one === of[index])) return last.tree;
  const tree = groupsOf(project).flatMap((group) => entriesOf(group, folded, filter));
  last = { of, tree };
  return tree;
}

function entriesOf({ kind, paths }: Group, folded: ReadonlySet<string>, filter: string | undefined): TreeEntry[] {
  const shown = filter ? paths.filter((path) => passesFilter(filter, path)) : paths;
  if (shown.length === 0) return [];
  const isFolded = folded.has(kind) && !filter;
  const heading: TreeEntry = { kind: 'heading', id: kind, count: shown.length, folded: isFolded };
  const prefix = prefixOf(paths);
  const files = isFolded ? [] : shown.map((id): TreeEntry => ({ kind: 'file', id, name: id.slice(prefix.length) }));
  return [heading, ...files];
}

/** The folders that all of them are in. */
function prefixOf([first = '', ...rest]: readonly string[]): string {
  let prefix = first.slice(0, first.lastIndexOf('/') + 1);
  for (const path of rest)
    while (!path.startsWith(prefix)) prefix = prefix.slice(0, prefix.lastIndexOf('/', prefix.length - 2) + 1);
  return prefix;
}

export function treeCursor(state: AppState): number {
  const { at } = state.screens.policies;
  return Math.max(
    0,
    treeOf(state).findIndex(({ id }) => id === at),
  );
}

/** The file whose text is shown: the one that was opened, or the first. */
export function openFile({ screens, project }: AppState): string | undefined {
  return screens.policies.open ?? project.policyFiles[0]?.path;
}
