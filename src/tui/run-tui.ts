/** The loop: keys in, frames out, tasks in between; ends when the state says so. */
import { lintMemory } from '../lint/index.ts';
import { workspaceMemory } from '../workspace/index.ts';
import { bodySize, currentLayout, frame, isTooSmall, onTerminal } from './frame/frame.ts';
import { filled } from './frame/picture.ts';
import { initialState } from './initial-state.ts';
import { parseKeys } from './keys/parse-keys.ts';
import { createPainter } from './painter.ts';
import type { TuiHost } from './ports.ts';
import { holdFiles } from './project/held-files.ts';
import { type AppEvent, reduce } from './reduce.ts';
import { createRunner } from './run-tasks.ts';
import type { AppState } from './state.ts';
import { makeTheme } from './theme.ts';

/** How long the rest of a sequence may take after its ESC, in milliseconds. */
const ESCAPE_WAIT = 20;
/** Between two frames that no key asked for. */
const FRAME = 16;

export interface Ended {
  /** A project elsewhere is wanted next: its folder. */
  readonly reopen?: string;
}

/** Resolves when the person quits; rejects, with the terminal as it was before, where something breaks. */
export async function runTui(host: TuiHost): Promise<Ended> {
  const { terminal } = host;
  const theme = makeTheme(host);
  const painter = createPainter(terminal.write);
  let end: () => void = () => {};
  let fail: (error: unknown) => void = () => {};
  const ended = new Promise<void>((resolve, reject) => {
    end = resolve;
    fail = reject;
  });
  let state = initialState(terminal.size(), host.files.root, host.likesVi);
  let laidOut = '';
  let cancelFrame: (() => void) | undefined;

  const runner = createRunner({
    ports: {
      files: holdFiles(host.files),
      catalog: host.catalog,
      memory: workspaceMemory(),
      lintMemory: lintMemory(),
      terminal,
      lab: host.lab,
      filesAt: host.filesAt,
      progress: host.progress,
      clock: host.clock,
      base64: host.base64,
      now: host.now,
    },
    apply: (update) => {
      handle({ kind: 'update', update });
      cancelFrame ??= host.later(FRAME, draw);
    },
    pause: host.pause,
    failed: (error) => fail(error),
    later: host.later,
  });

  function handle(event: AppEvent): void {
    const turn = reduce(state, event);
    state = layOut(turn.state);
    runner.start(turn.tasks);
    if (state.quit) end();
  }

  /** Panels move only with the screen, the size and, where one is shown at a time, the focus. */
  function layOut(next: AppState): AppState {
    if (isTooSmall(next.size)) return next;
    const { layout, key } = currentLayout(next);
    if (key === laidOut) return next;
    laidOut = key;
    return reduce(next, { kind: 'laid-out', areas: onTerminal(host.measureLayout(layout, bodySize(next.size))) }).state;
  }

  function draw(): void {
    cancelFrame?.();
    cancelFrame = undefined;
    const picture = frame(state, theme.marks);
    const rows = filled(picture).map(theme.paint);
    painter.paint({ rows, ...(picture.cursor ? { cursor: picture.cursor } : {}) });
  }

  /** What breaks in an event ends the program as what breaks in a task does. */
  const guarded =
    <Given extends readonly unknown[]>(act: (...given: Given) => void) =>
    (...given: Given): void => {
      try {
        act(...given);
      } catch (error) {
        fail(error);
      }
    };

  let rest = '';
  let cancelWait: (() => void) | undefined;
  function input(chunk: string, isLast = false): void {
    cancelWait?.();
    cancelWait = undefined;
    const parsed = parseKeys(rest + chunk, isLast);
    rest = parsed.rest;
    for (const one of parsed.inputs) {
      handle(one);
      if (state.quit) return;
    }
    if (rest !== '')
      cancelWait = host.later(
        ESCAPE_WAIT,
        guarded(() => input('', true)),
      );
    if (parsed.inputs.length > 0) draw();
  }

  function resized(): void {
    painter.reset();
    sized();
  }

  function sized(): void {
    handle({ kind: 'sized', size: terminal.size() });
    draw();
  }

  terminal.enter();
  terminal.listen({
    input: guarded((chunk: string) => input(chunk)),
    resized: guarded(resized),
    resumed: guarded(resized),
  });
  let stopWatching: (() => void) | undefined;
  try {
    sized();
    handle({ kind: 'begin', config: host.config });
    stopWatching = host.watch(
      host.files.root,
      guarded((paths: readonly string[]) => handle({ kind: 'files-changed', paths })),
    );
    await ended;
    return state.reopen === undefined ? {} : { reopen: state.reopen };
  } finally {
    stopWatching?.();
    cancelFrame?.();
    cancelWait?.();
    terminal.leave();
  }
}
