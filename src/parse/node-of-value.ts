/** A value in memory as a tree without places. */

import type { Diagnostic } from '../language/index.ts';
import { MOST_LEVELS, problem, type ReadResult } from './read-result.ts';
import { pointerStep, type SourceNode } from './source-node.ts';

/** Takes what JSON can hold; anything else, a cycle included, is a diagnostic. Members that are undefined are left out. */
export function nodeOfValue(value: unknown): ReadResult {
  const walk: Walk = { diagnostics: [], around: [], size: 0 };
  const node = convert(value, '', walk);
  return node && walk.diagnostics.length === 0 ? { node, diagnostics: [] } : { diagnostics: walk.diagnostics };
}

interface Walk {
  readonly diagnostics: Diagnostic[];
  /** The objects and lists that the value stands in, outermost first. */
  readonly around: object[];
  /** Values so far. A value that stands in many places counts in each. */
  size: number;
}

/** As many as a text of a megabyte can hold; values that share parts can be of any size in little memory. */
const MOST_VALUES = 1_000_000;

function convert(value: unknown, path: string, walk: Walk): SourceNode | undefined {
  walk.size += 1;
  if (walk.size > MOST_VALUES) {
    const message = `the value has more than ${MOST_VALUES} parts`;
    if (walk.size === MOST_VALUES + 1) walk.diagnostics.push(problem('too-large', { message, path }));
    return undefined;
  }
  if (value === null) return { kind: 'null', text: 'null' };
  if (typeof value === 'string') return { kind: 'string', text: value };
  if (typeof value === 'boolean') return { kind: 'boolean', text: String(value) };
  if (typeof value === 'number' && Number.isFinite(value)) return { kind: 'number', text: String(value) };
  const isPlain = Array.isArray(value) || Object.prototype.toString.call(value) === '[object Object]';
  if (typeof value !== 'object' || !isPlain) return refuse(`${inWords(value)} is no JSON value`, path, walk);
  if (walk.around.includes(value)) return refuse('a value stands inside itself', path, walk);
  if (walk.around.length === MOST_LEVELS) {
    walk.diagnostics.push(problem('too-deep', { message: `more than ${MOST_LEVELS} levels of nesting`, path }));
    return undefined;
  }
  walk.around.push(value);
  const node = convertParts(value, path, walk);
  walk.around.pop();
  return node;
}

function convertParts(value: object, path: string, walk: Walk): SourceNode {
  const part = (key: string | number, child: unknown) => convert(child, path + pointerStep(key), walk);
  if (Array.isArray(value)) {
    // From, not flatMap over the list itself, which would pass over its holes.
    return { kind: 'array', items: Array.from(value).flatMap((child, index) => part(index, child) ?? []) };
  }
  const members = Object.entries(value).flatMap(([key, child]) => {
    const node = child === undefined ? undefined : part(key, child);
    return node ? [{ key, value: node }] : [];
  });
  return { kind: 'object', members };
}

function refuse(message: string, path: string, walk: Walk): undefined {
  walk.diagnostics.push(
    problem('json-syntax', { message, path, help: 'give texts, numbers, booleans, lists and objects' }),
  );
  return undefined;
}

function inWords(value: unknown): string {
  if (value === undefined || typeof value === 'number') return `\`${value}\``;
  return typeof value === 'object' ? `a ${Object.prototype.toString.call(value).slice(8, -1)}` : `a ${typeof value}`;
}
