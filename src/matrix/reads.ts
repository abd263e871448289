/** What a statement reads of a request: context keys, in conditions and in policy variables, and the caller. */
import type { CompiledCondition, CompiledStatement, Template } from '../compile/index.ts';

/** In lower case. */
export function keysOfCondition({ key, values }: CompiledCondition): readonly string[] {
  return [key, ...values.flatMap(({ template }) => keysOfTemplate(template))];
}

export function keysOfTemplate({ segments = [] }: Template): readonly string[] {
  return segments.flatMap((segment) => (segment.kind === 'variable' ? [segment.lowerKey] : []));
}

/** In lower case, sorted, each once. */
export function keysOfStatements(statements: readonly CompiledStatement[]): readonly string[] {
  const keys = statements.flatMap(({ conditions, resources }) => [
    ...conditions.flatMap(keysOfCondition),
    ...resources.flatMap(({ template }) => keysOfTemplate(template)),
  ]);
  return [...new Set(keys)].sort();
}

/** No caller is named apart from another. */
export function isForEveryone({ statement, principals }: CompiledStatement): boolean {
  return !statement.principal || (!statement.principal.not && principals.every(({ kind }) => kind === 'everyone'));
}
