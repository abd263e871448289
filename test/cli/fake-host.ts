/** A host in memory: files, streams and environment as a test gives them. */

import { createHash } from 'node:crypto';
import type { Aws } from '../../src/account/index.ts';
import { type Host, main, UsageError } from '../../src/cli/index.ts';
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
  /** Which of the streams a person looks at; by default `terminal` says it for all. */
  readonly terminals?: Partial<Host['terminal']>;
  /** Where files and standard input are cut into pieces: the lengths, over and over. */
  readonly pieces?: readonly number[];
  readonly startWorkers?: Host['startWorkers'];
  /** Answers of `drained`; true when there are no more. */
  readonly isRead?: (told: string) => boolean;
  /** Files that differ from any git ref; without it git has a problem. */
  readonly changed?: readonly string[];
  /** The files as they are at any git ref; without it git has a problem. */
  readonly before?: Readonly<Record<string, string>>;
  /** The day that the machine has; else one on which the data is fresh. */
  readonly today?: string;
  /** The moment; else the morning of such a day. */
  readonly clock?: string;
  readonly aws?: Aws;
  readonly wait?: (milliseconds: number) => void;
  /** What is typed where somebody is asked. */
  readonly typed?: string;
}

export async function run(words: readonly string[], situation: Situation = {}): Promise<Run> {
  const files = { ...situation.files };
  const [out, err]: [string[], string[]] = [[], []];
  let time = 0;
  let instants = 0;
  const isTerminal = situation.terminal === true;
  const code = await main(words, {
    version: '0.0.0-test',
    folder: '/project',
    env: situation.env ?? {},
    today: () => situation.today ?? '2026-11-23',
    terminal: {
      stdoutIsTerminal: isTerminal,
      stderrIsTerminal: isTerminal,
      stdinIsTerminal: isTerminal,
      ...situation.terminals,
    },
    write: (text) => void out.push(text),
    tell: (text) => void err.push(text),
    drained: () => Promise.resolve(situation.isRead?.(out.join('')) ?? true),
    openBytes: (name) => {
      const text = name === '-' ? (situation.stdin ?? '') : files[name];
      const bytes = text === undefined ? undefined : new TextEncoder().encode(text);
      return { ...(bytes ? { size: bytes.length } : {}), pieces: inPieces(name, bytes, situation.pieces ?? [1 << 16]) };
    },
    openDraft: (path) => {
      let draft = '';
      return {
        write: (text) => {
          draft += text;
        },
        commit: () => {
          files[path] = draft;
        },
        discard: () => {
          draft = '';
        },
      };
    },
    readStandardInput: () => ({ text: situation.stdin ?? '' }),
    findProjectRoot: () => '/project',
    openFiles: () => memory(files),
    openCatalogFiles: () => catalogFiles(),
    catalogStore: undefined,
    fetchText: () => Promise.resolve({ problem: 'there is no network' }),
    instant: () => `2026-11-23T12:00:${String(instants++).padStart(2, '0')}.000Z`,
    wait: (milliseconds) => Promise.resolve(situation.wait?.(milliseconds)),
    askLine: (question) => {
      err.push(`${question}\n`);
      return Promise.resolve(situation.typed ?? '');
    },
    appendToDisk: (path, text) => {
      const name = path.replace(/^\/project\//, '');
      files[name] = (files[name] ?? '') + text;
    },
    lockFile: () => () => {},
    noteInterrupt: () => () => {},
    hash: (text) => createHash('sha256').update(text).digest('hex'),
    openAws: () => (situation.aws ? Promise.resolve(situation.aws) : Promise.reject(new Error('there is no network'))),
    changedFiles: () =>
      Promise.resolve(situation.changed ? { files: situation.changed } : { problem: 'not a git repository' }),
    filesAt: () =>
      Promise.resolve(
        situation.before ? { files: new Map(Object.entries(situation.before)) } : { problem: 'not a git repository' },
      ),
    watch: () => Promise.resolve(),
    now: () => (time += 40),
    onInterrupt: () => () => {},
    clock: () => situation.clock ?? '2026-11-23T08:00:00.000Z',
    openState: () => ({
      read: (name) => files[`state/${name}`] ?? '',
      append: (name, line) => {
        files[`state/${name}`] = `${files[`state/${name}`] ?? ''}${line}`;
      },
      write: (name, text) => {
        files[`state/${name}`] = text;
        return `state/${name}`;
      },
    }),
    openTerminal: () => Promise.reject(new Error('there is no terminal here')),
    openTui: () => Promise.reject(new Error('there is no terminal here')),
    startWorkers: situation.startWorkers ?? (() => Promise.resolve(undefined)),
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

async function* inPieces(name: string, bytes: Uint8Array | undefined, lengths: readonly number[]) {
  if (!bytes) throw new UsageError(`\`${name}\` cannot be read: there is no such file`);
  for (let at = 0, turn = 0; at < bytes.length; turn++) {
    const length = lengths[turn % lengths.length] ?? 1;
    yield bytes.slice(at, at + length);
    at += length;
  }
}
