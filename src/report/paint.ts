/** Colour as functions, so that no colour code leaks where colour is off. */

type Painter = (text: string) => string;

/** Wraps a text in the codes of a colour, or not. */
export interface Paint {
  readonly good: Painter;
  readonly bad: Painter;
  readonly note: Painter;
  readonly quiet: Painter;
  readonly strong: Painter;
}

const plain: Painter = (text) => text;

/** No colour at all. */
export const PLAIN: Paint = { good: plain, bad: plain, note: plain, quiet: plain, strong: plain };

function codes(open: number, close: number): Painter {
  return (text) => (text === '' ? text : `\u001b[${open}m${text}\u001b[${close}m`);
}

/** The sixteen basic colours; never the only sign of anything. */
export const COLOURED: Paint = {
  good: codes(32, 39),
  bad: codes(31, 39),
  note: codes(33, 39),
  quiet: codes(2, 22),
  strong: codes(1, 22),
};
