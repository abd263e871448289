/** Ignores in comments of YAML: `# iamproof-ignore check-id: reason`, on the line or on the line above. */
import type { Diagnostic, Range, SourceText } from '../language/index.ts';
import { formatOf, type SourceNode } from '../parse/index.ts';

export interface InlineIgnore {
  readonly ids: readonly string[];
  readonly reason: string;
  /** Where the comment stands. */
  readonly range: Range;
  /** What it is about: findings that begin in any of these. */
  readonly covers: readonly Range[];
}

const COMMENT = /(^|\s)#\s*iamproof-ignore\s+([a-z0-9-]+(?:\s*,\s*[a-z0-9-]+)*)\s*(?::\s*(.*?))?\s*$/;

/** A text with a comment that accepts a finding, above the line it stands on; undefined where the text takes no comments. */
export function withIgnoreComment(
  source: SourceText,
  { code, location }: Pick<Diagnostic, 'code' | 'location'>,
  reason: string,
): string | undefined {
  const { text } = source;
  if (!location || location.source.text !== text || formatOf(source.name, text) !== 'yaml') return undefined;
  const start = text.lastIndexOf('\n', location.range.start - 1) + 1;
  const indent = /^[ ]*/.exec(text.slice(start))?.[0] ?? '';
  const lineBreak = text.includes('\r\n') ? '\r\n' : '\n';
  return `${text.slice(0, start)}${indent}# iamproof-ignore ${code}: ${reason}${lineBreak}${text.slice(start)}`;
}

/** A comment on a line of its own is about what begins on the next line; before all content, about the whole document. */
export function inlineIgnores(source: SourceText, node: SourceNode): InlineIgnore[] {
  if (!source.text.includes('iamproof-ignore')) return [];
  const lines = linesOf(source.text);
  return lines.flatMap((line, index) => {
    const found = COMMENT.exec(line.text);
    if (!found) return [];
    const [whole, , ids = '', reason = ''] = found;
    const start = line.start + (found.index ?? 0) + whole.indexOf('#');
    const isAlone = line.text.trimStart().startsWith('#');
    const target = isAlone ? lines.slice(index + 1).find(({ text }) => !isBlank(text)) : line;
    const isFirst = isAlone && lines.slice(0, index).every(({ text }) => isBlank(text));
    return [
      {
        ids: ids.split(',').map((id) => id.trim()),
        reason,
        range: { start, end: line.start + line.text.length },
        covers: target ? [...beginningOn(node, target), ...(isFirst && node.range ? [node.range] : [])] : [],
      },
    ];
  });
}

interface Line {
  readonly text: string;
  readonly start: number;
}

function linesOf(text: string): Line[] {
  let start = 0;
  return text.split('\n').map((one) => {
    const line = { text: one.replace(/\r$/, ''), start };
    start += one.length + 1;
    return line;
  });
}

function isBlank(text: string): boolean {
  const trimmed = text.trim();
  return trimmed === '' || trimmed.startsWith('#') || trimmed === '---';
}

/** The members and items that begin on the line, each with all that is in it. */
function beginningOn(node: SourceNode, line: Line): Range[] {
  const begins = (at: number | undefined) =>
    at !== undefined && at >= line.start && at <= line.start + line.text.length;
  if (node.kind === 'object') {
    return node.members.flatMap(({ keyRange, value }) => {
      const own =
        keyRange && begins(keyRange.start) ? [{ start: keyRange.start, end: value.range?.end ?? keyRange.end }] : [];
      return [...own, ...beginningOn(value, line)];
    });
  }
  if (node.kind !== 'array') return [];
  return node.items.flatMap((item) => [
    ...(item.range && begins(item.range.start) ? [item.range] : []),
    ...beginningOn(item, line),
  ]);
}
