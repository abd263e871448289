// The time of a whole process: `simulate` on one small document beside an empty node, in turns.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { summary } from './measure.mjs';

export const PROGRAM = fileURLToPath(new URL('../../dist/bin.cjs', import.meta.url));
const DOCUMENT = {
  policies: {
    identity: [{ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: '*' }] }],
  },
  request: {
    principal: 'arn:aws:iam::111122223333:user/alice',
    action: 's3:GetObject',
    resource: 'arn:aws:s3:::bucket/key',
  },
};

/** Ratios of `simulate` to the empty process that ran just before it, and the milliseconds of both. */
export function wholeProcess(pairs) {
  const folder = mkdtempSync(join(tmpdir(), 'iamproof-bench-'));
  try {
    const file = join(folder, 'one.json');
    writeFileSync(file, JSON.stringify(DOCUMENT));
    const runs = Array.from({ length: pairs + 1 }, () => {
      const empty = milliseconds(['-e', '0']);
      const ours = milliseconds([PROGRAM, 'simulate', '--input', file, '--format', 'json']);
      return { empty, ours, ratio: ours / empty };
    }).slice(1);
    return {
      ratio: summary(runs.map(({ ratio }) => ratio)),
      empty: summary(runs.map(({ empty }) => empty)),
      ours: summary(runs.map(({ ours }) => ours)),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function milliseconds(words) {
  return nodeProcess(words).milliseconds;
}

/** Runs Node; throws where it does not end well. */
export function nodeProcess(words, cwd = process.cwd()) {
  const start = performance.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, words, { cwd, encoding: 'utf8', maxBuffer: 2 ** 28 });
  if (status !== 0) throw new Error(`exit code ${status}: ${stderr}`);
  return { milliseconds: performance.now() - start, stdout };
}
