// The figures as a page of markdown: what was measured, each bar with whether it is reached.
import { readFileSync } from 'node:fs';
import { barTable, loadWords, machineWords, table, times } from './page.mjs';
import { proofsSection } from './proofs-report.mjs';

const PEERS = JSON.parse(readFileSync(new URL('./package.json', import.meta.url), 'utf8')).dependencies;

export function report(figures) {
  return `${[
    head(figures),
    decisions(figures),
    agreement(figures),
    ratios(figures),
    growing(figures),
    whole(figures),
    policies(figures),
    proofsSection(figures.proofs),
    terminal(figures),
    bars(figures),
    METHOD,
  ].join('\n\n')}\n`;
}

function head({ sizes, quick }) {
  const peers = Object.entries(PEERS).map(([name, version]) => `${name} ${version}`);
  return `# Performance

${quick ? 'A run of `npm run bench -- --quick`, whose figures mean nothing,' : 'Made by `npm run bench -- --write`'} on ${new Date().toISOString().slice(0, 10)}. ${machineWords()}; each contender uses one core.
Beside iamproof: ${peers.join(', ')}, and \`JSON.parse\` of the same policies. ${sizes.rounds} rounds in turns; medians, and
in brackets where the middle eight tenths of the samples lie. The machine is shared and noisy (${loadWords()} in the last
minutes, the benchmark's own about 1): only ratios of 2 and more say anything.`;
}

/** Microseconds in three digits. */
function micro(nanoseconds) {
  const value = nanoseconds / 1000;
  return value >= 1000 ? Math.round(value).toLocaleString('en-US') : value.toPrecision(3);
}

function cell(one) {
  return one ? `${micro(one.median)} (${micro(one.low)} to ${micro(one.high)})` : '-';
}

const CONTENDERS = ['decide', 'evaluate', 'whole trace', 'read and decide', 'iam-simulate', 'cedar', 'JSON.parse'];

function nameOf({ id, varied }) {
  return `${id}, ${varied ? 'varied requests' : 'one request'}`;
}

function decisions({ rows }) {
  const lines = rows.map((row) => [nameOf(row), ...CONTENDERS.map((name) => cell(row.contenders[name]))]);
  return `## A decision, in microseconds

\`decide\` and \`evaluate\` have seen the policies before, iam-simulate reads them each time, Cedar gets them parsed beforehand;
\`read and decide\` is for who asks once: texts in, decision out. \`evaluate\` gives the deciding statements with all that became of
them, and the keys that nobody gave; what became of the others is worked out for whoever looks, and \`whole trace\` looks at
every element of every statement of every layer.

${table(['', ...CONTENDERS], lines)}`;
}

function agreement({ compared, differences, sizes }) {
  const lines = compared.map(({ id, kinds, compared: { simulate, cedar } }) => [
    id,
    ...[kinds.allowed, kinds.implicitDeny, kinds.explicitDeny, simulate, cedar ?? '-'].map(String),
  ]);
  const verdict =
    differences.length === 0
      ? 'Nobody gave another decision than `decide`, the policies made to be slow included.'
      : `**They do not agree:**\n\n${differences.map((one) => `- ${one}`).join('\n')}`;
  return `## The same question, the same answer

Decisions are compared before anything is timed: \`evaluate\` on all of the varied requests, iam-simulate and Cedar on as many as
they answer in ${sizes.within / 1000} s. Cedar has no word for the kind of a denial and no layers that limit others, so one row is a dash; its \`like\` takes
no variables, so there it is handed the folder of the object as a value of its own.

${table(['', 'allowed', 'implicit deny', 'explicit deny', 'compared with iam-simulate', 'with cedar'], lines)}

${verdict}`;
}

