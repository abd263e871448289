// What a decision leaves on the heap; run with --expose-gc.
import { decide } from '../../dist/index.js';
import { policiesInPlay } from './ours.mjs';
import { benchRows } from './rows.mjs';

const count = Number(process.argv[2] ?? 1_000_000);
const row = benchRows({ Version: '2012-10-17', Statement: [] }, ['s3:GetObject']).find(({ id }) =>
  id.startsWith('SCPs'),
);
const policies = policiesInPlay(row.policies);
const run = (times) => {
  for (let index = 0; index < times; index++) decide(policies, row.requests[index % row.requests.length]);
};
run(10_000);
globalThis.gc();
const before = process.memoryUsage().heapUsed;
run(count);
globalThis.gc();
console.log(JSON.stringify({ bytes: (process.memoryUsage().heapUsed - before) / count }));
