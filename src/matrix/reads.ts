/** What a statement reads of a request: context keys, in conditions and in policy variables, and the caller. */
import {
  actionName,
  type CompiledCondition,
  type CompiledStatement,
  compilePolicy,
  planFor,
  type Template,
} from '../compile/index.ts';
import type { Policy } from '../language/index.ts';

/** In lower case. */
export function keysOfCondition({ key, values }: CompiledCondition): readonly string[] {
  return [key, ...values.flatMap(({ template }) => keysOfTemplate(template))];
}

const NONE: readonly string[] = [];

export function keysOfTemplate({ segments }: Template): readonly string[] {
  if (!segments) return NONE;
  return segments.flatMap((segment) => (segment.kind === 'variable' ? [segment.lowerKey] : []));
}

/** In lower case, sorted, each once. */
export function keysOfStatements(statements: readonly CompiledStatement[]): readonly string[] {
  const keys = new Set<string>();
  for (const { conditions, resources } of statements) {
    for (const condition of conditions) for (const key of keysOfCondition(condition)) keys.add(key);
    for (const { template } of resources) for (const key of keysOfTemplate(template)) keys.add(key);
  }
  return keys.size === 0 ? NONE : [...keys].sort();
}

/** The keys that the policies read for an action, in lower case. */
export function keysReadFor(policies: Iterable<Policy>, action: string): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const policy of policies) {
    const { reached } = planFor(compilePolicy(policy), actionName(action));
    for (const key of keysOfStatements(reached)) keys.add(key);
  }
  return keys;
}

/** No caller is named apart from another. */
export function isForEveryone({ statement, principals, openPrincipals }: CompiledStatement): boolean {
  if (openPrincipals) return false;
  return !statement.principal || (!statement.principal.not && principals.every(({ kind }) => kind === 'everyone'));
}