function ratio(row, name, to) {
  return row.contenders[to].median / row.contenders[name].median;
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

function factors(nanoseconds) {
  return nanoseconds.slice(1).map((one, index) => one / nanoseconds[index]);
}

/** Over the whole range: single factors are noisy. */
function factorAtDouble(nanoseconds) {
  return (nanoseconds.at(-1) / nanoseconds[0]) ** (1 / (nanoseconds.length - 1));
}

function growing({ growth, sizes: { patience } }) {
  const told = (list) => list.join(', ');
  const lines = growth.map(({ what, sizes, ours, theirs, late }) => [
    what,
    told(sizes.map((size) => size.toLocaleString('en-US'))),
    told(ours.map(micro)),
    told(factors(ours).map((one) => one.toFixed(1))),
    told([...theirs.map(micro), ...(late ? [`over ${patience / 1000} s`] : [])]) || '-',
    told(factors(theirs).map((one) => one.toFixed(1))) || '-',
  ]);
  return `## Policies made to be slow

Microseconds of \`decide\` at each size, and the factor from each size to its double: 2 is linear. No pattern is matched by a
regular expression and only the last star is ever tried again, so a match takes at most pattern times text, which the last line shows
by doubling both. iam-simulate has ${patience / 1000} s for an answer, and is not asked for actions that do not exist.

${table(['what grows', 'sizes', 'decide', 'factors', 'iam-simulate', 'factors'], lines)}`;
}

function whole({ heap, process: one, whoCan }) {
  const [cold, ...warm] = whoCan.milliseconds;
  const middle = [...warm].sort((a, b) => a - b)[Math.floor(warm.length / 2)];
  const { allowed, conditional, denied } = whoCan.counts;
  const n = (value) => Math.round(value).toLocaleString('en-US');
  return `## Whole

- \`simulate\` on one small document, whole process: ${one.ours.median.toFixed(0)} ms, an empty node ${one.empty.median.toFixed(0)} ms; ratio ${one.ratio.median.toFixed(2)} (${one.ratio.low.toFixed(2)} to ${one.ratio.high.toFixed(2)}).
- Heap growth, in bytes a decision: ${heap.known.toFixed(2)} on requests that come again, ${heap.resources.toFixed(2)} where each has a resource and a value never
  seen, ${heap.actions.toFixed(2)} where each has an action never seen.
- Who can do one action: ${n(whoCan.pairs)} pairs of principal and resource (${n(allowed)} allowed, ${n(conditional)} conditional, ${n(denied)} denied) in ${n(cold)} ms
  with all policies compiled on the way, ${n(middle)} ms for the next question; at most ${n(whoCan.megabytes)} MB, the environment with its policies included.`;
}

function policies({ policies: { ratio, policies: count, each } }) {
  return `## Policies of AWS

Linting ${count} managed policies takes ${ratio.median.toFixed(1)} times as long as \`JSON.parse\` of their texts (${ratio.low.toFixed(1)} to ${ratio.high.toFixed(1)}); ${micro(each)} microseconds each.`;
}

function terminal({ terminal: { frames, evaluating, typed, large, policies: count, scenarios, quota } }) {
  const n = (value) => value.toLocaleString('en-US');
  const ms = (value) => (value < 10 ? value.toFixed(1) : value.toFixed(0));
  const keys = ({ median, p95, worst }) =>
    `${ms(median)} ms in the middle, ${ms(p95)} ms at 95 %, ${ms(worst)} ms at worst`;
  const memory = large.megabytes === undefined ? '' : `; at most ${ms(large.megabytes)} MB`;
  return `## Terminal UI

In a real pseudo-terminal of 100x30, until an emulator shows what the key did.

- First frame: ${ms(frames.ours.median)} ms after the process began, an empty node in such a terminal ${ms(frames.empty.median)} ms; ratio ${frames.ratio.median.toFixed(1)} (${frames.ratio.low.toFixed(1)} to ${frames.ratio.high.toFixed(1)}). Its panels are empty; with the files in them ${ms(frames.filled.median)} ms.
- Key to frame while a policy of ${n(quota)} characters changes and is linted and run against ${scenarios} scenarios, over and over (${evaluating.changes} times):
  ${keys(evaluating)}.
- Key to frame while such a policy is typed in: ${keys(typed)}.
- Key to frame in the list of ${n(count)} policies: ${keys(large)}${memory}.`;
}

function bars({ rows, heap, growth, process: one, whoCan, policies: lint, terminal: ui }) {
  const steepest = Math.max(...growth.filter(({ product }) => !product).map(({ ours }) => factorAtDouble(ours)));
  const left = Math.max(...Object.values(heap));
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
    ['steepest growth when one size doubles', 'about 2', steepest.toFixed(1), steepest < 2.5],
    ['heap growth a decision, at most', 'about 0 bytes', `${left.toFixed(2)} bytes`, left < 16],
    ['who-can, first question', '1,000 ms', `${Math.round(cold)} ms`, cold < 1000],
    ['who-can, further questions', '1,000 ms', `${Math.round(Math.max(...warm))} ms at most`, Math.max(...warm) < 1000],
    ['linting to `JSON.parse`', '10x', times(lint.ratio.median), lint.ratio.median <= 10],
    ['first frame to an empty node', '3x', times(ui.frames.ratio.median), ui.frames.ratio.median <= 3],
    ['key to frame while typing, 95 %', '16 ms', `${ui.typed.p95.toFixed(0)} ms`, ui.typed.p95 <= 16],
    ['key to frame while evaluating, 95 %', '16 ms', `${ui.evaluating.p95.toFixed(0)} ms`, ui.evaluating.p95 <= 16],
    ['key to frame in a large workspace, 95 %', '16 ms', `${ui.large.p95.toFixed(0)} ms`, ui.large.p95 <= 16],
    ['who-can, memory', '500 MB', `${Math.round(whoCan.megabytes)} MB`, whoCan.megabytes < 500],
  ];
  return `## Bars\n\n${barTable(lines)}`;
}

const METHOD = `## How it is measured

Each sample calls a contender for about 50 ms and the first round is thrown away. The built library is measured, as it ships. One
request is the same object again and again; varied requests are 400 prepared beforehand, which differ in action, resource and context.
iam-simulate is AGPL and runs, through its documented \`runSimulation\`, in a process of its own that times itself.
\`simulate\` and an empty \`node -e 0\` run in turns, and the ratio is of each pair. The organization of who-can is generated
(\`test/bench/organization.mjs\`): ten accounts, boundaries on a third of the principals, SCPs on two levels, policies on a
third of the buckets, conditions on a tenth of the statements; its process runs with \`--max-old-space-size=400\`.`;
