/** Journeys of a person through the built program in a real pseudo-terminal. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { buildOnce, openSession, PROGRAM, type Session, type SessionOptions } from './terminal-session.ts';

const PROJECT = fileURLToPath(new URL('../cases/tui/project', import.meta.url));
const WRITER = 'policies/identity/writer.json';
const ESC = '\u001b';

const folders: string[] = [];
const sessions: Session[] = [];

beforeAll(buildOnce);
afterEach(() => {
  for (const session of sessions.splice(0)) session.end();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'iamproof-tui-'));
  folders.push(folder);
  return folder;
}

/** A copy of the project of the tests, and the program in it. */
function open(options: Partial<SessionOptions> = {}): Session & { readonly folder: string } {
  const folder = options.folder ?? newFolder();
  if (options.folder === undefined) cpSync(PROJECT, folder, { recursive: true });
  const session = openSession({ ...options, folder });
  sessions.push(session);
  return { ...session, folder };
}

it('an empty folder becomes the lab, whose scenarios all pass', async () => {
  const session = open({ folder: newFolder() });
  await session.sees('write the course lab');
  session.write('l');
  await session.sees('wrote', 'abac-start-stop.json', '24 of 24 scenarios');
  session.write('q');
  expect(await session.exited).toBe(0);
  expect(session.isClean()).toBe(true);
});

it('a broken policy is mended in the editor of the person, and its scenario turns green', async () => {
  const session = open({ env: { EDITOR: "sed -i 's/PutObjet/PutObject/'" } });
  await session.sees('1 of 4 scenarios fail');
  session.write('jjj');
  await session.sees('there is no action `s3:PutObjet`', '0 of 1 scenarios');
  session.write('E');
  await session.sees('4 scenarios pass', '1 of 1 scenarios', 'nothing found');
  expect(readFileSync(join(session.folder, WRITER), 'utf8')).toContain('s3:PutObject');
});

it('a broken policy is mended where it is shown, and its scenario turns green before anything is saved', async () => {
  const session = open();
  await session.sees('1 of 4 scenarios fail');
  session.write('jjje\u001b[19~');
  await session.sees('editing  7:');
  session.write(`${'\u001b[1;5C'.repeat(4)}\u001b[Dc`);
  await session.sees('"s3:PutObject"', '4 scenarios pass', '1 of 1 scenarios', 'not saved');
  expect(readFileSync(join(session.folder, WRITER), 'utf8')).toContain('PutObjet');
  session.write('\u0013');
  await session.sees('saved policies/identity/writer.json');
  expect(readFileSync(join(session.folder, WRITER), 'utf8')).toContain('s3:PutObject');
});

it('ctrl-z gives the terminal to the shell, and fg brings the screen back', async () => {
  const session = open({ shell: true });
  await session.sees('$ ');
  session.write(`${JSON.stringify(process.execPath)} ${JSON.stringify(PROGRAM)}\r`);
  await session.sees('1 of 4 scenarios fail');
  session.write('\u001a');
  await session.sees('Stopped');
  expect(session.isClean()).toBe(true);
  session.write('echo $((20 + 22))\r');
  await session.sees('42');
  session.write('fg\r');
  await session.sees('[1] Files', '1 of 4 scenarios fail');
  session.write('jjj');
  await session.sees('[2] policies/identity/writer.json');
  session.write('q');
  await session.lacks('[1] Files');
  expect(session.isClean()).toBe(true);
});

it('what another program saves is noticed', async () => {
  const session = open();
  await session.sees('1 of 4 scenarios fail');
  const path = join(session.folder, WRITER);
  writeFileSync(path, readFileSync(path, 'utf8').replace('PutObjet', 'PutObject'));
  await session.sees('4 scenarios pass');
});

it('a request is built with completion and its decision followed to the line that made it', async () => {
  const session = open();
  await session.sees('1 of 4 scenarios fail');
  session.write('2');
  await session.sees('[2 Request]');
  session.write('n\r');
  await session.sees('tab takes');
  session.write('user/ben\r');
  await session.sees('choose an');
  session.write('jj\r');
  await session.sees('tab takes');
  session.write('s3:putobj');
  await session.sees('s3:PutObjectAcl');
  session.write('\t\rj\r');
  await session.sees('tab takes');
  session.write('\u0015\t');
  await session.sees('arn:aws:s3:::team-logs/');
  session.write('reports/a.csv\r');
  await session.sees('IMPLICIT DENY', 'reports/a.csv');
  session.write('3');
  await session.sees('[3 Decision]', 'WriteReports', '✗ `s3:PutObjet`');
  session.write('\r\r');
  await session.sees('[1 Policies]', 'WriteReports', 'there is no action');
});

