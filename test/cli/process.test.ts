/** The real program as a process: pipes, colours, exit codes. Built once before the tests. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const bin = join(root, 'dist/bin.cjs');
const folder = mkdtempSync(join(tmpdir(), 'iamproof-'));

function iamproof(
  words: readonly string[],
  options: { input?: string; env?: Record<string, string>; cwd?: string } = {},
) {
  const { input, env = {}, cwd = folder } = options;
  const { NO_COLOR: _, FORCE_COLOR: __, ...rest } = process.env;
  return spawnSync(process.execPath, [bin, ...words], {
    cwd,
    input: input ?? '',
    env: { ...rest, ...env },
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
}

beforeAll(() => {
  if (!existsSync(bin)) spawnSync(process.execPath, ['scripts/build.mjs'], { cwd: root, stdio: 'inherit' });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the built program', () => {
  it('sets up a project that verifies', () => {
    expect(iamproof(['init']).status).toBe(0);
    const { status, stdout } = iamproof(['verify']);
    expect(stdout).toMatch(/verified: 4 of 4 cases as expected, nothing found in the policies\n$/);
    expect(status).toBe(0);
  });

  it('verifies the course lab, from a folder below the root too', () => {
    const { status, stdout } = iamproof(['verify'], { cwd: join(root, 'policies') });
    expect(stdout).toMatch(
      /verified: \d{3} of \d{3} cases as expected, (\d+) of \1 invariants proved, nothing found in the policies\n$/,
    );
    expect(status).toBe(0);
  });

  it('says what is wrong with the broken documents of the lab, though the project leaves them out', () => {
    const { status, stdout } = iamproof(['lint', 'policies/broken', '--format', 'compact'], { cwd: root });
    expect(status).toBe(1);
    expect(stdout).toMatchSnapshot();
  });

  it('writes all of a large result to a pipe', () => {
    const line =
      '{"policies":{},"request":{"principal":"anonymous","action":"s3:GetObject","resource":"arn:aws:s3:::b/k"}}\n';
    writeFileSync(join(folder, 'many.jsonl'), line.repeat(30_000));
    const { stdout, status } = iamproof(['simulate', '--input', 'many.jsonl', '--format', 'jsonl']);
    expect(status).toBe(0);
    expect(stdout.split('\n')).toHaveLength(30_001);
  });

  it('ends quietly when its reader has seen enough', () => {
    const { stdout, stderr } = spawnSync(
      'sh',
      ['-c', `"${process.execPath}" "${bin}" catalog action '*' | head -n 1`],
      { encoding: 'utf8' },
    );
    expect(stdout).toMatch(/stands for \d+ actions/);
    expect(stderr).toBe('');
  });

  it('colours on request, and not where NO_COLOR stands', () => {
    expect(iamproof(['verify', '--color', 'always']).stdout).toContain('\u001b[');
    expect(iamproof(['verify'], { env: { FORCE_COLOR: '1' } }).stdout).toContain('\u001b[');
    expect(iamproof(['verify'], { env: { FORCE_COLOR: '1', NO_COLOR: '1' } }).stdout).not.toContain('\u001b[');
    expect(iamproof(['verify']).stdout).not.toContain('\u001b[');
  });

  it('says what is wrong in one line, without a stack trace', () => {
    const { status, stderr } = iamproof(['test', 'nothing/**']);
    expect(status).toBe(2);
    expect(stderr).toBe('iamproof: no file fits nothing/**; patterns start at the project root\n');
  });

  it('rewrites a policy whole or not at all', () => {
    writeFileSync(
      join(folder, 'loose.json'),
      '{"Statement":{"Effect":"Allow","Action":["s3:*"],"Resource":"*"},"Version":"2012-10-17"}',
    );
    expect(iamproof(['fmt', 'loose.json']).status).toBe(0);
    expect(iamproof(['fmt', '--check', 'loose.json']).status).toBe(0);
    writeFileSync(join(folder, 'half.json'), '{"Version":');
    expect(iamproof(['fmt', 'half.json']).status).toBe(2);
  });

  it('writes its result to the file of -o', () => {
    expect(iamproof(['schema', 'config', '-o', 'config.schema.json']).stdout).toBe('');
    expect(existsSync(join(folder, 'config.schema.json'))).toBe(true);
  });
});
