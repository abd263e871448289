/** Files and standard input, piece by piece. */
import { createReadStream, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { type ByteSource, UsageError } from '../cli/index.ts';
import { reasonOf } from './reason-of.ts';

const PIECE = 256 * 1024;

/** `-` is standard input; other names are relative to the folder. */
export function openBytes(folder: string, name: string): ByteSource {
  const path = resolve(folder, name);
  const found = name === '-' ? undefined : statSync(path, { throwIfNoEntry: false });
  const open = () => (name === '-' ? process.stdin : createReadStream(path, { highWaterMark: PIECE }));
  return { ...(found?.isFile() ? { size: found.size } : {}), pieces: piecesOf(open, name) };
}

async function* piecesOf(open: () => AsyncIterable<Uint8Array>, name: string): AsyncGenerator<Uint8Array> {
  const pieces = open()[Symbol.asyncIterator]();
  try {
    for (;;) {
      const { value, done } = await pieces.next().catch((error: unknown) => {
        throw new UsageError(`\`${name}\` cannot be read: ${reasonOf(error)}`);
      });
      if (done) return;
      yield value;
    }
  } finally {
    await pieces.return?.();
  }
}
