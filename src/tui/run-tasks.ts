/** Carries out tasks a few milliseconds at a time, so that keys are answered in between. */
import type { Ports } from './ports.ts';
import type { Handover, Task, Update } from './state.ts';

export interface Runner {
  /** Before those that were started earlier, in the order given. */
  readonly start: (tasks: readonly Task[]) => void;
  /** When nothing is left to do. */
  readonly idle: () => Promise<void>;
}

export interface RunnerOptions {
  readonly ports: Ports;
  readonly apply: (update: Update) => void;
  /** Lets input in. */
  readonly pause: () => Promise<void>;
  /** Calls back after so many milliseconds unless the function it gives is called before. */
  readonly later: (milliseconds: number, call: () => void) => () => void;
  /** A task broke: a bug. */
  readonly failed: (error: unknown) => void;
}

/** Longest work without letting input in, in milliseconds: half a frame. */
const SLICE = 6;

interface Started {
  readonly task: Task;
  readonly steps: Iterator<Handover> | AsyncIterator<Handover>;
}

export function createRunner({ ports, apply, pause, later, failed }: RunnerOptions): Runner {
  let queue: readonly Started[] = [];
  let running: Promise<void> | undefined;
  /** By name: a task that waits for its time, and what takes it back. */
  const waiting = new Map<string, { readonly task: Task; readonly cancel: () => void }>();

  function isUnderWay({ name, about }: Task): boolean {
    const other = waiting.get(name)?.task ?? queue.find(({ task }) => task.name === name)?.task;
    if (!about || other?.about?.length !== about.length) return false;
    return about.every((one, index) => one === other.about?.[index]);
  }

  async function work(): Promise<void> {
    let began = ports.now();
    for (;;) {
      const [first] = queue;
      if (!first) return;
      // A step of a task that waits, for a file or a program, is waited for: the others stand behind it.
      const step = await first.steps.next();
      if (step.done) queue = queue.filter((one) => one !== first);
      // Meanwhile a newer task may have taken its place: then what it found is of no use.
      else if (step.value && queue.includes(first)) apply(step.value);
      if (ports.now() - began < SLICE) continue;
      await pause();
      began = ports.now();
    }
  }

  function enqueue(tasks: readonly Task[]): void {
    const gone = new Set(tasks.flatMap(({ name, replaces = [] }) => [name, ...replaces]));
    const fresh = tasks.map((task) => ({ task, steps: task.steps(ports) }));
    queue = [...fresh, ...queue.filter(({ task }) => !gone.has(task.name))];
    running ??= pause()
      .then(work)
      .catch(failed)
      .finally(() => {
        running = undefined;
      });
  }

  return {
    start: (given) => {
      const tasks = given.filter((task) => !isUnderWay(task));
      for (const { name } of tasks) {
        waiting.get(name)?.cancel();
        waiting.delete(name);
      }
      const now = tasks.filter(({ after }) => after === undefined);
      if (now.length > 0) enqueue(now);
      for (const task of tasks) {
        if (task.after === undefined) continue;
        const begin = () => {
          waiting.delete(task.name);
          enqueue([task]);
        };
        waiting.set(task.name, { task, cancel: later(task.after, begin) });
      }
    },
    idle: async () => {
      while (running || waiting.size > 0) await (running ?? pause());
    },
  };
}
