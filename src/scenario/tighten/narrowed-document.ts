/** A policy with only those actions and resources that are needed, each statement's conditions and every Deny kept. */
import { coversArn, matchesPattern, type PolicyDocument, patternOf, type Statement } from '../../language/index.ts';
import type { Need } from './needed.ts';

export interface Narrowing {
  /** Patterns of actions or resources that stand for what they match; none is made up. */
  readonly wildcards: readonly string[];
  /** Positions of statements that stay one, whatever resources each of their actions needs. */
  readonly undivided: ReadonlySet<number>;
}

export function narrowedDocument(
  document: PolicyDocument,
  needs: readonly Need[],
  narrowing: Narrowing,
): PolicyDocument {
  const statements = document.statements.flatMap((statement) => {
    if (statement.effect === 'Deny') return [statement];
    return narrowedStatements(
      statement,
      needs.filter((need) => need.statement === statement.index),
      narrowing,
    );
  });
  return { ...document, statements: statements.map((one, index) => ({ ...one, index })) };
}

/** One statement for all actions on the same resources. */
function narrowedStatements(
  statement: Statement,
  needs: readonly Need[],
  { wildcards, undivided }: Narrowing,
): readonly Statement[] {
  const resourcesOf = new Map<string, Set<string>>();
  for (const { action, resources } of needs) {
    const name = widened(action, wildcards, true);
    const known = resourcesOf.get(name) ?? new Set();
    for (const one of resources ?? []) known.add(widened(one, wildcards, false));
    resourcesOf.set(name, known);
  }
  const all = new Set([...resourcesOf.values()].flatMap((resources) => [...resources]));
  // `*` would take in all others, and more than was written.
  const together = all.has('*') ? [] : needed([...all]);
  const groups = new Map<string, { readonly actions: string[]; readonly resources: readonly string[] }>();
  for (const [action, own] of resourcesOf) {
    const resources = undivided.has(statement.index) ? together : [...own].sort();
    const group = groups.get(resources.join('\n')) ?? { actions: [], resources };
    group.actions.push(action);
    groups.set(resources.join('\n'), group);
  }
  return [...groups.values()].map(({ actions, resources }, index) => {
    const { range: _range, sid, action: _action, resource, ...rest } = statement;
    const values = (texts: readonly string[]) => ({ not: false, values: texts.map((value) => ({ value })) });
    return {
      ...rest,
      // A Sid is unique; scenarios know the first by it.
      ...(sid === undefined ? {} : { sid: index === 0 ? sid : `${sid}${index + 1}` }),
      action: values(actions.sort()),
      ...(resource ? { resource: resources.length === 0 ? resource : values(resources) } : {}),
    };
  });
}

/** Without those that another one takes in. */
function needed(resources: readonly string[]): string[] {
  return resources.filter((one) => resources.every((other) => other === one || !coversArn(other, one))).sort();
}

/** Actions are compared in any letters (B1). */
function widened(text: string, wildcards: readonly string[], isAction: boolean): string {
  const fold = (one: string) => (isAction ? one.toLowerCase() : one);
  const isArn = (one: string) => one.startsWith('arn:') || one === '*';
  const found = wildcards.find((one) => isArn(one) !== isAction && matchesPattern(patternOf(fold(one)), fold(text)));
  return found ?? text;
}
