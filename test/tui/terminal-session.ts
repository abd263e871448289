/** The built program in a real pseudo-terminal, with a terminal emulator that says what a person would see. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { spawn } from '@lydell/node-pty';
import xterm from '@xterm/headless';

const root = fileURLToPath(new URL('../..', import.meta.url));
export const PROGRAM = `${root}dist/bin.cjs`;

export function buildOnce(): void {
  if (!existsSync(PROGRAM)) spawnSync(process.execPath, ['scripts/build.mjs'], { cwd: root, stdio: 'inherit' });
}

export interface SessionOptions {
  readonly folder: string;
  readonly size?: { readonly width: number; readonly height: number };
  readonly env?: Readonly<Record<string, string>>;
  readonly words?: readonly string[];
  /** An interactive shell instead of the program, which knows stopped programs. */
  readonly shell?: boolean;
}

export interface Session {
  readonly write: (bytes: string) => void;
  /** Resolves as soon as the screen shows all of it; fails, with the screen, after half a minute. */
  readonly sees: (...texts: readonly string[]) => Promise<void>;
  readonly lacks: (...texts: readonly string[]) => Promise<void>;
  readonly screen: () => string;
  readonly resize: (width: number, height: number) => void;
  readonly signal: (name: string) => void;
  readonly exited: Promise<number>;
  /** Everything that was written to the terminal. */
  readonly raw: () => string;
  /** Whether the terminal is as it was before the program: main screen, cursor, plain pastes. */
  readonly isClean: () => boolean;
  readonly end: () => void;
}

/** Longer than anything takes on a busy machine. */
const PATIENCE = 30_000;

export function openSession({
  folder,
  size = { width: 100, height: 30 },
  env = {},
  words = [],
  shell = false,
}: SessionOptions): Session {
  const terminal = new xterm.Terminal({ cols: size.width, rows: size.height, allowProposedApi: true });
  const { NO_COLOR: _colour, CI: _ci, CONTINUOUS_INTEGRATION: __ci, FORCE_COLOR: _force, ...rest } = process.env;
  const [file, given] = shell ? ['bash', ['--norc', '--noediting', '-i']] : [process.execPath, [PROGRAM, ...words]];
  const program = spawn(file, given, {
    cols: size.width,
    rows: size.height,
    cwd: folder,
    env: { ...rest, TERM: 'xterm-256color', IAMPROOF_CATALOG: 'bundled', PS1: '$ ', EDITOR: '', VISUAL: '', ...env },
  });
  let raw = '';
  const waiting = new Set<() => void>();
  const look = () => {
    for (const one of waiting) one();
  };
  program.onData((data) => {
    raw += data;
    terminal.write(data, look);
  });
  const exited = new Promise<number>((resolve) => {
    program.onExit(({ exitCode, signal }) => terminal.write('', () => resolve(signal ? 128 + signal : exitCode)));
  });

  function screen(): string {
    const { active } = terminal.buffer;
    return Array.from(
      { length: terminal.rows },
      (_, y) => active.getLine(active.viewportY + y)?.translateToString(true) ?? '',
    ).join('\n');
  }

  function until(holds: () => boolean, wish: string): Promise<void> {
    return new Promise((resolve, reject) => {
      const check = () => {
        if (!holds()) return;
        clearTimeout(timer);
        waiting.delete(check);
        resolve();
      };
      const timer = setTimeout(() => {
        waiting.delete(check);
        reject(new Error(`the screen never ${wish}:\n${screen()}`));
      }, PATIENCE);
      waiting.add(check);
      check();
    });
  }

  return {
    write: (bytes) => program.write(bytes),
    sees: (...texts) => until(() => texts.every((text) => screen().includes(text)), `showed ${texts.join(' and ')}`),
    lacks: (...texts) =>
      until(() => texts.every((text) => !screen().includes(text)), `was without ${texts.join(' and ')}`),
    screen,
    resize: (width, height) => {
      terminal.resize(width, height);
      program.resize(width, height);
    },
    signal: (name) => program.kill(name),
    exited,
    raw: () => raw,
    isClean: () =>
      terminal.buffer.active.type === 'normal' &&
      !terminal.modes.bracketedPasteMode &&
      raw.lastIndexOf('\u001b[?25h') > raw.lastIndexOf('\u001b[?25l'),
    end: () => program.kill(),
  };
}
