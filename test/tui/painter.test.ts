/** Frames on a terminal: only what changed is written. */
import { expect, it } from 'vitest';
import { createPainter } from '../../src/tui/painter.ts';
import { row, span } from '../../src/tui/text-row.ts';
import { makeTheme } from '../../src/tui/theme.ts';

it('the second frame writes the rows that differ, the same frame nothing', () => {
  const written: string[] = [];
  const painter = createPainter((text) => void written.push(text));
  painter.paint({ rows: ['one', 'two'] });
  painter.paint({ rows: ['one', 'TWO'] });
  painter.paint({ rows: ['one', 'TWO'] });
  expect(written).toHaveLength(2);
  expect(written[1]).toContain('\u001b[2;1H');
  expect(written[1]).not.toContain('one');
  painter.reset();
  painter.paint({ rows: ['one', 'TWO'] });
  expect(written.at(-1)).toContain('one');
});

it('without colour no colour is written, only attributes', () => {
  const line = row(span('yes', 'good'), span('here', 'selected'));
  expect(makeTheme({ colour: false, ascii: false }).paint(line)).toBe('yes\u001b[7mhere\u001b[27m');
  expect(makeTheme({ colour: true, ascii: false }).paint(line)).toContain('\u001b[32myes');
});

it('control characters of a file never reach the terminal', () => {
  const painted = makeTheme({ colour: false, ascii: false }).paint(row('a\u001b[2Jb'));
  expect(painted).not.toContain('\u001b');
});
