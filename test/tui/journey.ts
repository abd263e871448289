/** A run of the terminal UI without a terminal: keys go to the reducers, tasks are carried out, frames come back as text. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openCatalog } from '../../src/catalog/index.ts';
import { catalogFiles } from '../../src/host/catalog-files.ts';
import { inkLayout } from '../../src/host/measure-layout.ts';
import { lintMemory } from '../../src/lint/index.ts';
import { bodySize, currentLayout, frame, isTooSmall, onTerminal } from '../../src/tui/frame/frame.ts';
import { filled } from '../../src/tui/frame/picture.ts';
import { initialState } from '../../src/tui/initial-state.ts';
import type { Input } from '../../src/tui/keys/key.ts';
import type { Size } from '../../src/tui/layout.ts';
import { holdFiles } from '../../src/tui/project/held-files.ts';
import { type AppEvent, reduce } from '../../src/tui/reduce.ts';
import { createRunner } from '../../src/tui/run-tasks.ts';
import type { AppState, Turn } from '../../src/tui/state.ts';
import { rowText } from '../../src/tui/text-row.ts';
import { makeTheme } from '../../src/tui/theme.ts';
import { type FileSystem, workspaceMemory } from '../../src/workspace/index.ts';

const PROJECT = fileURLToPath(new URL('../cases/tui/project', import.meta.url));

export interface Journey {
  /** Names of keys as the commands have them. */
  readonly press: (...keys: readonly string[]) => Promise<void>;
  readonly type: (text: string) => Promise<void>;
  readonly paste: (text: string) => Promise<void>;
  readonly resize: (size: Size) => Promise<void>;
  /** A change made by a function of the UI, as a screen makes it. */
  readonly change: (change: (state: AppState) => Turn) => Promise<void>;
  /** As another program writes it. */
  readonly writeFile: (path: string, text: string) => Promise<void>;
  readonly screen: () => string;
  readonly state: () => AppState;
  readonly files: ReadonlyMap<string, string>;
  /** What was written to the terminal beside frames. */
  readonly written: () => string;
}

export interface JourneyOptions {
  readonly size?: Size;
  readonly ascii?: boolean;
  readonly likesVi?: boolean;
  /** The project as git has it at `main`; that of test/cases/tui without. */
  readonly base?: Readonly<Record<string, string>>;
  /** By path; the project of test/cases/tui without. */
  readonly files?: Readonly<Record<string, string>>;
  /** What the person's editor makes of a file. */
  readonly edit?: (path: string, text: string) => string;
}

const theProject: Readonly<Record<string, string>> = Object.fromEntries(
  readdirSync(PROJECT, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => [path.slice(PROJECT.length + 1), readFileSync(path, 'utf8')]),
);

const catalog = openCatalog(catalogFiles());
const measure = inkLayout();

export async function openJourney(options: JourneyOptions = {}): Promise<Journey> {
  const files = new Map(Object.entries(options.files ?? theProject));
  let state = initialState(options.size ?? { width: 100, height: 30 }, 'project', options.likesVi === true);
  let written = '';
  const kept = new Map<string, string>();
  const runner = createRunner({
    ports: {
      files: holdFiles(inMemory(files)),
      catalog: () => catalog,
      memory: workspaceMemory(),
      lintMemory: lintMemory(),
      terminal: {
        write: (text) => {
          written += text;
        },
        suspend: () => {
          written += 'suspended';
        },
        edit: (path) => {
          if (!options.edit) return 'set EDITOR to the editor of your choice: EDITOR=vim iamproof';
          files.set(path, options.edit(path, files.get(path) ?? ''));
          return undefined;
        },
      },
      filesAt: async (base) =>
        base === 'main'
          ? inMemory(new Map(Object.entries(options.base ?? theProject)))
          : { problem: `there is no ${base}` },
      lab: inMemory(new Map(Object.entries(theProject))),
      progress: () => ({
        read: (name) => kept.get(name) ?? '',
        append: (name, line) => void kept.set(name, (kept.get(name) ?? '') + line),
      }),
      clock: () => '2026-11-24T08:00:00.000Z',
      base64: (text) => Buffer.from(text, 'utf8').toString('base64'),
      now: () => 0,
    },
    apply: (update) => handle({ kind: 'update', update }),
    pause: () => new Promise((done) => setImmediate(done)),
    later: (_milliseconds, call) => {
      const timer = setImmediate(call);
      return () => clearImmediate(timer);
    },
    failed: (error) => {
      throw error;
    },
  });
  const { marks } = makeTheme({ colour: false, ascii: options.ascii === true });

  function handle(event: AppEvent): void {
    const turn = reduce(state, event);
    state = turn.state;
    if (!isTooSmall(state.size)) {
      const areas = onTerminal(measure(currentLayout(state).layout, bodySize(state.size)));
      state = reduce(state, { kind: 'laid-out', areas }).state;
    }
    runner.start(turn.tasks);
  }

  async function all(events: readonly AppEvent[]): Promise<void> {
    for (const event of events) {
      handle(event);
      await runner.idle();
    }
  }

  await all([{ kind: 'begin', config: undefined }]);
  return {
    press: (...keys) => all(keys.map(keyOf)),
    type: (text) => all([...text].map((one) => keyOf(one === ' ' ? 'space' : one))),
    paste: (text) => all([{ kind: 'paste', text }]),
    resize: (size) => all([{ kind: 'sized', size }]),
    change: (change) => all([{ kind: 'update', update: change }]),
    writeFile: async (path, text) => {
      files.set(path, text);
      await all([{ kind: 'files-changed', paths: [path] }]);
    },
    screen: () => `${filled(frame(state, marks)).map(rowText).join('\n')}\n`,
    state: () => state,
    files,
    written: () => written,
  };
}

function keyOf(name: string): Input {
  const text = name === 'space' ? ' ' : [...name].length === 1 ? name : undefined;
  return { kind: 'key', name, ...(text === undefined ? {} : { text }) };
}

function inMemory(files: Map<string, string>): FileSystem {
  return {
    root: '/project',
    readText: (path) => {
      const text = files.get(path);
      return text === undefined ? { problem: 'there is no such file' } : { text };
    },
    writeText: (path, text) => void files.set(path, text),
    exists: (path) => files.has(path),
    listFiles: () => [...files.keys()].sort(),
  };
}
