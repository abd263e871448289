/** How many columns texts take on a terminal, and where their characters begin as a person sees them. */
import stringWidth from 'string-width';

/** Texts of which each UTF-16 unit takes one column: ASCII, Latin, and the lines and marks that our own screens are drawn with. */
const ONE_COLUMN_EACH = /^[\x20-\x7e\u00a1-\u00ac\u00ae-\u02ff\u2010-\u2027\u2190-\u21ff\u2500-\u25fc\u2713\u2717]*$/;

export function isOneColumnEach(text: string): boolean {
  return ONE_COLUMN_EACH.test(text);
}

/** Columns that a text takes on a terminal. */
export function textWidth(text: string): number {
  return isOneColumnEach(text) ? text.length : stringWidth(text);
}

/** Made when it is needed: its tables take milliseconds to load. */
let segmenter: Intl.Segmenter | undefined;

/** The characters of a text as a person counts them, each with its index. */
export function graphemes(text: string): Iterable<{ readonly segment: string; readonly index: number }> {
  segmenter ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' });
  return segmenter.segment(text);
}
