/** Puts frames on a terminal: only rows that changed, by absolute address, within one synchronised update. */

export interface Painted {
  /** One string per row of the terminal, codes included; each as wide as the terminal, since nothing is cleared. */
  readonly rows: readonly string[];
  /** Where the terminal's own cursor stands; hidden without. */
  readonly cursor?: { readonly x: number; readonly y: number };
}

export interface Painter {
  readonly paint: (frame: Painted) => void;
  /** Forgets what is on the terminal: the next frame is painted whole. */
  readonly reset: () => void;
}

const BEGIN = '\u001b[?2026h\u001b[?25l';
const END = '\u001b[?2026l';

export function createPainter(write: (text: string) => void): Painter {
  let last: readonly string[] = [];
  let lastCursor = '';
  return {
    paint: ({ rows, cursor }) => {
      const changed = rows.flatMap((row, y) => (row === last[y] ? [] : [`\u001b[${y + 1};1H\u001b[0m${row}`]));
      const shown = cursor ? `\u001b[${cursor.y + 1};${cursor.x + 1}H\u001b[?25h` : '';
      if (changed.length === 0 && shown === lastCursor) return;
      write(`${BEGIN}${changed.join('')}${shown}${END}`);
      last = rows;
      lastCursor = shown;
    },
    reset: () => {
      last = [];
      write('\u001b[0m\u001b[2J');
    },
  };
}
