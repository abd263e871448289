/** What the terminal UI needs of the outside world; the host implements it. */
import type { Catalog } from '../catalog/index.ts';
import type { LintMemory } from '../lint/index.ts';
import type { FileSystem, WorkspaceMemory } from '../workspace/index.ts';
import type { MeasureLayout, Size } from './layout.ts';
import type { HeldFiles } from './project/held-files.ts';

/** What a terminal tells. */
export interface TerminalEvents {
  readonly input: (chunk: string) => void;
  readonly resized: () => void;
  /** Back from Ctrl-Z: the screen is empty. */
  readonly resumed: () => void;
}

export interface Terminal {
  readonly size: () => Size;
  readonly write: (text: string) => void;
  /** Alternate screen, raw mode; until `leave`, a signal or a crash, after each of which the terminal is as before. */
  readonly enter: () => void;
  /** Calls with what the terminal tells from now on, and with the keys that waited. */
  readonly listen: (events: TerminalEvents) => void;
  readonly leave: () => void;
  /** Stops the process as Ctrl-Z does elsewhere. */
  readonly suspend: () => void;
  /** Hands the terminal to the person's editor until that ends; what went wrong, if anything. */
  readonly edit: (path: string) => string | undefined;
}

/** The world as tasks see it. */
export interface Ports {
  readonly files: HeldFiles;
  readonly catalog: () => Catalog;
  /** What reading the project once makes cheap the next time. */
  readonly memory: WorkspaceMemory;
  readonly lintMemory: LintMemory;
  readonly terminal: Pick<Terminal, 'edit' | 'write' | 'suspend'>;
  /** The sample project that comes with the program. */
  readonly lab: FileSystem;
  /** The project as it was or is elsewhere: at a git ref, or in another folder. */
  readonly filesAt: (base: string) => Promise<FileSystem | { readonly problem: string }>;
  /** What is kept between runs for the person who runs them, line by line. */
  readonly progress: () => Progress;
  readonly base64: (text: string) => string;
  /** Milliseconds from some moment on. */
  readonly now: () => number;
  /** ISO 8601 in UTC. */
  readonly clock: () => string;
}

export interface Progress {
  /** Empty where nothing was kept. */
  readonly read: (name: string) => string;
  /** On the disk when it returns. */
  readonly append: (name: string, line: string) => void;
}

/** What the UI needs of the machine. */
export interface TuiMachine {
  readonly measureLayout: MeasureLayout;
  readonly lab: FileSystem;
  /** The person's editor is vi or one of its kind. */
  readonly likesVi: boolean;
  readonly base64: (text: string) => string;
  readonly now: () => number;
  /** Calls back after so many milliseconds unless the function it gives is called before. */
  readonly later: (milliseconds: number, call: () => void) => () => void;
  /** Lets input in. */
  readonly pause: () => Promise<void>;
  /** Calls with the paths of files that changed, relative to the folder, until the function it gives is called. */
  readonly watch: (folder: string, changed: (paths: readonly string[]) => void) => () => void;
}

/** What the UI runs in. */
export interface TuiHost extends TuiMachine {
  readonly filesAt: Ports['filesAt'];
  readonly progress: Ports['progress'];
  readonly clock: () => string;
  /** Entered already, or not. */
  readonly terminal: Terminal;
  readonly files: FileSystem;
  readonly catalog: () => Catalog;
  readonly colour: boolean;
  readonly ascii: boolean;
  /** The configuration that was named, if any. */
  readonly config: string | undefined;
}
