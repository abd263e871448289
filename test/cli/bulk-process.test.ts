/** Bulk simulation in the real program: worker threads, pipes, files, Ctrl-C. */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run } from './fake-host.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const bin = join(root, 'dist/bin.cjs');
const folder = mkdtempSync(join(tmpdir(), 'iamproof-bulk-'));

const policies = (i: number) => ({
  identity: {
    Version: '2012-10-17',
    Statement: { Sid: `S${i % 50}`, Effect: 'Allow', Action: 's3:*', Resource: `arn:aws:s3:::b${i % 50}/*` },
  },
});
const request = (i: number) => ({
  principal: 'arn:aws:iam::111122223333:user/a',
  action: 's3:GetObject',
  resource: `arn:aws:s3:::b${i % 7}/${'k'.repeat(i % 300)}`,
});
/** One in a thousand is wrong. */
const line = (i: number) =>
  i % 1000 === 999 ? `{"id":"${i}",` : JSON.stringify({ id: String(i), policies: policies(i), request: request(i) });
const large = `${Array.from({ length: 40_000 }, (_, i) => line(i)).join('\n')}\n`;

const words = ['simulate', '--input', 'large.jsonl', '--format', 'jsonl'];

function iamproof(options: readonly string[], input?: string) {
  return spawnSync(process.execPath, [bin, ...options], {
    cwd: folder,
    input: input ?? '',
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
}

beforeAll(() => {
  if (!existsSync(bin)) spawnSync(process.execPath, ['scripts/build.mjs'], { cwd: root, stdio: 'inherit' });
  writeFileSync(join(folder, 'large.jsonl'), large);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a large input', () => {
  it('is answered by threads as by one, from a file, from a pipe and into a file', async () => {
    const one = await run(words, { files: { 'large.jsonl': large } });
    expect(one.out.split('\n')).toHaveLength(40_001);
    const file = iamproof(words);
    expect(file.stdout === one.out && file.stderr === one.err).toBe(true);
    expect(file.status).toBe(2);
    const pipe = iamproof(['simulate', '--input', '-', '--format', 'jsonl'], large);
    expect(pipe.stdout === one.out && pipe.stderr === one.err.replaceAll('large.jsonl', '<stdin>')).toBe(true);
    const { stdout } = iamproof([...words, '-o', 'answers.jsonl']);
    expect(stdout).toBe('');
    expect(readFileSync(join(folder, 'answers.jsonl'), 'utf8') === one.out).toBe(true);
    expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  it('is not read to its end when its reader has seen enough', () => {
    const script = `yes "$LINE" | "${process.execPath}" "${bin}" simulate --input - --format jsonl | head -n 20000`;
    const { stdout, stderr } = spawnSync('sh', ['-c', script], {
      env: { ...process.env, LINE: line(1) },
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    });
    expect(stdout.split('\n')).toHaveLength(20_001);
    expect(stderr).toBe('');
  });

  it('is left by Ctrl-C, without a trace in the file system', async () => {
    const child = spawn(process.execPath, [bin, 'simulate', '--input', '-', '--format', 'jsonl', '-o', 'left.jsonl'], {
      cwd: folder,
      stdio: ['pipe', 'ignore', 'ignore'],
    });
    child.stdin.on('error', () => {});
    child.stdin.write(large);
    for (let i = 0; i < 600 && !readdirSync(folder).some((name) => name.endsWith('.tmp')); i++) {
      await new Promise((done) => setTimeout(done, 20));
    }
    child.kill('SIGINT');
    const code = await new Promise((done) => child.on('exit', done));
    expect(code).toBe(130);
    expect(readdirSync(folder).filter((name) => name.includes('left'))).toEqual([]);
  });
});

describe('an input that cannot be read', () => {
  it('is told in one line', () => {
    mkdirSync(join(folder, 'folder.jsonl'));
    const { status, stderr } = iamproof(['simulate', '--input', 'folder.jsonl']);
    expect(stderr).toBe('iamproof: `folder.jsonl` cannot be read: it is a folder\n');
    expect(status).toBe(2);
  });

  it('leaves no file behind', () => {
    const { status } = iamproof(['simulate', '--input', 'nowhere.jsonl', '-o', 'none.jsonl']);
    expect(status).toBe(2);
    expect(readdirSync(folder).filter((name) => name.includes('none'))).toEqual([]);
  });
});
