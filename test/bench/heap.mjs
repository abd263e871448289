// What a decision leaves on the heap; run with --expose-gc.
import { decide } from '../../dist/index.js';
import { policiesInPlay } from './ours.mjs';
import { benchRows } from './rows.mjs';

const count = Number(process.argv[2] ?? 1_000_000);
const row = benchRows({ Version: '2012-10-17', Statement: [] }, ['s3:GetObject']).find(({ id }) =>
  id.startsWith('SCPs'),
);
const policies = policiesInPlay(row.policies);

/** From mild to wild: the same requests again and again, a resource and a value never seen, an action never seen. */
const KINDS = {
  known: (one) => one,
  resources: (one, index) => ({
    ...one,
    resource: `${one.resource}/${index}`,
    context: { ...one.context, 'aws:UserAgent': `agent ${index}` },
  }),
  actions: (one, index) => ({ ...one, action: `s3:Get${index}` }),
};

function run(from, to, make) {
  for (let index = from; index < to; index++) decide(policies, make(row.requests[index % row.requests.length], index));
}

function bytes(make) {
  const warm = Math.min(count, 20_000);
  run(0, warm, make);
  globalThis.gc();
  const before = process.memoryUsage().heapUsed;
  run(warm, warm + count, make);
  globalThis.gc();
  return (process.memoryUsage().heapUsed - before) / count;
}

console.log(JSON.stringify(Object.fromEntries(Object.entries(KINDS).map(([kind, make]) => [kind, bytes(make)]))));
