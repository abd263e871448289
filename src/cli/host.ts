/** What the command line needs of the process it runs in. */
import type { Aws, AwsChoice } from '../account/index.ts';
import type { CatalogFiles } from '../catalog/index.ts';
import type { Terminal, TuiMachine } from '../tui/index.ts';
import type { FileSystem, FileText } from '../workspace/index.ts';
import type { ChunkAnswer, LineChunk, LineJob } from './bulk/line-job.ts';

/** Paths relative to the folder that was asked about. */
export type ChangedFiles = { readonly files: readonly string[] } | { readonly problem: string };

/** Texts by names relative to the folder that was asked about. */
export type FilesAt = { readonly files: ReadonlyMap<string, string> } | { readonly problem: string };

export interface Host {
  readonly version: string;
  /** Where the command was called. */
  readonly folder: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The day, `2026-11-23`. */
  readonly today: () => string;
  readonly terminal: {
    readonly stdoutIsTerminal: boolean;
    readonly stderrIsTerminal: boolean;
    readonly stdinIsTerminal: boolean;
  };
  /** To standard output: results only. */
  readonly write: (text: string) => void;
  /** To standard error: notes and errors. */
  readonly tell: (text: string) => void;
  /** Waits until both streams take more; false once nobody reads the results any longer. */
  readonly drained: () => Promise<boolean>;
  readonly readStandardInput: () => FileText;
  /** A file piece by piece, or standard input for `-`; what cannot be read is a UsageError when its turn comes. */
  readonly openBytes: (name: string) => ByteSource;
  /** A file that is written bit by bit and appears whole or not at all. */
  readonly openDraft: (path: string) => Draft;
  readonly findProjectRoot: (folder: string) => string;
  readonly openFiles: (root: string) => FileSystem;
  /** @param which the program's own data, or with an update where there is one */
  readonly openCatalogFiles: (which?: 'own' | 'updated') => CatalogFiles;
  /** Where updates of the catalog are kept; undefined where the program is told to use its own data only. */
  readonly catalogStore: CatalogStore | undefined;
  /** What stands at an address. */
  readonly fetchText: (address: string) => Promise<FileText>;
  /** The instant, ISO 8601, UTC. */
  readonly instant: () => string;
  readonly wait: (milliseconds: number) => Promise<void>;
  /** A line that a person types; empty where they end the input. */
  readonly askLine: (question: string) => Promise<string>;
  /** Appends to a file, and returns when that is on the disk. */
  readonly appendToDisk: (path: string, text: string) => void;
  /** Takes a file that one process has at a time, and gives back what lets it go; or says which process has it. */
  readonly lockFile: (path: string) => (() => void) | { readonly holder: number };
  /** Calls back at Ctrl-C instead of ending the process, which a second one does; gives back what takes that back. */
  readonly noteInterrupt: (noted: () => void) => () => void;
  /** SHA-256 in hexadecimal. */
  readonly hash: (text: string) => string;
  /** The way to AWS; nothing is sent before it is asked for something. */
  readonly openAws: (choice: AwsChoice) => Promise<Aws>;
  /** Files below a folder that differ from a git ref. */
  readonly changedFiles: (folder: string, ref: string) => Promise<ChangedFiles>;
  /** Policy files below a folder as they are at a git ref. */
  readonly filesAt: (folder: string, ref: string) => Promise<FilesAt>;
  /** Calls back after files changed, until the process is interrupted. */
  readonly watch: (folder: string, changed: () => void) => Promise<void>;
  /** Milliseconds from some moment on. */
  readonly now: () => number;
  /** Has Ctrl-C clean up before the process ends; gives back what takes that back. */
  readonly onInterrupt: (cleanUp: () => void) => () => void;
  /** The moment, as ISO 8601 in UTC. */
  readonly clock: () => string;
  /** What is kept between runs for the person who runs them. */
  readonly openState: () => StateStore;
  /** The terminal that the process stands in, as the terminal UI uses it. */
  readonly openTerminal: () => Promise<Terminal>;
  /** What else the terminal UI needs of the machine. */
  readonly openTui: () => Promise<TuiMachine>;
  /** Threads that answer chunks of lines; undefined where there are none to gain from. */
  readonly startWorkers: (job: LineJob) => Promise<Workers | undefined>;
}

export interface StateStore {
  /** Empty where there is no such file. */
  readonly read: (name: string) => string;
  /** On the disk when it returns. An end that a crash tore stays a line of its own. */
  readonly append: (name: string, line: string) => void;
  /** Whole or not at all; gives back where. */
  readonly write: (name: string, text: string) => string;
}

export interface CatalogStore {
  readonly folder: string;
  /** Whole or not at all. */
  readonly write: (update: {
    readonly index: string;
    readonly lines: string;
    readonly date: string;
    readonly from: string;
  }) => void;
  /** False where there was none. */
  readonly remove: () => boolean;
}

export interface ByteSource {
  /** In bytes; missing where it is not known beforehand. */
  readonly size?: number;
  readonly pieces: AsyncIterable<Uint8Array>;
}

export interface Draft {
  readonly write: (text: string) => void;
  /** Puts the file in its place; one that nothing was written to is empty. */
  readonly commit: () => void;
  readonly discard: () => void;
}

export interface Workers {
  readonly count: number;
  /** Rejects when the worker ends before it has answered. */
  readonly answer: (chunk: LineChunk) => Promise<ChunkAnswer>;
  readonly stop: () => void;
}
