/** Threads that are lost are told; none of their answers is. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, it } from 'vitest';
import type { LineJob } from '../../src/cli/index.ts';
import { startPool } from '../../src/host/worker-pool.ts';

const folder = mkdtempSync(join(tmpdir(), 'iamproof-pool-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const JOB = { name: 'x', options: {}, settings: {}, coloured: false, ascii: false } as unknown as LineJob;

function program(body: string): URL {
  const path = join(folder, `${Math.random()}.mjs`);
  writeFileSync(path, `import { parentPort } from 'node:worker_threads';\n${body}`);
  return pathToFileURL(path);
}

const chunk = (firstLine: number) => ({ bytes: new TextEncoder().encode('a\n'), firstLine });

it('each chunk is answered by one thread or another', async () => {
  const echo = program(`parentPort.on('message', (chunk) => parentPort.postMessage({ documents: chunk.firstLine }));`);
  const pool = startPool(echo, JOB, 3);
  const answers = await Promise.all([1, 2, 3, 4, 5, 6, 7].map((line) => pool.answer(chunk(line))));
  expect(answers.map(({ documents }) => documents)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  pool.stop();
});

it.each([
  ['throws', `throw new Error('no more');`, /^a worker thread ended before its work was done: no more$/],
  ['ends', 'process.exit(3);', /^a worker thread ended before its work was done: exit code 3$/],
])('a thread that %s is told, to all who wait and all who come', async (_, body, message) => {
  const pool = startPool(program(`parentPort.on('message', () => { ${body} });`), JOB, 2);
  const answers = await Promise.allSettled([pool.answer(chunk(1)), pool.answer(chunk(2)), pool.answer(chunk(3))]);
  for (const answer of answers) expect(answer).toMatchObject({ reason: { message: expect.stringMatching(message) } });
  await expect(pool.answer(chunk(4))).rejects.toThrow(message);
  pool.stop();
});

it('a program that is not there is told', async () => {
  const pool = startPool(pathToFileURL(join(folder, 'nowhere.mjs')), JOB, 1);
  await expect(pool.answer(chunk(1))).rejects.toThrow(/^a worker thread ended before its work was done: .*nowhere/);
  pool.stop();
});
