/** Actions in groups for which policies read the same context keys. */
import type { Catalog, ServiceAction } from '../catalog/index.ts';
import { type CompiledStatement, compilePolicy } from '../compile/index.ts';
import type { Policy } from '../language/index.ts';
import { keysOfStatements } from './reads.ts';

export interface ReadAlike {
  /** In lower case. */
  readonly read: ReadonlySet<string>;
  readonly actions: readonly ServiceAction[];
}

/** As `keysReadFor` tells of each action alone. What is known only at deploy time is taken for any action. */
export function readAlike(
  policies: Iterable<Policy>,
  actions: readonly ServiceAction[],
  catalog: Catalog,
): readonly ReadAlike[] {
  const readers = [...new Set(policies)].flatMap((policy) => readersIn(policy, catalog));
  const always = readers.filter(({ reached }) => reached === 'all').flatMap(({ keys }) => keys);
  const some = readers.flatMap(({ keys, reached }) => (reached === 'all' ? [] : { keys, reached }));
  if (some.length === 0) return [{ read: new Set(always), actions }];
  const groups = new Map<string, ServiceAction[]>();
  for (const action of actions) {
    let mark = '';
    for (const { reached } of some) mark += reached.actions.has(action) === reached.not ? '-' : '+';
    const group = groups.get(mark);
    if (group) group.push(action);
    else groups.set(mark, [action]);
  }
  return [...groups].map(([mark, own]) => ({
    read: new Set([...always, ...some.flatMap(({ keys }, at) => (mark[at] === '+' ? keys : []))]),
    actions: own,
  }));
}

/** A statement that reads keys. */
interface Reader {
  readonly keys: readonly string[];
  readonly reached: Reached;
}

type Reached = 'all' | { readonly not: boolean; readonly actions: ReadonlySet<ServiceAction> };

const READERS = new WeakMap<Catalog, WeakMap<Policy, readonly Reader[]>>();

function readersIn(policy: Policy, catalog: Catalog): readonly Reader[] {
  const known = READERS.get(catalog) ?? new WeakMap<Policy, readonly Reader[]>();
  READERS.set(catalog, known);
  let readers = known.get(policy);
  if (!readers) {
    readers = compilePolicy(policy).statements.flatMap((statement) => {
      const keys = keysOfStatements([statement]);
      return keys.length === 0 ? [] : { keys, reached: reachedBy(statement, catalog) };
    });
    known.set(policy, readers);
  }
  return readers;
}

function reachedBy({ statement, actions }: CompiledStatement, catalog: Catalog): Reached {
  const { not, values } = statement.action;
  const isOpen = actions.some(({ open }) => open !== undefined);
  if (isOpen) return 'all';
  if (values.some(({ value }) => value === '*')) return not ? { not: false, actions: new Set() } : 'all';
  const named = new Set(values.flatMap(({ value }) => catalog.expandAction(value)));
  return not && named.size === 0 ? 'all' : { not, actions: named };
}
