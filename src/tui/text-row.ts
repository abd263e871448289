/** A row of the screen as styled pieces of text: what views are made of, before any colour code. */
import { graphemes, isOneColumnEach, textWidth } from './text-width.ts';

/** What a piece of text means; theme.ts says how that looks. */
export type Style =
  | 'good'
  | 'bad'
  | 'note'
  | 'quiet'
  | 'strong'
  | 'accent'
  | 'key'
  | 'string'
  | 'number'
  | 'selected'
  | 'faint-selected'
  | 'cursor'
  | 'underlined-bad'
  | 'underlined-note';

export interface Span {
  readonly text: string;
  readonly style?: Style;
}

export type Row = readonly Span[];

export const EMPTY_ROW: Row = [];

/** A piece of text: `span('allowed', 'good')`. */
export function span(text: string, style?: Style): Span {
  return style ? { text, style } : { text };
}

/** A row from texts and pieces. */
export function row(...parts: readonly (string | Span)[]): Row {
  return parts.map((part) => (typeof part === 'string' ? { text: part } : part));
}

export function rowWidth(spans: Row): number {
  return spans.reduce((sum, { text }) => sum + textWidth(text), 0);
}

export function rowText(spans: Row): string {
  return spans.map(({ text }) => text).join('');
}

/** Exactly `width` columns: cut with an ellipsis where it is longer, padded where it is shorter. */
export function fitRow(spans: Row, width: number, ellipsis = '…'): Row {
  const taken = rowWidth(spans);
  if (taken === width) return spans;
  if (taken < width) return [...spans, { text: ' '.repeat(width - taken) }];
  const kept = sliceRow(spans, 0, Math.max(0, width - textWidth(ellipsis)));
  return padRow([...kept, span(ellipsis, 'quiet')], width);
}

function padRow(spans: Row, width: number): Row {
  const missing = width - rowWidth(spans);
  return missing > 0 ? [...spans, { text: ' '.repeat(missing) }] : spans;
}

/** The columns from `start` to before `end`; a wide character that is cut in two becomes a space. */
export function sliceRow(spans: Row, start: number, end: number): Row {
  const kept: Span[] = [];
  let at = 0;
  for (const one of spans) {
    const width = textWidth(one.text);
    if (at + width > start && at < end) {
      const text = sliceText(one.text, Math.max(0, start - at), end - at);
      if (text !== '') kept.push({ ...one, text });
    }
    at += width;
    if (at >= end) break;
  }
  return kept;
}

function sliceText(text: string, start: number, end: number): string {
  if (isOneColumnEach(text)) return text.slice(start, end);
  let at = 0;
  let kept = '';
  for (const { segment } of graphemes(text)) {
    const width = textWidth(segment);
    const next = at + width;
    if (at >= start && next <= end) kept += segment;
    else if (next > start && at < end) kept += ' '.repeat(Math.min(next, end) - Math.max(at, start));
    at = next;
    if (at >= end) break;
  }
  return kept;
}

/** The same row with every piece in one style. */
export function restyled(spans: Row, style: Style): Row {
  return spans.map(({ text }) => ({ text, style }));
}

/** Lines of at most `width` columns, broken at spaces where there are some. */
export function wrapText(text: string, width: number): string[] {
  if (width < 1) return [];
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (textWidth(longer) <= width) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(line);
    line = word;
    while (textWidth(line) > width) {
      const head = sliceText(line, 0, width);
      lines.push(head);
      line = line.slice(head.length);
    }
  }
  return [...lines, line];
}
