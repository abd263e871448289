// The terminal UI in a real pseudo-terminal: its first frame beside an empty node, the time from a key to its frame while every
// change of a large policy is evaluated, and in a large workspace. Prints the figures as JSON. Words: pairs, keys, policies.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { spawn } from '@lydell/node-pty';
import xterm from '@xterm/headless';
import { summary } from './measure.mjs';

const PROGRAM = fileURLToPath(new URL('../../dist/bin.cjs', import.meta.url));
const [pairs, keys, policies] = process.argv.slice(2).map(Number);
/** Of a managed policy, spaces not counted. */
const QUOTA = 6_144;
const SCENARIOS = 200;

const folder = mkdtempSync(join(tmpdir(), 'iamproof-bench-'));

function write(path, content) {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content, undefined, 2));
}

function statement(index, sid = `Bucket${index}`) {
  return {
    Sid: sid,
    Effect: 'Allow',
    Action: ['s3:GetObject', 's3:GetObjectTagging'],
    Resource: `arn:aws:s3:::bucket-${index}/*`,
  };
}

/** As many statements as the quota takes. */
function largePolicy() {
  const all = { Version: '2012-10-17', Statement: [] };
  for (let index = 0; ; index++) {
    const more = { ...all, Statement: [...all.Statement, statement(index)] };
    if (JSON.stringify(more).length > QUOTA) return all;
    all.Statement = more.Statement;
  }
}

const LARGE = 'large/policies/identity/large.json';

function writeProjects() {
  write(LARGE, largePolicy());
  write('large/scenarios/large.environment.yaml', environment('policies/identity/large.json'));
  const scenarios = Array.from({ length: SCENARIOS }, (_, index) => ({
    ...{ name: `object ${index}`, principal: 'user/reader', action: 's3:GetObject' },
    ...{ resource: `arn:aws:s3:::bucket-${index % 40}/key-${index}`, expect: 'allowed' },
  }));
  write('large/scenarios/large.scenario.yaml', JSON.stringify({ environment: './large.environment.yaml', scenarios }));
  for (let index = 0; index < policies; index++) {
    const name = String(index).padStart(5, '0');
    write(`many/policies/identity/p${name}.json`, { Version: '2012-10-17', Statement: [statement(index)] });
  }
}

function environment(policy) {
  return JSON.stringify({ accounts: { 111122223333: { users: { reader: { policies: [policy] } } } } });
}

const [COLUMNS, ROWS] = [100, 30];

function open(words, cwd) {
  const terminal = new xterm.Terminal({ cols: COLUMNS, rows: ROWS, allowProposedApi: true });
  const start = process.hrtime.bigint();
  const program = spawn(process.execPath, words, {
    ...{ cols: COLUMNS, rows: ROWS, cwd: join(folder, cwd) },
    env: { PATH: process.env.PATH, HOME: folder, TERM: 'xterm-256color', IAMPROOF_CATALOG: 'bundled' },
  });
  let check = () => {};
  program.onData((data) => terminal.write(data, () => check()));
  const since = () => Number(process.hrtime.bigint() - start) / 1e6;
  const lines = () =>
    Array.from({ length: ROWS }, (_, y) => terminal.buffer.active.getLine(y)?.translateToString(true) ?? '');
  return {
    program,
    since,
    lines,
    exited: new Promise((resolve) => {
      program.onExit(() => resolve(since()));
    }),
    /** @param holds of the lines of the screen */
    until: (holds) =>
      new Promise((resolve, reject) => {
        const timer = setTimeout(() => reject(new Error(`it was never shown:\n${lines().join('\n')}`)), 60_000);
        check = () => {
          if (!holds(lines())) return;
          clearTimeout(timer);
          check = () => {};
          resolve();
        };
        check();
      }),
  };
}

function shown(text) {
  return (lines) => lines.some((line) => line.includes(text));
}

/** From the start of the process to the frame with its panels; the empty node in a terminal of its own, in turns. */
async function firstFrames() {
  const runs = [];
  for (let round = 0; round <= pairs; round++) {
    const empty = await open(['-e', '0'], 'large').exited;
    const session = open([PROGRAM], 'large');
    await session.until(shown('[1] Files'));
    const ours = session.since();
    await session.until(shown('large.json'));
    const filled = session.since();
    session.program.kill();
    await session.exited;
    if (round > 0) runs.push({ empty, ours, filled, ratio: ours / empty });
  }
  const of = (name) => summary(runs.map((run) => run[name]));
  return { empty: of('empty'), ours: of('ours'), filled: of('filled'), ratio: of('ratio') };
}

