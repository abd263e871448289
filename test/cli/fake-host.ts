/** A host in memory: files, streams and environment as a test gives them. */

import { main } from '../../src/cli/index.ts';
import { catalogFiles } from '../../src/host/catalog-files.ts';
import type { FileSystem } from '../../src/workspace/index.ts';

export interface Run {
  readonly code: number;
  readonly out: string;
  readonly err: string;
  /** The files after the run. */
  readonly files: Readonly<Record<string, string>>;
}

export interface Situation {
  readonly files?: Readonly<Record<string, string>>;
  readonly stdin?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly terminal?: boolean;
  /** Files that differ from any git ref; without it git has a problem. */
  readonly changed?: readonly string[];
  /** The day that the machine has; else one on which the data is fresh. */
  readonly today?: string;
}

export async function run(words: readonly string[], situation: Situation = {}): Promise<Run> {
  const files = { ...situation.files };
  const [out, err]: [string[], string[]] = [[], []];
  const isTerminal = situation.terminal === true;
  const code = await main(words, {
    version: '0.0.0-test',
    folder: '/project',
    env: situation.env ?? {},
    today: () => situation.today ?? '2026-11-23',
    terminal: { stdoutIsTerminal: isTerminal, stderrIsTerminal: isTerminal, stdinIsTerminal: isTerminal },
    write: (text) => void out.push(text),
    tell: (text) => void err.push(text),
    readStandardInput: () => ({ text: situation.stdin ?? '' }),
    findProjectRoot: () => '/project',
    openFiles: () => memory(files),
    openCatalogFiles: catalogFiles,
    changedFiles: () =>
      Promise.resolve(situation.changed ? { files: situation.changed } : { problem: 'not a git repository' }),
    watch: () => Promise.resolve(),
  });
  return { code, out: out.join(''), err: err.join(''), files };
}

function memory(files: Record<string, string>): FileSystem {
  return {
    root: '/project',
    readText: (path) => {
      const text = files[path];
      return text === undefined ? { problem: 'there is no such file' } : { text };
    },
    writeText: (path, text) => {
      files[path] = text;
    },
    exists: (path) => path in files,
    listFiles: () => Object.keys(files).sort(),
  };
}
