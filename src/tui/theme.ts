/** How styles and marks look: sixteen colours, none at all, or nothing beyond ASCII. */
import { printable } from '../report/printable.ts';
import type { Row, Style } from './text-row.ts';

/** Signs of the screen; a mark never stands without its word or place. */
export interface Marks {
  readonly yes: string;
  readonly no: string;
  readonly unknown: string;
  readonly none: string;
  readonly warning: string;
  readonly changed: string;
  readonly folded: string;
  readonly unfolded: string;
  readonly cursor: string;
  readonly arrow: string;
  readonly down: string;
  readonly ellipsis: string;
  readonly full: string;
  readonly skipped: string;
  /** Left top, across, right top, down, left bottom, right bottom. */
  readonly box: readonly [string, string, string, string, string, string];
  /** The same of a box that is doubled, and of one that is dashed. */
  readonly double: readonly [string, string, string, string, string, string];
  readonly dashed: readonly [string, string, string, string, string, string];
}

const UNICODE: Marks = {
  yes: '✓',
  no: '✗',
  unknown: '◐',
  none: '·',
  warning: '!',
  changed: '●',
  folded: '▸',
  unfolded: '▾',
  cursor: '▸',
  arrow: '→',
  down: '▼',
  ellipsis: '…',
  full: '▇',
  skipped: '○',
  box: ['┌', '─', '┐', '│', '└', '┘'],
  double: ['╔', '═', '╗', '║', '╚', '╝'],
  dashed: ['┌', '╌', '┐', '╎', '└', '┘'],
};

const ASCII: Marks = {
  yes: '+',
  no: 'x',
  unknown: '?',
  none: '.',
  warning: '!',
  changed: '*',
  folded: '>',
  unfolded: 'v',
  cursor: '>',
  arrow: '->',
  down: 'v',
  ellipsis: '~',
  full: '#',
  skipped: 'o',
  box: ['+', '-', '+', '|', '+', '+'],
  double: ['#', '=', '#', '#', '#', '#'],
  dashed: ['.', '-', '.', ':', '.', '.'],
};

export interface Theme {
  readonly marks: Marks;
  /** Text with the codes of its styles, or without. */
  readonly paint: (row: Row) => string;
}

const CODES: Readonly<Record<Style, readonly [open: string, close: string]>> = {
  good: ['32', '39'],
  bad: ['31', '39'],
  note: ['33', '39'],
  quiet: ['2', '22'],
  strong: ['1', '22'],
  accent: ['36', '39'],
  key: ['34', '39'],
  string: ['32', '39'],
  number: ['35', '39'],
  selected: ['7', '27'],
  'faint-selected': ['4', '24'],
  cursor: ['7', '27'],
  'underlined-bad': ['4;31', '24;39'],
  'underlined-note': ['4;33', '24;39'],
};

/** Where colour is off, these are told by attributes that every terminal has. */
const WITHOUT_COLOUR: Partial<Record<Style, readonly [open: string, close: string]>> = {
  strong: ['1', '22'],
  selected: ['7', '27'],
  'faint-selected': ['4', '24'],
  cursor: ['7', '27'],
  'underlined-bad': ['4', '24'],
  'underlined-note': ['4', '24'],
};

/** @param colour false: attributes only (NO_COLOR) */
export function makeTheme({ colour, ascii }: { readonly colour: boolean; readonly ascii: boolean }): Theme {
  const codes = colour ? CODES : WITHOUT_COLOUR;
  return {
    marks: ascii ? ASCII : UNICODE,
    paint: (row) =>
      row
        .map(({ text, style }) => {
          const code = style && codes[style];
          const shown = printable(text);
          return code && shown !== '' ? `\u001b[${code[0]}m${shown}\u001b[${code[1]}m` : shown;
        })
        .join(''),
  };
}
