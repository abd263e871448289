/** The native z3, where the machine has it. */
import { execFile } from 'node:child_process';

export type Z3Answer = 'sat' | 'unsat' | 'unknown';

const SECONDS = Number(process.env.Z3_SECONDS ?? 2);

/** One process for each formula, so that one that hangs hangs alone. */
export function solve(formula: string): Promise<Z3Answer> {
  return new Promise((resolve, reject) => {
    const child = execFile('z3', ['-in', `-T:${SECONDS}`], { timeout: 4000 * SECONDS }, (problem, output) => {
      // The time may run out between the answer and the end.
      const [answer = ''] = output.trim().split('\n');
      if (answer === 'sat' || answer === 'unsat') resolve(answer);
      else if (answer === 'unknown' || answer === 'timeout' || problem?.killed) resolve('unknown');
      else reject(new Error(`z3: ${answer || problem?.message}\n${formula}`));
    });
    child.stdin?.end(formula);
  });
}

/** Undefined where there is no z3. */
export function z3Version(): Promise<string | undefined> {
  return new Promise((resolve) => {
    execFile('z3', ['--version'], (problem, output) => resolve(problem ? undefined : output.trim()));
  });
}
