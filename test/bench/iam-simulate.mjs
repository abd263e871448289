// The other end of the process that runs iam-simulate.
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

export function startIamSimulate() {
  const entry = fileURLToPath(new URL('./iam-simulate-process.mjs', import.meta.url));
  const child = spawn(process.execPath, [entry], { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const ask = async (message) => {
    child.stdin.write(`${JSON.stringify(message)}\n`);
    const { value, done } = await lines.next();
    if (done) throw new Error('iam-simulate ended before its answer');
    return JSON.parse(value);
  };
  return {
    /** Gives its decisions on the first `compare` requests. */
    load: async ({ policies, requests }, compare) =>
      (await ask({ kind: 'load', policies, requests, compare })).decisions,
    time: async (budget, varied) => (await ask({ kind: 'time', budget, varied })).nanoseconds,
    stop: () => child.stdin.end(),
  };
}
