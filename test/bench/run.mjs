// npm run bench: everything in one run, side by side. --quick only sees that it runs; --write writes docs/performance.md.
import { spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { catalogFiles, openCatalog } from '../../dist/index.js';
import { growth } from './growth.mjs';
import { startIamSimulate } from './iam-simulate.mjs';
import { sample, summary } from './measure.mjs';
import { oursOn } from './ours.mjs';
import { report } from './report.mjs';
import { benchRows } from './rows.mjs';
import { wholeProcess } from './whole-process.mjs';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const PAGE = fileURLToPath(new URL('../../docs/performance.md', import.meta.url));

const SIZES = {
  full: { rounds: 15, budget: 50, pairs: 21, growing: [100, 200, 400, 800], decisions: 1_000_000, principals: 10_000 },
  quick: { rounds: 2, budget: 2, pairs: 2, growing: [20, 40], decisions: 10_000, principals: 200 },
};

function readOptions() {
  try {
    return parseArgs({ options: { quick: { type: 'boolean' }, write: { type: 'boolean' } } }).values;
  } catch (error) {
    console.error(`bench: ${error.message}`);
    process.exit(2);
  }
}

function installPeers() {
  if (existsSync(`${HERE}node_modules/.package-lock.json`)) return;
  console.error('installing what is measured against ...');
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--silent'], { cwd: HERE, stdio: 'inherit' });
  if (status !== 0) throw new Error('npm ci in test/bench failed');
}

/** The bar for memory is 500 MB: Node takes what it is given. */
const HEAP = '--max-old-space-size=400';

function ownProcess(script, words) {
  const run = spawnSync(process.execPath, ['--expose-gc', HEAP, `${HERE}${script}`, ...words.map(String)], {
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  });
  if (run.status !== 0) throw new Error(`${script}: ${run.stderr}`);
  return JSON.parse(run.stdout);
}

/** What the contenders answer where they do not agree with `decide`; Cedar knows one kind of denial. */
function disagreements(row, ours, others) {
  return Object.entries(others).flatMap(([name, decisions = []]) =>
    decisions.flatMap((decision, index) => {
      const expected = ours[index];
      const agrees = decision === 'denied' ? expected !== 'allowed' : decision === expected;
      return agrees ? [] : [`${row.id}, request ${index}: ${name} says ${decision}, decide says ${expected}`];
    }),
  );
}

async function measureRow(row, varied, { simulate, cedar, sizes }) {
  const ours = oursOn(row);
  const asked = varied ? row.requests : row.requests.slice(0, 1);
  const callers = {
    decide: () => ours.decide(asked),
    evaluate: () => ours.evaluate(asked),
    'whole trace': () => ours['whole trace'](asked),
    'iam-simulate': () => simulate.time(sizes.budget, varied),
    ...(cedar ? { cedar: () => cedar.decide(varied) } : {}),
    'JSON.parse': () => ours['JSON.parse'](),
  };
  const samples = Object.fromEntries(Object.keys(callers).map((name) => [name, []]));
  for (let round = 0; round <= sizes.rounds; round++) {
    for (const [name, make] of Object.entries(callers)) {
      const nanoseconds = name === 'iam-simulate' ? await make() : await sample(make(), sizes.budget);
      // The first round only warms up.
      if (round > 0) samples[name].push(nanoseconds);
    }
  }
  const summaries = Object.entries(samples).map(([name, one]) => [name, summary(one)]);
  return { id: row.id, varied, contenders: Object.fromEntries(summaries) };
}

async function main() {
  const options = readOptions();
  const sizes = options.quick ? SIZES.quick : SIZES.full;
  installPeers();
  const { cedarOn } = await import('./cedar.mjs');
  const catalog = openCatalog(catalogFiles());
  const readOnly = JSON.parse(catalog.managedPolicy('ReadOnlyAccess').text);
  const describes = catalog.expandAction('ec2:Describe*').map(({ id }) => id);
  const simulate = startIamSimulate();
  const rows = [];
  const differences = [];
  for (const row of benchRows(readOnly, describes)) {
    console.error(`${row.id} ...`);
    const cedar = cedarOn(row);
    const theirs = await simulate.load(row, options.quick ? 2 : 20);
    differences.push(...disagreements(row, oursOn(row).decisions, { 'iam-simulate': theirs, cedar: cedar?.decisions }));
    for (const varied of [false, true]) rows.push(await measureRow(row, varied, { simulate, cedar, sizes }));
  }
  simulate.stop();
  console.error('growth, heap, whole process, who-can ...');
  const text = report({
    rows,
    differences,
    sizes,
    growth: { sizes: sizes.growing, rows: await growth(sizes.growing, sizes) },
    heap: ownProcess('heap.mjs', [sizes.decisions]),
    process: wholeProcess(sizes.pairs),
    whoCan: ownProcess('who-can.mjs', [sizes.principals, sizes.principals / 10, options.quick ? 2 : 7]),
  });
  if (options.write) writeFileSync(PAGE, text);
  console.log(text);
  process.exitCode = differences.length > 0 ? 1 : 0;
}

await main();
