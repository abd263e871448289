/** The process's terminal as the UI's port: taken over, and given back as it was after whatever ends the program. */
import { spawnSync } from 'node:child_process';
import { writeSync } from 'node:fs';
import type { Terminal, TerminalEvents } from '../tui/index.ts';
import { reasonOf } from './reason-of.ts';

/** Alternate screen, nothing on it, no cursor, pastes marked as such. */
const ENTER = '\u001b[?1049h\u001b[2J\u001b[H\u001b[?25l\u001b[?2004h';
/** Everything that ENTER and frames may have set, taken back. */
const LEAVE = '\u001b[?2026l\u001b[0m\u001b[?2004l\u001b[?25h\u001b[?1049l';

/** Signals that end the program, with their numbers: the exit code is 128 more. */
const ENDING = { SIGTERM: 15, SIGHUP: 1, SIGINT: 2, SIGQUIT: 3 } as const;

export function processTerminal(): Terminal {
  const { stdin, stdout } = process;
  let events: TerminalEvents | undefined;
  let isOurs = false;
  let isEntered = false;

  function take(): void {
    if (isOurs) return;
    isOurs = true;
    stdin.setRawMode(true);
    stdin.setEncoding('utf8');
    // Keys wait in the terminal until somebody listens.
    if (events) stdin.resume();
    writeNow(ENTER);
  }

  function give(): void {
    if (!isOurs) return;
    isOurs = false;
    writeNow(LEAVE);
    // A terminal that was closed cannot be told anything.
    try {
      stdin.setRawMode(false);
    } catch {}
    stdin.pause();
  }

  const onData = (chunk: string | Buffer) => events?.input(String(chunk));
  const onResize = () => events?.resized();
  const onResume = () => {
    take();
    events?.resumed();
  };
  const onCrash = (error: unknown) => {
    give();
    process.stderr.write(
      `iamproof: this is a bug: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
    );
    process.exit(2);
  };
  const onEnd = Object.entries(ENDING).map(([signal, number]) => ({
    signal,
    act: () => {
      give();
      process.exit(128 + number);
    },
  }));

  return {
    size: () => ({ width: stdout.columns || 80, height: stdout.rows || 24 }),
    write: (text) => void stdout.write(text),
    enter: () => {
      if (isEntered) return;
      isEntered = true;
      stdout.on('resize', onResize);
      process.on('SIGCONT', onResume);
      process.on('exit', give);
      process.on('uncaughtException', onCrash);
      process.on('unhandledRejection', onCrash);
      for (const { signal, act } of onEnd) process.on(signal, act);
      take();
    },
    listen: (given) => {
      events = given;
      stdin.on('data', onData);
      stdin.resume();
    },
    leave: () => {
      give();
      events = undefined;
      isEntered = false;
      stdin.off('data', onData);
      stdout.off('resize', onResize);
      process.off('SIGCONT', onResume);
      process.off('exit', give);
      process.off('uncaughtException', onCrash);
      process.off('unhandledRejection', onCrash);
      for (const { signal, act } of onEnd) process.off(signal, act);
    },
    suspend: () => {
      give();
      process.kill(process.pid, 'SIGTSTP');
    },
    edit: (path) => {
      const editor = process.env.VISUAL || process.env.EDITOR;
      if (!editor) return 'set EDITOR to the editor of your choice: EDITOR=vim iamproof';
      give();
      const ran = spawnSync('/bin/sh', ['-c', `${editor} "$1"`, 'sh', path], { stdio: 'inherit' });
      take();
      events?.resumed();
      if (ran.error) return `${editor} could not be started: ${reasonOf(ran.error)}`;
      return ran.status === 0 ? undefined : `${editor} ended with ${ran.status ?? ran.signal}`;
    },
  };
}

/** At once: what waits in a stream is lost when the process ends. */
function writeNow(text: string): void {
  try {
    writeSync(1, text);
  } catch {
    process.stdout.write(text);
  }
}
