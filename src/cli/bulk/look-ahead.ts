/** Whether standard input holds a document a line: that takes a look at its beginning. */
import { readJson } from '../../parse/index.ts';
import { UsageError } from '../usage-error.ts';

const NEWLINE = 0x0a;

export interface LookedAt {
  readonly isLines: boolean;
  /** All of the input, what was looked at included. */
  readonly pieces: AsyncIterable<Uint8Array>;
}

/** It does when its first line is a whole document and more follow. */
export async function lookAhead(pieces: AsyncIterable<Uint8Array>, mostBytes: number): Promise<LookedAt> {
  const rest = pieces[Symbol.asyncIterator]();
  const seen: Uint8Array[] = [];
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  let text = '';
  let size = 0;
  let hasEnd = false;
  let isLines: boolean | undefined;
  while (isLines === undefined) {
    const { value, done } = await rest.next();
    if (done) break;
    seen.push(value);
    size += value.length;
    if (size > mostBytes) throw new UsageError(`\`-\` cannot be read: line 1 is longer than ${mostBytes} bytes`);
    text += decoder.decode(value, { stream: true });
    hasEnd ||= value.includes(NEWLINE);
    if (hasEnd) isLines = beginsWithDocument(text);
  }
  async function* all(): AsyncGenerator<Uint8Array> {
    try {
      while (seen.length > 0) yield seen.shift() ?? new Uint8Array();
      for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
    } finally {
      await rest.return?.();
    }
  }
  return { isLines: isLines ?? false, pieces: all() };
}

/** Undefined while that is open. */
function beginsWithDocument(text: string): boolean | undefined {
  const content = text.trimStart();
  const end = content.indexOf('\n');
  if (end === -1 || content.slice(end).trim() === '') return undefined;
  return readJson({ name: '<stdin>', text: content.slice(0, end) }).node !== undefined;
}
