/** How far a long run is, on standard error while a person looks at it. */
import type { Context } from './context.ts';

export interface Progress {
  readonly show: (done: number, bytes: number) => void;
  /** Takes the bar away, as before other words on standard error and at the end. */
  readonly clear: () => void;
}

/** Milliseconds before a run is long, and between two looks at it. */
const LONG = 1000;
const PAUSE = 100;
const WIDTH = 24;

/**
 * @param size bytes of the whole input, where they are known
 * @param silent results go to standard output only at the end, or not to a terminal at all
 */
export function progressOf(context: Context, size: number | undefined, silent: boolean, unit = 'documents'): Progress {
  const { host, quiet, ascii } = context;
  const { stderrIsTerminal, stdoutIsTerminal } = host.terminal;
  // Results that scroll by on the same terminal are progress enough.
  if (quiet || !stderrIsTerminal || (stdoutIsTerminal && !silent)) return { show: () => {}, clear: () => {} };
  const start = host.now();
  let next = start + LONG;
  let shown = false;

  function show(done: number, bytes: number): void {
    const now = host.now();
    if (now < next) return;
    next = now + PAUSE;
    const speed = Math.round(done / ((now - start) / 1000));
    const part = size === undefined || size === 0 ? '' : `${bar(bytes / size, ascii)} `;
    host.tell(`\r\u001b[K${part}${grouped(done)} ${unit}, ${grouped(speed)} a second`);
    shown = true;
  }

  function clear(): void {
    if (shown) host.tell('\r\u001b[K');
    shown = false;
  }

  return { show, clear };
}

function bar(part: number, ascii: boolean): string {
  const done = Math.round(Math.min(1, part) * WIDTH);
  const [full, empty] = ascii ? ['#', '-'] : ['█', '░'];
  return `${full.repeat(done)}${empty.repeat(WIDTH - done)} ${Math.floor(Math.min(1, part) * 100)}%`;
}

/** `1,234,567`. */
function grouped(count: number): string {
  return String(count).replace(/\B(?=(?:[0-9]{3})+$)/g, ',');
}
