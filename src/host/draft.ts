/** Files that are written bit by bit and appear whole or not at all. */
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { type Draft, UsageError } from '../cli/index.ts';
import { reasonOf } from './reason-of.ts';

interface Opened {
  readonly descriptor: number;
  readonly place: string;
  /** Where it is written; missing where that is its place. */
  readonly beside?: string;
}

/**
 * A file is written beside its place and then moved there, so that a reader never meets half of it. What is no plain
 * file (a device such as /dev/null, a pipe) is written to: moving would replace it. A link is followed, not replaced.
 */
export function openDraft(path: string): Draft {
  let opened: Opened | undefined;

  /** @param put throws what the file system does */
  function attempt(put: () => void): void {
    try {
      put();
    } catch (error) {
      discard();
      throw new UsageError(`\`${path}\` cannot be written: ${reasonOf(error)}`);
    }
  }

  function write(text: string): void {
    attempt(() => {
      opened ??= open(path);
      writeFileSync(opened.descriptor, text);
    });
  }

  function commit(): void {
    attempt(() => {
      const { descriptor, place, beside } = opened ?? open(path);
      opened = undefined;
      closeSync(descriptor);
      if (beside !== undefined) moveInto(place, beside);
    });
  }

  function discard(): void {
    if (!opened) return;
    const { descriptor, beside } = opened;
    opened = undefined;
    closeSync(descriptor);
    if (beside !== undefined) rmSync(beside, { force: true });
  }

  return { write, commit, discard };
}

function open(path: string): Opened {
  const place = existsSync(path) ? realpathSync(path) : path;
  const before = statSync(place, { throwIfNoEntry: false });
  if (before && !before.isFile()) return { descriptor: openSync(place, 'w'), place };
  mkdirSync(dirname(place), { recursive: true });
  const beside = `${place}.${process.pid}.tmp`;
  return { descriptor: openSync(beside, 'w', before?.mode ?? 0o644), place, beside };
}

function moveInto(place: string, beside: string): void {
  try {
    renameSync(beside, place);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}
