/** A stream of bytes as chunks of whole lines. */
import { UsageError } from '../usage-error.ts';
import type { LineChunk } from './line-job.ts';

const NEWLINE = 0x0a;
/** Longest line that is held in memory; a document is at most a sixtieth of it. */
export const MOST_BYTES = 64 * 1024 * 1024;

/**
 * Cuts at line ends only, so that no character is cut either. The last line may lack its end. A chunk is the taker's to keep.
 * @param name what the input is called in the error for a line that does not end
 */
export async function* lineChunks(
  pieces: AsyncIterable<Uint8Array>,
  name: string,
  mostBytes = MOST_BYTES,
): AsyncGenerator<LineChunk> {
  let firstLine = 1;
  let held: Uint8Array[] = [];
  let size = 0;
  for await (const piece of pieces) {
    const firstEnd = piece.indexOf(NEWLINE);
    if (size + (firstEnd === -1 ? piece.length : firstEnd) > mostBytes) {
      throw new UsageError(`\`${name}\` cannot be read: line ${firstLine} is longer than ${mostBytes} bytes`);
    }
    const end = firstEnd === -1 ? 0 : piece.lastIndexOf(NEWLINE) + 1;
    if (end > 0) {
      const bytes = joined([...held, piece.subarray(0, end)]);
      const chunk = { bytes, firstLine };
      firstLine += linesIn(bytes);
      held = [];
      size = 0;
      yield chunk;
    }
    if (end < piece.length) {
      held.push(piece.subarray(end));
      size += piece.length - end;
    }
  }
  if (size > 0) yield { bytes: joined(held), firstLine };
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((size, { length }) => size + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function linesIn(bytes: Uint8Array): number {
  let count = 0;
  for (let at = bytes.indexOf(NEWLINE); at !== -1; at = bytes.indexOf(NEWLINE, at + 1)) count += 1;
  return count;
}
