/** One policy for what several layers all let through: of each two Allows what both allow, and every Deny. */
import type { Catalog } from '../catalog/index.ts';
import type { ListElement, PolicyDocument, Statement } from '../language/index.ts';
import { policyValue } from '../parse/index.ts';
import { foldActions } from './action-wildcards.ts';
import { meetConditions } from './meet-conditions.ts';
import { type Meeting, meetActions, meetResources } from './meet-patterns.ts';
import { mergeStatements } from './merge-statements.ts';

export interface MetPolicies {
  readonly document: PolicyDocument;
  /** What both of two statements allow and one statement cannot say: it is missing in the document. */
  readonly leftOut: readonly string[];
}

/** @param layers each the documents that stand in one place, united */
export function meetPolicies(layers: readonly (readonly PolicyDocument[])[], catalog: Catalog): MetPolicies {
  const leftOut = new Set<string>();
  const [first = [], ...others] = layers.map((documents) => documents.flatMap(allowsOf));
  const allows = others.reduce<readonly Statement[]>(
    (before, layer) =>
      before.flatMap((one) =>
        layer.flatMap((other) => {
          const met = meetStatements(one, other, catalog);
          if (met && 'why' in met) leftOut.add(met.why);
          return met && !('why' in met) ? met : [];
        }),
      ),
    first,
  );
  const version = '2012-10-17';
  const allowing = mergeStatements({ version, statements: allows }).statements;
  const denies = layers.flat().flatMap(({ statements }) => statements.filter(({ effect }) => effect === 'Deny'));
  const statements = withOwnNames([...allowing, ...different(denies)]).map((one, index) => ({ ...one, index }));
  return { document: { version, statements }, leftOut: [...leftOut] };
}

/** One policy may stand in several places. */
function different(statements: readonly Statement[]): readonly Statement[] {
  const wordsOf = (statement: Statement) => JSON.stringify(policyValue({ statements: [{ ...statement, sid: '' }] }));
  return [...new Map(statements.map((one) => [wordsOf(one), one])).values()];
}

function allowsOf({ statements }: PolicyDocument): readonly Statement[] {
  return statements.filter(({ effect }) => effect === 'Allow');
}

/** A Sid is unique in its policy: the second of a name has none. */
function withOwnNames(statements: readonly Statement[]): readonly Statement[] {
  const taken = new Set<string>();
  return statements.map((statement) => {
    const { sid, ...rest } = statement;
    const isFree = sid !== undefined && !taken.has(sid);
    if (isFree) taken.add(sid);
    return isFree ? statement : rest;
  });
}

/** Undefined where nothing is allowed by both. */
function meetStatements(
  a: Statement,
  b: Statement,
  catalog: Catalog,
): Statement | { readonly why: string } | undefined {
  const between = `${wordsOf(a)} with ${wordsOf(b)}`;
  const action = meetLists(a.action, b.action, meetActions, (wide, without) => ({
    not: false,
    values: foldActions(remaining(wide, without, catalog), catalog).map((value) => ({ value })),
  }));
  const resource =
    a.resource && b.resource ? meetLists(a.resource, b.resource, meetResources) : (a.resource ?? b.resource);
  if (action === 'none' || resource === 'none') return undefined;
  if (action === 'unwritable' || resource === 'unwritable') {
    return { why: `${between}: ${action === 'unwritable' ? 'actions' : 'resources'} that no list can tell` };
  }
  const conditions = meetConditions(a.conditions, b.conditions);
  if (conditions === 'never') return undefined;
  if ('clash' in conditions) return { why: `${between}: both ask for ${conditions.clash}` };
  return { ...a, action, ...(resource ? { resource } : {}), conditions };
}

function wordsOf({ sid, action: { not, values } }: Statement): string {
  if (sid !== undefined) return sid;
  return `${not ? 'NotAction ' : ''}${values[0]?.value ?? ''}${values.length > 1 ? ' ...' : ''}`;
}

type Met = ListElement | 'none' | 'unwritable';

/** @param subtract where an entry is partly among those of a `Not` list */
function meetLists(
  a: ListElement,
  b: ListElement,
  meet: (one: string, other: string) => Meeting,
  subtract?: (wide: string, without: ListElement) => ListElement,
): Met {
  if (a.not && b.not) return { not: true, values: [...a.values, ...b.values] };
  if (a.not) return meetLists(b, a, meet, subtract);
  const values: string[] = [];
  for (const { value } of a.values) {
    const met = b.values.map((other) => meet(value, other.value));
    if (met.includes(undefined)) return 'unwritable';
    const both = met.flatMap((one) => one ?? []);
    if (!b.not) values.push(...both);
    else if (both.length === 0) values.push(value);
    else if (!both.includes(value)) {
      if (value === '*' && a.values.length === 1) return b;
      if (!subtract) return 'unwritable';
      values.push(...subtract(value, b).values.map((one) => one.value));
    }
  }
  return values.length === 0 ? 'none' : { not: false, values: [...new Set(values)].map((value) => ({ value })) };
}

/** Of the actions that the catalog knows. */
function remaining(wide: string, without: ListElement, catalog: Catalog): readonly string[] {
  const excepted = new Set(without.values.flatMap(({ value }) => catalog.expandAction(value).map(({ id }) => id)));
  return catalog.expandAction(wide).flatMap(({ id }) => (excepted.has(id) ? [] : id));
}
