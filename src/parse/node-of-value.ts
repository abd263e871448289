/** A value in memory as a tree without places. */

import type { Diagnostic } from '../language/index.ts';
import { MOST_LEVELS, problem, type ReadResult } from './read-result.ts';
import { pointerStep, type SourceNode } from './source-node.ts';

/** Takes what JSON can hold; anything else, a cycle included, is a diagnostic. */
export function nodeOfValue(value: unknown): ReadResult {
  const diagnostics: Diagnostic[] = [];
  const node = convert(value, '', 0, diagnostics);
  return node && diagnostics.length === 0 ? { node, diagnostics } : { diagnostics };
}

function convert(value: unknown, path: string, depth: number, diagnostics: Diagnostic[]): SourceNode | undefined {
  if (value === null) return { kind: 'null', text: 'null' };
  if (typeof value === 'string') return { kind: 'string', text: value };
  if (typeof value === 'boolean') return { kind: 'boolean', text: String(value) };
  if (typeof value === 'number' && Number.isFinite(value)) return { kind: 'number', text: String(value) };
  if (typeof value !== 'object') {
    diagnostics.push(problem('json-syntax', { message: `a ${typeof value} is no JSON value`, path }));
    return undefined;
  }
  if (depth >= MOST_LEVELS) {
    diagnostics.push(problem('too-deep', { message: `more than ${MOST_LEVELS} levels of nesting`, path }));
    return undefined;
  }
  const at = (key: string | number, child: unknown) => convert(child, path + pointerStep(key), depth + 1, diagnostics);
  if (Array.isArray(value)) return { kind: 'array', items: value.flatMap((child, index) => at(index, child) ?? []) };
  const members = Object.entries(value).flatMap(([key, child]) => {
    const node = child === undefined ? undefined : at(key, child);
    return node ? [{ key, value: node }] : [];
  });
  return { kind: 'object', members };
}
