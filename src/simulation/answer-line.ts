/** Answers simulation documents that stand one on a line: what repeats from line to line is read and compiled once. */
import { CATALOG_INFO } from '../catalog/index.ts';
import { DEFAULT_SETTINGS, type Diagnostic, type Settings, type SourceText } from '../language/index.ts';
import { nodeMemory, type ReadResult, readJson, readWithoutPlaces } from '../parse/index.ts';
import type { PolicyMemory } from './policy-memory.ts';
import type { FindPolicy } from './read-policies.ts';
import { errorAnswer, readSimulation, readWith } from './read-simulation.ts';
import { rememberFound } from './remember-found.ts';
import { answerSimulation } from './simulate.ts';
import type { Answer, Simulation } from './simulation.ts';

export interface LineOptions {
  readonly settings?: Settings;
  /** Finds policies that documents only name; without it there are none. */
  readonly find?: FindPolicy;
  /** What the lines are called in diagnostics. */
  readonly name?: string;
  /** Policies and diagnostics keep their places in the lines, which takes the careful reader for every one. */
  readonly places?: boolean;
}

/** An answer with what it was made of. */
export interface AnsweredLine {
  readonly answer: Answer;
  /** Why there is no simulation, with line and column. */
  readonly diagnostics: readonly Diagnostic[];
  readonly simulation?: Simulation;
}

/** Characters of policies that are kept, in each of two generations. */
const MEMORY = 2_000_000;

/**
 * The answer to each document, in order; lines of white space are passed over. A line that cannot be decided gets an
 * answer with `error`, and the rest go on. Constant memory: nothing is kept of a line but some policies that may recur.
 */
export function* simulateLines(lines: Iterable<string>, options: LineOptions = {}): Generator<Answer> {
  const answerLine = lineAnswerer(options);
  let number = 0;
  for (const line of lines) {
    number += 1;
    if (line.trim() !== '') yield answerLine(line, number).answer;
  }
}

/** Answers one line after the other; its number goes into the diagnostics. */
export function lineAnswerer(options: LineOptions): (line: string, number: number) => AnsweredLine {
  const { settings = DEFAULT_SETTINGS, name = '<lines>' } = options;
  const find = rememberFound(options.find ?? (() => ({})));
  const nodes = nodeMemory(MEMORY);
  const memory: PolicyMemory = new WeakMap();
  return (line, number) => {
    const node = options.places ? undefined : readWithoutPlaces(line, nodes);
    const read = node && readWith({ source: undefined, diagnostics: [], find, memory }, node);
    const simulation = read?.simulation;
    if (!simulation) return answerSlowly({ name, text: line, firstLine: number }, find, settings);
    return { answer: answerSimulation(simulation, CATALOG_INFO.date, settings), diagnostics: [], simulation };
  };
}

/** By the tree that has the places: what is wrong is told with them. */
function answerSlowly(source: SourceText, find: FindPolicy, settings: Settings): AnsweredLine {
  return answerNode({ source, ...readJson(source) }, find, settings);
}

/** The tree of a document, or why there is none. */
export interface DocumentNode extends ReadResult {
  readonly source: SourceText;
}

export function answerNode(
  { source, node, diagnostics }: DocumentNode,
  find: FindPolicy,
  settings: Settings,
): AnsweredLine {
  if (!node) return { answer: errorAnswer({ diagnostics }), diagnostics };
  const read = readSimulation(node, source, find);
  const { simulation } = read;
  if (!simulation) return { answer: errorAnswer(read), diagnostics: read.diagnostics };
  return { answer: answerSimulation(simulation, CATALOG_INFO.date, settings), diagnostics: [], simulation };
}
