// The figures as a page of markdown: what was measured, each bar with whether it is reached.
import { readFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';

const PEERS = JSON.parse(readFileSync(new URL('./package.json', import.meta.url), 'utf8')).dependencies;

export function report(figures) {
  return `${[
    head(figures),
    decisions(figures),
    ratios(figures),
    growing(figures),
    whole(figures),
    bars(figures),
    METHOD,
  ].join('\n\n')}\n`;
}

function head({ sizes }) {
  const [{ model }] = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  const machine = `${model.trim()}, ${cpus().length} cores, ${memory} GB; Node ${process.versions.node}, ${process.platform}`;
  const peers = Object.entries(PEERS).map(([name, version]) => `${name} ${version}`);
  return `# Performance

Made by \`npm run bench -- --write\` on ${new Date().toISOString().slice(0, 10)}. ${machine}; one core used.
Beside it: ${peers.join(', ')}, and \`JSON.parse\` of the same policies. ${sizes.rounds} rounds in turns; medians, and
in brackets where the middle eight tenths of the samples lie. The machine is shared and noisy: only ratios of 2 and more say anything.`;
}

function table(titles, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [line(titles), line(titles.map((_, index) => (index === 0 ? '---' : '--:'))), ...rows.map(line)].join('\n');
}

/** Microseconds in three digits. */
function micro(nanoseconds) {
  const value = nanoseconds / 1000;
  return value >= 1000 ? Math.round(value).toLocaleString('en-US') : value.toPrecision(3);
}

function cell(one) {
  return one ? `${micro(one.median)} (${micro(one.low)} to ${micro(one.high)})` : '-';
}

const CONTENDERS = ['decide', 'evaluate', 'whole trace', 'iam-simulate', 'cedar', 'JSON.parse'];

function nameOf({ id, varied }) {
  return `${id}, ${varied ? 'varied requests' : 'one request'}`;
}

function decisions({ rows, differences }) {
  const lines = rows.map((row) => [nameOf(row), ...CONTENDERS.map((name) => cell(row.contenders[name]))]);
  const agreement =
    differences.length === 0
      ? 'All contenders gave the same decisions on the requests that were compared.'
      : `The contenders did not agree:\n\n${differences.map((one) => `- ${one}`).join('\n')}`;
  return `## A decision, in microseconds

\`evaluate\` gives the deciding statements with their whole trace, and the keys that nobody gave. The trace of all other
statements is made for whoever looks at it; \`whole trace\` looks at every one. Cedar does not have SCPs, boundaries and variables as IAM has them.

${table(['', ...CONTENDERS], lines)}

${agreement}`;
}

function ratio(row, name, to) {
  return row.contenders[to].median / row.contenders[name].median;
}

function times(value) {
  return `${value >= 10 ? Math.round(value).toLocaleString('en-US') : value.toFixed(1)}x`;
}

function ratios({ rows }) {
  const lines = rows.map((row) => [
    nameOf(row),
    times(ratio(row, 'decide', 'iam-simulate')),
    times(ratio(row, 'evaluate', 'iam-simulate')),
    times(ratio(row, 'whole trace', 'iam-simulate')),
    row.contenders.cedar ? times(ratio(row, 'decide', 'cedar')) : '-',
    times(ratio(row, 'decide', 'JSON.parse')),
  ]);
  const titles = [
    '',
    'decide to iam-simulate',
    'evaluate to iam-simulate',
    'whole trace to iam-simulate',
    'decide to cedar',
    'decide to JSON.parse',
  ];
  return `## How many times faster\n\n${table(titles, lines)}`;
}

function growing({ growth: { sizes, rows } }) {
  const lines = rows.map(({ what, nanoseconds }) => [
    what,
    ...nanoseconds.map(micro),
    nanoseconds
      .slice(1)
      .map((one, index) => (one / nanoseconds[index]).toFixed(2))
      .join(', '),
  ]);
  return `## Policies made to be slow

Microseconds a decision at each size, and the factor from one size to its double: 2 is linear. No pattern is matched by a
regular expression, so none can take exponential time.

${table(['', ...sizes.map(String), 'factors'], lines)}`;
}

function whole({ heap, process: one, whoCan }) {
  const [cold, ...warm] = whoCan.milliseconds;
  const middle = [...warm].sort((a, b) => a - b)[Math.floor(warm.length / 2)];
  const { allowed, conditional, denied } = whoCan.counts;
  const n = (value) => Math.round(value).toLocaleString('en-US');
  return `## Whole

- \`simulate\` on one small document, whole process: ${one.ours.median.toFixed(0)} ms, an empty node ${one.empty.median.toFixed(0)} ms; ratio ${one.ratio.median.toFixed(2)} (${one.ratio.low.toFixed(2)} to ${one.ratio.high.toFixed(2)}).
- Heap growth: ${heap.bytes.toFixed(2)} bytes a decision.
- Who can do one action: ${n(whoCan.pairs)} pairs of principal and resource (${n(allowed)} allowed, ${n(conditional)} conditional, ${n(denied)} denied) in ${n(cold)} ms
  with all policies compiled on the way, ${n(middle)} ms for the next question; at most ${n(whoCan.megabytes)} MB, the environment with its policies included.`;
}

function bars({ rows, heap, process: one, whoCan }) {
  const least = (name) => Math.min(...rows.map((row) => ratio(row, name, 'iam-simulate')));
  const flat = [false, true].map((varied) => {
    const of = (id) => rows.find((row) => row.id === id && row.varied === varied).contenders.decide.median;
    return of('10000 statements') / of('10 statements');
  });
  const [cold, ...warm] = whoCan.milliseconds;
  const lines = [
    ['`decide` to iam-simulate, every row', '500x', times(least('decide')), least('decide') >= 500],
    ['`evaluate` to iam-simulate, every row', '50x', times(least('evaluate')), least('evaluate') >= 50],
    [
      '`evaluate` with the whole trace looked at, every row',
      '50x',
      times(least('whole trace')),
      least('whole trace') >= 50,
    ],
    ['10,000 statements to 10', '2x', times(Math.max(...flat)), Math.max(...flat) <= 2],
    ['`simulate` to an empty process', '1.5x', times(one.ratio.median), one.ratio.median <= 1.5],
    ['heap growth a decision', 'about 0 bytes', `${heap.bytes.toFixed(2)} bytes`, Math.abs(heap.bytes) < 16],
    ['who-can, first question', '1,000 ms', `${Math.round(cold)} ms`, cold < 1000],
    ['who-can, further questions', '1,000 ms', `${Math.round(Math.max(...warm))} ms at most`, Math.max(...warm) < 1000],
    ['who-can, memory', '500 MB', `${Math.round(whoCan.megabytes)} MB`, whoCan.megabytes < 500],
  ];
  const told = lines.map(([what, bar, figure, reached]) => [what, bar, figure, reached ? 'reached' : 'not reached']);
  return `## Bars\n\n${table(['', 'bar', 'measured', ''], told)}`;
}

const METHOD = `## How it is measured

Each sample calls a contender for about 50 ms; the contenders take turns, so that what else the machine does meets all of them. Before
anything is timed the decisions are compared. iam-simulate is AGPL and runs, through its documented \`runSimulation\`, in a
process of its own that times itself. Cedar gets its policies parsed beforehand. The organization of who-can is generated
(\`test/bench/organization.mjs\`): ten accounts, boundaries on a third of the principals, SCPs on two levels, policies on a
third of the buckets, conditions on a tenth of the statements.`;
