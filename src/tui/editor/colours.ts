/** The colours of a line of JSON: names of elements, strings, variables in them, numbers. Strings of JSON never go over lines. */
import { type Row, type Span, span } from '../text-row.ts';

const TOKENS =
  /(?<comment>\/\/.*$)|(?<string>"(?:[^"\\]|\\.)*"?)(?<colon>\s*:)?|(?<word>-?\d[\d.eE+-]*|true|false|null)|[^"\w/-]+|./g;
const VARIABLE = /\$\{[^}"]*\}?/g;

export function coloured(line: string): Row {
  return [...line.matchAll(TOKENS)].flatMap(({ 0: text, groups = {} }): Row => {
    if (groups.comment !== undefined) return [span(text, 'quiet')];
    if (groups.word !== undefined) return [span(text, 'number')];
    if (groups.string === undefined) return [span(text)];
    if (groups.colon !== undefined) return [span(groups.string, 'key'), span(groups.colon)];
    return withVariables(groups.string);
  });
}

function withVariables(text: string): Row {
  const parts: Span[] = [];
  let end = 0;
  for (const { 0: variable, index } of text.matchAll(VARIABLE)) {
    if (index > end) parts.push(span(text.slice(end, index), 'string'));
    parts.push(span(variable, 'accent'));
    end = index + variable.length;
  }
  return end < text.length ? [...parts, span(text.slice(end), 'string')] : parts;
}
