// The section on proofs: it can be measured and written by itself, so it says of itself when and where.
import { barTable, loadWords, machineWords, table, times } from './page.mjs';

const PROOFS = {
  random: 'two policies far apart in the alphabet',
  stacks: 'two such, each under a boundary, two SCPs and a resource-based policy',
  minusOne: 'a policy and itself without one statement, both ways',
};

function ms(nanoseconds) {
  const value = nanoseconds / 1e6;
  return value >= 100 ? Math.round(value).toLocaleString('en-US') : value.toPrecision(2);
}

function countOf({ kinds }) {
  return kinds.proved + kinds.counterexample + kinds.unknown;
}

export function proofsSection({ policies, prove, megabytes, lab }) {
  const lines = Object.entries(PROOFS).map(([name, what]) => {
    const { kinds, median, p99, worst } = prove[name];
    return [what, ...[kinds.proved, kinds.counterexample, kinds.unknown].map(String), ...[median, p99, worst].map(ms)];
  });
  const questions = Object.values(prove).reduce((sum, one) => sum + countOf(one), 0);
  const labLines = lab.map(({ what, ours, ratio }) => [
    what,
    Math.round(ours.median).toLocaleString('en-US'),
    times(ratio.median),
  ]);
  return `## Proofs

Measured on ${new Date().toISOString().slice(0, 10)}, ${loadWords()} in the last minutes of the run. ${machineWords()}.

Over all requests, on ${policies} managed policies of AWS, in milliseconds. The policies are compiled: something else was asked of each
before. Each of the ${questions.toLocaleString('en-US')} questions is asked once, and each counterexample was confirmed by the evaluator.

${table(['does one allow what the other does not?', 'proved', 'counterexample', 'unknown', 'median', '99 %', 'worst'], lines)}

The course lab (\`policies\`, \`scenarios\`), as whole processes in turns with an empty node: everybody in it, all actions, all policies together.

${table(['', 'milliseconds', 'to an empty node'], labLines)}

${barTable(bars(prove, megabytes))}`;
}

function bars({ random, stacks, minusOne }, megabytes) {
  const bar = (what, limit, nanoseconds) => [what, `${limit} ms`, `${ms(nanoseconds)} ms`, nanoseconds <= limit * 1e6];
  // 6 of 7,411.
  const perTenThousand = (10_000 * minusOne.kinds.unknown) / countOf(minusOne);
  return [
    bar('policies far apart, median', 0.5, random.median),
    bar('policies far apart, 99 %', 20, random.p99),
    bar('without one statement, 99 %', 150, minusOne.p99),
    bar('without one statement, worst', 600, minusOne.worst),
    bar('whole stacks, median', 5, stacks.median),
    bar('whole stacks, 99 %', 200, stacks.p99),
    [
      'whole stacks to policies, median',
      '10x',
      times(stacks.median / random.median),
      stacks.median <= 10 * random.median,
    ],
    ['unknown, of ten thousand', '8.1', perTenThousand.toFixed(1), perTenThousand <= 8.1],
    ['memory', '300 MB', `${Math.round(megabytes)} MB`, megabytes < 300],
  ];
}
