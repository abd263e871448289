/** What is kept for a person between runs: below XDG_STATE_HOME, each line on the disk before it counts. */
import { closeSync, fstatSync, fsyncSync, mkdirSync, openSync, readFileSync, readSync, writeSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { type StateStore, UsageError } from '../cli/index.ts';
import { openDraft } from './draft.ts';
import { reasonOf } from './reason-of.ts';

type Environment = Readonly<Record<string, string | undefined>>;

export function stateStore({ XDG_STATE_HOME, LOCALAPPDATA }: Environment): StateStore {
  const folder = join(XDG_STATE_HOME || LOCALAPPDATA || join(homedir(), '.local', 'state'), 'iamproof');
  return {
    read: (name) => {
      try {
        return readFileSync(join(folder, name), 'utf8');
      } catch (error) {
        if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return '';
        throw new UsageError(`\`${join(folder, name)}\` cannot be read: ${reasonOf(error)}`);
      }
    },
    append: (name, line) => {
      const path = join(folder, name);
      try {
        mkdirSync(dirname(path), { recursive: true });
        appendLine(path, line);
      } catch (error) {
        throw new UsageError(`\`${path}\` cannot be written: ${reasonOf(error)}`);
      }
    },
    write: (name, text) => {
      const draft = openDraft(join(folder, name));
      draft.write(text);
      draft.commit();
      return join(folder, name);
    },
  };
}

const NEWLINE = 0x0a;

/** In one write, so that two runs at a time do not mix their lines. */
function appendLine(path: string, line: string): void {
  const file = openSync(path, 'a+');
  try {
    const { size } = fstatSync(file);
    const last = new Uint8Array(1);
    const isTorn = size > 0 && readSync(file, last, 0, 1, size - 1) === 1 && last[0] !== NEWLINE;
    writeSync(file, `${isTorn ? '\n' : ''}${line}`);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
