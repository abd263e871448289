import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { isOneColumnEach, textWidth } from '../../src/tui/text-width.ts';

describe('the width of a text', () => {
  it('is one column for each character of the fast path, whatever stands beside it', () => {
    const units = Array.from({ length: 0x1_0000 }, (_, code) => String.fromCharCode(code)).filter(isOneColumnEach);
    expect(units.length).toBeGreaterThan(900);
    expect(units.filter((unit) => stringWidth(unit) !== 1)).toEqual([]);
    const texts = fc.array(fc.constantFrom(...units), { maxLength: 12 }).map((parts) => parts.join(''));
    fc.assert(fc.property(texts, (text) => stringWidth(text) === text.length));
  });

  it('is what string-width says of any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => textWidth(text) === stringWidth(text)));
  });
});
