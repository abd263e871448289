/** Writes the answer that a case received as the one that it expects; the rest of the file stays, letter by letter. */
import { applyEdits, type JsonChange, textFix } from '../lint/index.ts';
import { member, pointerStep, readSource, type SourceNode } from '../parse/index.ts';
import { readYaml } from '../parse/yaml.ts';
import type { CaseResult, Received } from './case-result.ts';
import type { AppendedText } from './mutation/append-scenarios.ts';
import type { Expected } from './scenario.ts';
import { namesStatement } from './statement-reference.ts';

/** @param results those of the whole file: others may share the expectation */
export function acceptAnswer({ case: asked, received }: CaseResult, results: readonly CaseResult[]): AppendedText {
  if (!received) return { problem: 'it could not be asked: there is no answer to accept' };
  if (received.decision === 'unknown')
    return { problem: 'the answer depends on keys that are not known: give them first' };
  const { source, range } = asked.expectedLocation;
  const shared = results.filter((one) => one.case.expectedLocation.range.start === range.start);
  if (shared.some((one) => !isSame(one.received, received))) {
    return {
      problem: `${shared.length} cases share this expectation, and their answers differ: take it apart by hand`,
    };
  }
  const { node } = readSource(source, { readYaml });
  const found = node && holderOf(node, '', range.start);
  if (!node || !found) return { problem: `the expectation of \`${asked.name}\` is nowhere in ${source.name}` };
  const changes: JsonChange[] = [];
  for (const key of ['expect', 'decidedBy', 'statement', 'failedCheck', 'failedHop'] as const) {
    const wanted = key === 'expect' ? asked.expected.decision : asked.expected[key];
    if (wanted === undefined || holds(asked.expected, received, key)) continue;
    if (!member(found.node, key)) return { problem: `\`${key}\` stands elsewhere in the file: change it there` };
    changes.push(changeOf(`${found.path}${pointerStep(key)}`, answered(received, key)));
  }
  const fix = textFix({ title: 'accept the answer', changes }, node, source);
  if (!fix) return { problem: `${source.name} has anchors, or a form that is only changed by hand` };
  return { text: applyEdits(source.text, fix.edits) };
}

type Key = 'expect' | 'decidedBy' | 'statement' | 'failedCheck' | 'failedHop';

function isSame(one: Received | undefined, other: Received): boolean {
  return one?.decision === other.decision && one.decidedBy === other.decidedBy;
}

/** Whether this part of the expectation is met already. */
function holds(expected: Expected, received: Received, key: Key): boolean {
  if (key === 'statement')
    return received.statements.some(({ trace }) => namesStatement(expected.statement ?? '', trace));
  if (key !== 'expect') return answered(received, key) === expected[key];
  return expected.decision === 'denied' ? received.decision !== 'allowed' : expected.decision === received.decision;
}

function answered(received: Received, key: Key): string | number | undefined {
  if (key === 'expect') return received.decision;
  return key === 'statement' ? undefined : received[key];
}

function changeOf(path: string, value: string | number | undefined): JsonChange {
  return value === undefined ? { kind: 'remove', path } : { kind: 'replace', path, value };
}

/** The object whose `expect` begins at an offset. */
function holderOf(
  node: SourceNode,
  path: string,
  start: number,
): { readonly node: SourceNode; readonly path: string } | undefined {
  if (node.kind === 'array') {
    for (const [index, item] of node.items.entries()) {
      const found = holderOf(item, path + pointerStep(index), start);
      if (found) return found;
    }
    return undefined;
  }
  if (node.kind !== 'object') return undefined;
  for (const { key, keyRange, value } of node.members) {
    if (key === 'expect' && (keyRange?.start === start || value.range?.start === start)) return { node, path };
    const found = holderOf(value, path + pointerStep(key), start);
    if (found) return found;
  }
  return undefined;
}
