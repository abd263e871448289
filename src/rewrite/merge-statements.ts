/** Statements with fewer words that mean the same, for every request and every action that is to come. */
import type { ListElement, PolicyDocument, Statement, Text } from '../language/index.ts';
import { coversAction, coversResource } from './covering.ts';

/** Entries that others take in are left out; statements that differ in their actions or resources alone become one. */
export function mergeStatements(document: PolicyDocument): PolicyDocument {
  let statements = document.statements.map(withoutRepeats);
  for (let before = -1; before !== statements.length; ) {
    before = statements.length;
    statements = merged(statements, 'action').map(withoutRepeats);
    statements = merged(statements, 'resource').map(withoutRepeats);
  }
  return { ...document, statements: statements.map((one, index) => ({ ...one, index })) };
}

function withoutRepeats(statement: Statement): Statement {
  const { action, resource } = statement;
  return {
    ...statement,
    action: shortened(action, coversAction),
    ...(resource ? { resource: shortened(resource, coversResource) } : {}),
  };
}

type Covers = (wide: string, narrow: string) => boolean;

/** The first of those that take in each other stays. */
function shortened(element: ListElement, covers: Covers): ListElement {
  const values: Text[] = [];
  for (const one of element.values) {
    if (values.some(({ value }) => covers(value, one.value))) continue;
    const kept = values.filter(({ value }) => !covers(one.value, value));
    values.splice(0, values.length, ...kept, one);
  }
  return { ...element, values };
}

/** Statements that are alike but for one list; a `Not` list says less the longer it is, so it is never put together. */
function merged(statements: readonly Statement[], name: 'action' | 'resource'): Statement[] {
  const groups = new Map<string, Statement>();
  const result: Statement[] = [];
  for (const statement of statements) {
    const key = restOf(statement, name);
    const first = groups.get(key);
    const [mine, theirs] = [statement[name], first?.[name]];
    if (!first || !mine || !theirs || mine.not || theirs.not) {
      groups.set(key, statement);
      result.push(statement);
      continue;
    }
    const both = { ...first, [name]: { ...theirs, values: [...theirs.values, ...mine.values] } };
    groups.set(key, both);
    result[result.indexOf(first)] = both;
  }
  return result;
}

/** What a statement says beside one of its lists, in one order. */
function restOf(
  { effect, principal, action, resource, conditions }: Statement,
  without: 'action' | 'resource',
): string {
  const list = (element: ListElement | undefined) => element && [element.not, sorted(element.values)];
  return JSON.stringify([
    effect,
    principal && [principal.not, principal.entries.map(({ kind, value }) => `${kind} ${value}`).sort()],
    without === 'action' ? [action.not, list(resource)] : [list(action), resource?.not],
    conditions.map(({ operator, key, values }) => JSON.stringify([operator, key, sorted(values)])).sort(),
  ]);
}

function sorted(values: readonly Text[]): string[] {
  return values.map(({ value }) => value).sort();
}
