// npm run bench: everything in one run, side by side. --quick only sees that it runs; --write writes docs/performance.md;
// --proofs measures proofs alone, and then only their section is written.
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { catalogFiles, openCatalog } from '../../dist/index.js';
import { compareRow } from './compare.mjs';
import { growth } from './growth.mjs';
import { startIamSimulate } from './iam-simulate.mjs';
import { lab } from './lab.mjs';
import { sample, summary } from './measure.mjs';
import { oursOn } from './ours.mjs';
import { installPeers } from './peers.mjs';
import { proofsSection } from './proofs-report.mjs';
import { report } from './report.mjs';
import { benchRows } from './rows.mjs';
import { wholeProcess } from './whole-process.mjs';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const PAGE = fileURLToPath(new URL('../../docs/performance.md', import.meta.url));

/** `budget`: milliseconds of a sample; `within`, `patience`: what iam-simulate has for comparing a row, for growing. */
const SIZES = {
  full: {
    ...{ rounds: 15, budget: 50, within: 3_000 },
    ...{ growthRounds: 5, doublings: 3, shrink: 1, patience: 5_000 },
    ...{ pairs: 21, decisions: 1_000_000, principals: 10_000, questions: 7, policies: 400 },
    ...{ proofs: 250, keys: 300, workspace: 5_000 },
    lab: { questions: 4, rounds: 3 },
  },
  quick: {
    ...{ rounds: 2, budget: 2, within: 400 },
    ...{ growthRounds: 1, doublings: 1, shrink: 20, patience: 2_000 },
    ...{ pairs: 2, decisions: 10_000, principals: 200, questions: 2, policies: 10 },
    ...{ proofs: 5, keys: 10, workspace: 50 },
    lab: { questions: 2, rounds: 1 },
  },
};

function tell(text) {
  console.error(`${text} ...`);
}

function readOptions() {
  try {
    const boolean = { type: 'boolean' };
    const { values } = parseArgs({ options: { quick: boolean, write: boolean, proofs: boolean } });
    if (values.quick && values.write) throw new Error('--quick makes no figures worth writing down');
    return values;
  } catch (error) {
    console.error(`bench: ${error.message}`);
    process.exit(2);
  }
}

/** The bar for memory is 500 MB: Node takes what it is given. */
const HEAP = '--max-old-space-size=400';

function ownProcess(script, words) {
  tell(script);
  const run = spawnSync(process.execPath, ['--expose-gc', HEAP, `${HERE}${script}`, ...words.map(String)], {
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  });
  if (run.status !== 0) throw new Error(`${script}: ${run.stderr}`);
  return JSON.parse(run.stdout);
}

const CALLED = ['decide', 'evaluate', 'whole trace', 'read and decide', 'JSON.parse'];

/** The contenders take turns: what else the machine does meets all of them. */
async function measureRow(row, varied, { ours, cedar, simulate, sizes }) {
  const asked = varied ? row.requests : row.requests.slice(0, 1);
  const calls = Object.fromEntries(CALLED.map((name) => [name, ours[name](asked)]));
  if (cedar) calls.cedar = cedar.decide(varied);
  const samples = Object.fromEntries([...Object.keys(calls), 'iam-simulate'].map((name) => [name, []]));
  for (let round = 0; round <= sizes.rounds; round++) {
    for (const [name, taken] of Object.entries(samples)) {
      const nanoseconds = await (calls[name] ? sample(calls[name], sizes.budget) : simulate.time(sizes.budget, varied));
      if (nanoseconds === undefined) throw new Error(`iam-simulate gives no answer on ${row.id}`);
      // The first round only warms up.
      if (round > 0) taken.push(nanoseconds);
    }
  }
  const summaries = Object.entries(samples).map(([name, taken]) => [name, summary(taken)]);
  return { id: row.id, varied, contenders: Object.fromEntries(summaries) };
}

async function decisions(sizes) {
  const { cedarOn } = await import('./cedar.mjs');
  const catalog = openCatalog(catalogFiles());
  const readOnly = JSON.parse(catalog.managedPolicy('ReadOnlyAccess').text);
  const describes = catalog.expandAction('ec2:Describe*').map(({ id }) => id);
  const simulate = startIamSimulate();
  try {
    const lanes = benchRows(readOnly, describes).map((row) => ({ row, ours: oursOn(row), cedar: cedarOn(row) }));
    const compared = [];
    tell('comparing decisions');
    for (const { row, ...lane } of lanes) {
      compared.push({ id: row.id, ...(await compareRow(row, { ...lane, simulate, within: sizes.within })) });
    }
    const rows = [];
    for (const { row, ...lane } of lanes) {
      tell(row.id);
      await simulate.load(row);
      for (const varied of [false, true]) rows.push(await measureRow(row, varied, { ...lane, simulate, sizes }));
    }
    return { rows, compared };
  } finally {
    simulate.stop();
  }
}

function proofs(sizes) {
  const figures = ownProcess('proofs.mjs', [sizes.proofs]);
  tell('the lab');
  return { ...figures, lab: lab(sizes.lab) };
}

/** From its title to the next one. */
const SECTION = /^## Proofs$[\s\S]*?(?=\n+^## )/m;

function proofsAlone({ write }, sizes) {
  const text = proofsSection(proofs(sizes));
  console.log(text);
  if (!write) return;
  const page = readFileSync(PAGE, 'utf8');
  if (!SECTION.test(page)) throw new Error('docs/performance.md has no section on proofs; write all of it');
  writeFileSync(
    PAGE,
    page.replace(SECTION, () => text),
  );
}

async function main() {
  const options = readOptions();
  const sizes = options.quick ? SIZES.quick : SIZES.full;
  if (options.proofs) {
    proofsAlone(options, sizes);
    return 0;
  }
  installPeers();
  const { rows, compared } = await decisions(sizes);
  const grown = await growth(sizes, tell);
  const differences = [...compared.flatMap((row) => row.differences), ...grown.differences];
  const heap = ownProcess('heap.mjs', [sizes.decisions]);
  const whoCan = ownProcess('who-can.mjs', [sizes.principals, sizes.principals / 10, sizes.questions]);
  const policies = ownProcess('policies.mjs', [sizes.policies, sizes.rounds]);
  const terminal = ownProcess('terminal.mjs', [sizes.pairs, sizes.keys, sizes.workspace]);
  tell('whole processes');
  const text = report({
    proofs: proofs(sizes),
    ...{ quick: options.quick, rows, compared, differences, sizes, heap, whoCan, policies, terminal },
    growth: grown.rows,
    process: wholeProcess(sizes.pairs),
  });
  if (options.write) writeFileSync(PAGE, text);
  console.log(text);
  for (const difference of differences) console.error(`bench: ${difference}`);
  return differences.length > 0 ? 1 : 0;
}

process.exitCode = await main().catch((error) => {
  console.error(`bench: ${error.stack}`);
  return 2;
});
