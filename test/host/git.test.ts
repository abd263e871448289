/** What changed, as git says it of a repository made for the purpose. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { changedFiles, filesAt } from '../../src/host/git.ts';

const folder = mkdtempSync(join(tmpdir(), 'iamproof-git-'));
const outside = mkdtempSync(join(tmpdir(), 'iamproof-outside-'));
afterAll(() => {
  for (const one of [folder, outside]) rmSync(one, { recursive: true, force: true });
});

function git(...words: readonly string[]) {
  const names = ['-c', 'user.name=a', '-c', 'user.email=a@example.com', '-c', 'commit.gpgsign=false'];
  const { status, stderr } = spawnSync('git', [...names, ...words], { cwd: folder, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
}

function write(name: string, text: string) {
  mkdirSync(join(folder, name, '..'), { recursive: true });
  writeFileSync(join(folder, name), text);
}

git('init', '-q', '-b', 'main');
for (const name of ['infra/same.json', 'infra/edited.json', 'infra/gone.json', 'other.json', '.gitignore'])
  write(name, '1');
write('.gitignore', '*.log\n');
git('add', '.');
git('commit', '-qm', 'one');
git('checkout', '-qb', 'work');
write('infra/edited.json', '2');
write('infra/a "b"\n😀.json', '2');
git('add', '.');
git('commit', '-qm', 'two');
git('checkout', '-q', 'main');
write('infra/same.json', 'changed on main alone');
git('commit', '-qam', 'three');
git('checkout', '-q', 'work');
rmSync(join(folder, 'infra/gone.json'));
write('infra/new.json', '3');
write('infra/debug.log', '3');
write('other.json', '3');

it('names what the branch and the work tree changed, and what is new, below the folder', () => {
  expect(changedFiles(join(folder, 'infra'), 'main')).toEqual({ files: ['a "b"\n😀.json', 'edited.json', 'new.json'] });
  expect(changedFiles(folder, 'main')).toMatchObject({
    files: expect.arrayContaining(['infra/new.json', 'other.json']),
  });
});

it('reads the files below the folder as they are at a ref', () => {
  const at = filesAt(join(folder, 'infra'), 'work');
  const texts = { 'a "b"\n😀.json': '2', 'edited.json': '2', 'gone.json': '1', 'same.json': '1' };
  expect('files' in at && Object.fromEntries(at.files)).toEqual(texts);
  expect(filesAt(folder, 'nowhere')).toEqual({ problem: expect.stringContaining('nowhere') });
});

it('says what git says where it cannot tell', () => {
  expect(changedFiles(folder, 'nowhere')).toEqual({ problem: expect.stringContaining('nowhere') });
  expect(changedFiles(join(folder, 'infra', 'missing'), 'main')).toEqual({ problem: expect.any(String) });
  expect(changedFiles(outside, 'main')).toEqual({ problem: expect.stringContaining('not a git repository') });
  git('checkout', '-q', '--orphan', 'apart');
  git('commit', '-qm', 'apart');
  expect(changedFiles(folder, 'main')).toEqual({ problem: expect.stringContaining('in common') });
});
