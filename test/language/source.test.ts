/** Lines and columns of offsets. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { positionAt } from '../../src/language/index.ts';

function counted(text: string, offset: number) {
  const before = text.slice(0, offset);
  const lines = before.split('\n');
  return { line: lines.length, column: [...(lines.at(-1) ?? '')].length + 1 };
}

it('count code points, from 1', () => {
  const text = 'ab\n\u{1F600}c\nd';
  expect([0, 2, 3, 5, 6, 7, 99].map((offset) => positionAt({ name: 'a', text }, offset))).toEqual([
    { line: 1, column: 1 },
    { line: 1, column: 3 },
    { line: 2, column: 1 },
    { line: 2, column: 2 },
    { line: 2, column: 3 },
    { line: 3, column: 1 },
    { line: 3, column: 2 },
  ]);
});

it('are the same in a long text, which has marks, as counted from its beginning', () => {
  const pieces = fc.array(fc.oneof(fc.constant('\n'), fc.string({ unit: 'grapheme' })), {
    minLength: 5,
    maxLength: 20,
  });
  fc.assert(
    fc.property(pieces, fc.nat(), (parts, at) => {
      const part = `${parts.join('')}\u{1F600}x`;
      const text = part.repeat(Math.ceil(120_000 / part.length));
      const offset = at % text.length;
      // Between the two halves of a character there is no position.
      if ((text.charCodeAt(offset) & 0xfc00) === 0xdc00) return;
      expect(positionAt({ name: 'a', text }, offset)).toEqual(counted(text, offset));
    }),
    { numRuns: 40 },
  );
});