/** Milliseconds from a key to the screen that shows what it did: one at a time, as a person presses them. */
async function timed(session, press) {
  const taken = [];
  for (let index = 0; index < keys; index++) {
    const { key, holds } = press(index);
    const start = process.hrtime.bigint();
    session.program.write(key);
    await session.until(holds);
    taken.push(Number(process.hrtime.bigint() - start) / 1e6);
    await new Promise((done) => setTimeout(done, 20));
  }
  const sorted = taken.sort((a, b) => a - b);
  const at = (part) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))];
  return { median: at(0.5), p95: at(0.95), worst: at(1) };
}

/** Lines of the open file up and down, while another program changes it: it is read, linted and run against the scenarios each time. */
async function whileEvaluating() {
  const session = open([PROGRAM], 'large');
  await session.until(shown('scenarios pass'));
  session.program.write('j\r');
  await session.until(shown('E $EDITOR  tab'));
  const path = join(folder, LARGE);
  const original = readFileSync(path, 'utf8');
  let changes = 0;
  const timer = setInterval(() => {
    changes += 1;
    writeFileSync(path, original.replace('Bucket0"', `Bucket0${'x'.repeat(changes % 9)}"`));
  }, 250);
  const taken = await timed(session, (index) => {
    const down = index % 20 < 10;
    const line = 1 + (down ? (index % 20) + 1 : 19 - (index % 20));
    return { key: down ? 'j' : 'k', holds: (lines) => lines[1].endsWith(`─ ${line} ┐`) };
  });
  clearInterval(timer);
  session.program.kill();
  await session.exited;
  return { ...taken, changes };
}

/** Letters typed into a policy of that size, which is read, linted and run against the scenarios whenever the person pauses. */
async function typing() {
  const session = open([PROGRAM], 'large');
  await session.until(shown('scenarios pass'));
  session.program.write('j\re');
  await session.until(shown('editing  1:1'));
  // To the Sid of the first statement, which takes any letter.
  session.program.write('\u001b[B\u001b[B\u001b[B\u001b[B\u001b[F\u001b[D\u001b[D');
  await session.until(shown('editing  5:'));
  const before = Number(/editing {2}5:(\d+)/.exec(session.lines()[1])[1]);
  const taken = await timed(session, (index) => {
    const isBack = index % 2 === 1;
    return {
      key: isBack ? '\u007f' : 'x',
      holds: (lines) => lines[1].includes(`editing  5:${before + (isBack ? 0 : 1)} `),
    };
  });
  session.program.kill();
  await session.exited;
  return taken;
}

/** Entries of the list of files up and down. */
async function scrolling() {
  const session = open([PROGRAM], 'many');
  await session.until((lines) => lines[1].includes(` ${policies} ┐`));
  await session.until((lines) => !shown('working')(lines));
  session.program.write('\r');
  await session.until(shown('▸ identity'));
  session.program.write(' ');
  await session.until(shown('▾ identity'));
  const last = String(policies - 1).padStart(5, '0');
  session.program.write('G');
  await session.until(shown(`[2] policies/identity/p${last}.json`));
  const taken = await timed(session, (index) => {
    const down = index % 20 >= 10;
    const back = down ? 19 - (index % 20) : (index % 20) + 1;
    const name = String(policies - 1 - back).padStart(5, '0');
    return { key: down ? 'j' : 'k', holds: shown(`[2] policies/identity/p${name}.json`) };
  });
  const megabytes = memoryOf(session.program.pid);
  session.program.kill();
  await session.exited;
  return { ...taken, megabytes };
}

/** The most that the process held; Linux tells it. */
function memoryOf(pid) {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1024;
  } catch {
    return undefined;
  }
}

try {
  writeProjects();
  const frames = await firstFrames();
  const evaluating = await whileEvaluating();
  const typed = await typing();
  const large = await scrolling();
  console.log(JSON.stringify({ frames, evaluating, typed, large, policies, scenarios: SCENARIOS, quota: QUOTA }));
} finally {
  rmSync(folder, { recursive: true });
}
process.exit();
