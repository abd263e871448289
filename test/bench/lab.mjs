// What questions about the whole course lab cost, each a process of its own beside an empty node, in turns.
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { summary } from './measure.mjs';
import { nodeProcess, PROGRAM } from './whole-process.mjs';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const LAB = 'scenarios/course.environment.yaml';

function compared(what, file, change, relation) {
  return { what, file, change, words: (changed) => ['compare', LAB, changed, '--format', 'json'], relation };
}

/** What is asked; `change` is made to a policy of the lab's, and `relation` is what must come of it. */
const QUESTIONS = [
  compared(
    '`compare`, a user policy says more',
    'policies/identity/read-course-data.json',
    (statements) => statements.map((one) => ({ ...one, Action: [one.Action, 's3:DeleteObject'].flat() })),
    'more',
  ),
  { what: '`prove`', words: () => ['prove'] },
  { what: '`verify`', words: () => ['verify', '--quiet'] },
  compared(
    '`compare`, a resource control policy says almost nothing any more',
    'policies/rcp/organization-perimeter.json',
    ([first, ...rest]) => [{ ...first, Action: 'sqs:CreateQueue' }, ...rest],
    'more',
  ),
];

/** @param questions how many are asked @param rounds how often each */
export function lab({ questions, rounds }) {
  const folder = mkdtempSync(join(tmpdir(), 'iamproof-bench-'));
  try {
    for (const part of ['policies', 'scenarios', 'iamproof.config.jsonc']) {
      cpSync(join(ROOT, part), join(folder, part), { recursive: true });
    }
    const asked = QUESTIONS.slice(0, questions).map((one, index) => ({ ...one, run: opened(one, index, folder) }));
    const rows = asked.map(({ what, run }) => ({ what, run, runs: [] }));
    for (let round = 0; round < rounds; round++) {
      for (const { run, runs } of rows) {
        const empty = nodeProcess(['-e', '0']).milliseconds;
        const ours = run();
        runs.push({ ours, ratio: ours / empty });
      }
    }
    return rows.map(({ what, runs }) => ({
      what,
      ours: summary(runs.map(({ ours }) => ours)),
      ratio: summary(runs.map(({ ratio }) => ratio)),
    }));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function opened({ file, change, words, relation }, index, folder) {
  const changed = `changed/${index}.environment.yaml`;
  if (file) {
    const policy = JSON.parse(readFileSync(join(folder, file), 'utf8'));
    const other = `changed/${index}.json`;
    mkdirSync(join(folder, 'changed'), { recursive: true });
    writeFileSync(join(folder, other), JSON.stringify({ ...policy, Statement: change(policy.Statement) }));
    writeFileSync(join(folder, changed), readFileSync(join(folder, LAB), 'utf8').replaceAll(file, other));
  }
  return () => {
    const { milliseconds, stdout } = nodeProcess([PROGRAM, ...words(changed)], folder);
    const found = relation === undefined ? undefined : JSON.parse(stdout).relation;
    if (found !== relation) throw new Error(`${words(changed).join(' ')}: ${found} and not ${relation}`);
    return milliseconds;
  };
}
