// The other end of the process that runs iam-simulate; who is too late with an answer is ended.
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const ENTRY = fileURLToPath(new URL('./iam-simulate-process.mjs', import.meta.url));
const TOO_LATE = Symbol('too late');

/** @param limit milliseconds that it has for an answer */
export function startIamSimulate(limit = 120_000) {
  const child = spawn(process.execPath, [ENTRY], { stdio: ['pipe', 'pipe', 'inherit'] });
  // Its end is noticed by the answer that does not come.
  child.stdin.on('error', () => {});
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  let gone = false;
  /** Undefined where it was too late: then the process is gone. */
  const ask = async (message) => {
    if (gone) return undefined;
    child.stdin.write(`${JSON.stringify(message)}\n`);
    let timer;
    const late = new Promise((resolve) => {
      timer = setTimeout(resolve, limit, TOO_LATE);
    });
    const answer = await Promise.race([lines.next(), late]);
    clearTimeout(timer);
    if (answer === TOO_LATE) {
      child.kill('SIGKILL');
      gone = true;
      return undefined;
    }
    if (answer.done) throw new Error('iam-simulate ended before its answer');
    return JSON.parse(answer.value);
  };
  return {
    load: ({ policies, requests }) => ask({ kind: 'load', policies, requests }),
    /** On the first of the requests, as many as it can answer within the milliseconds. */
    decisions: async (within) => (await ask({ kind: 'decisions', within }))?.decisions,
    /** Nanoseconds a call. */
    time: async (budget, varied) => (await ask({ kind: 'time', budget, varied }))?.nanoseconds,
    stop: () => child.stdin.end(),
  };
}