it('what if: a layer is switched off and a change that would allow it is tried', async () => {
  const session = open();
  await session.sees('1 of 4 scenarios fail');
  session.write('2\reurope\r');
  await session.sees('EXPLICIT DENY');
  session.write('3');
  await session.sees('[3 Decision]', 'Deny statements');
  session.write('ll ');
  await session.sees('What if: ✓ ALLOWED', 'no scp policies');
  session.write('w');
  await session.sees('✗ EXPLICIT DENY');
  session.write(`${ESC}[Z\r`);
  await session.sees('What if: ✓ ALLOWED', '● send aws:RequestedRegion=eu-west-1');
});

it('the window grows and shrinks: one panel at a time, too small, and back', async () => {
  const session = open();
  await session.sees('[1] Files', '[2] policies');
  session.resize(70, 20);
  await session.lacks('[2] policies');
  session.resize(40, 10);
  await session.sees('iamproof needs 60 columns');
  session.resize(120, 40);
  await session.sees('[1] Files', '[2] policies', '[4] Verdict', 'q quit');
});

it('keys that come faster than frames all count, and a paste is one text', async () => {
  const session = open();
  await session.sees('1 of 4 scenarios fail');
  session.write('jjj/');
  await session.sees('writer.json', 'filter:');
  session.write(`${ESC}[200~scp${ESC}[201~`);
  await session.sees('filter: scp', 'regions.json');
});

it('a crash leaves the terminal as it was, and says what happened', async () => {
  const folder = newFolder();
  const bomb = join(folder, 'bomb.cjs');
  writeFileSync(bomb, "process.on('SIGUSR2', () => { throw new Error('boom') });");
  const session = open({ env: { NODE_OPTIONS: `--require ${bomb}` } });
  await session.sees('1 of 4 scenarios fail');
  session.signal('SIGUSR2');
  expect(await session.exited).toBe(2);
  expect(session.isClean()).toBe(true);
  expect(session.screen()).toContain('this is a bug: Error: boom');
});

it.each([
  ['SIGTERM', 143],
  ['SIGHUP', 129],
])('%s leaves the terminal as it was', async (name, code) => {
  const session = open();
  await session.sees('1 of 4 scenarios fail');
  session.signal(name);
  expect(await session.exited).toBe(code);
  expect(session.isClean()).toBe(true);
});

it('leaving with unsaved changes asks first, and discards or saves as it is told', async () => {
  const session = open();
  await session.sees('1 of 4 scenarios fail');
  const file = join(session.folder, 'scenarios/team.scenario.yaml');
  const before = readFileSync(file, 'utf8');
  session.write('2s');
  await session.sees('name of the scenario');
  session.write('saved or not\r');
  await session.sees('added to scenarios/team.scenario.yaml');
  session.write('q');
  await session.sees('a file is not saved');
  session.write(ESC);
  await session.lacks('a file is not saved');
  expect(readFileSync(file, 'utf8')).toBe(before);
  session.write('q');
  await session.sees('save and quit');
  session.write('s');
  expect(await session.exited).toBe(0);
  expect(session.isClean()).toBe(true);
  expect(readFileSync(file, 'utf8')).toContain('saved or not');
});

it('it works the same where CI is set', async () => {
  const session = open({ env: { CI: 'true' } });
  await session.sees('1 of 4 scenarios fail', '[4] Verdict');
  session.write('3');
  await session.sees('[3 Decision]');
});

it('NO_COLOR has no colours written, --ascii nothing beyond ASCII', async () => {
  const session = open({ env: { NO_COLOR: '1' }, words: ['tui', '--ascii'] });
  await session.sees('1 of 4 scenarios fail', '+- [1] Files');
  session.write('3');
  await session.sees('IMPLICIT DENY');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the codes are what is looked for
  expect(session.raw()).not.toMatch(/\u001b\[(?:\d+;)*[349]\dm/);
  expect(session.screen()).toMatch(/^[\n -~]*$/);
});

it('without a terminal it says so in one line and exits with 2', () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [PROGRAM, 'tui'], { cwd: PROJECT, encoding: 'utf8' });
  expect(status).toBe(2);
  expect(stdout).toBe('');
  expect(stderr.trim().split('\n')).toHaveLength(1);
  expect(stderr).toContain('needs a terminal');
});
