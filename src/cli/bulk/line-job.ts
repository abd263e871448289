/** Lines to answer and what is made of them, in a form that travels between threads. */
import type { Settings } from '../../language/index.ts';
import type { Options } from '../command.ts';

/** What holds for every line of a run. */
export interface LineJob {
  /** What the lines are called in diagnostics. */
  readonly name: string;
  /** As the command line gave them. */
  readonly options: Options;
  readonly settings: Settings;
  readonly coloured: boolean;
  readonly ascii: boolean;
}

/** Whole lines of the input. */
export interface LineChunk {
  readonly bytes: Uint8Array;
  /** The number of the first of them, from 1. */
  readonly firstLine: number;
}

/** A text for one of the two streams. */
export interface Told {
  readonly to: 'output' | 'error';
  readonly text: string;
}

export interface ChunkAnswer {
  /** In the order in which they are to be told. */
  readonly told: readonly Told[];
  readonly documents: number;
  /** Some document could not be decided. */
  readonly failed: boolean;
  /** Some expectation is not met. */
  readonly unmet: boolean;
}
