/** Reading JSON: as strict as JSON.parse, whatever the text, with places and words for people. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatLocation } from '../../src/language/index.ts';
import { readJson, toValue } from '../../src/parse/index.ts';

function problems(text: string): string[] {
  return readJson({ name: 't', text }).diagnostics.map((one) => {
    expect(one.code).toBe('json-syntax');
    return `${one.location ? formatLocation(one.location) : 'nowhere'} ${one.message}`;
  });
}

describe('each mistake has its words and its place', () => {
  it.each([
    ['', ['t:1:1 the text is empty']],
    ['\uFEFF{}', ['t:1:1 the text begins with a byte order mark']],
    ['{"a": 1} // b', ['t:1:10 JSON has no comments']],
    ['["a" "b"]', ['t:1:6 a comma is expected here, found `"b"`']],
    ['["a', ['t:1:2 a string is not closed, found `"a`', 't:1:4 a closing bracket is expected here']],
    ['{"a" 1}', ['t:1:6 a colon is expected after the key, found `1`']],
    ['{"a": True}', ['t:1:7 not a JSON value, found `True`']],
    ['{a: 1, b: 2}', ['t:1:2 not a JSON value, found `a`', 't:1:8 not a JSON value, found `b`']],
    ['[0x1F]', ['t:1:3 not a JSON value, found `x1F`']],
    ['[012]', ['t:1:3 a comma is expected here, found `12`']],
    ['[1.]', ['t:1:2 a number is not finished, found `1.`']],
    ['["\\x"]', ['t:1:2 no such escape in a JSON string, found `"\\x"`']],
    ['["a\tb"]', ['t:1:2 a control character stands in a string']],
    ['{} {}', ['t:1:4 nothing may follow the document, found `{`']],
    ['["\u{1F600}",\r\n\t@]', ['t:2:2 not a JSON value, found `@`']],
  ])('%j', (text, expected) => {
    expect(problems(text)).toEqual(expected);
  });

  it.each(["['a']", '[\u201ca\u201d]', '[\u2018a\u2019]'])('%s: the quotation marks are wrong', (text) => {
    expect(problems(text)).toEqual(['t:1:2 a string stands in double quotes `"`, not in other ones']);
  });
});

it('a byte order mark does not hide the mistakes behind it', () => {
  expect(problems('\uFEFF[@]')).toEqual([
    't:1:1 the text begins with a byte order mark',
    't:1:3 not a JSON value, found `@`',
  ]);
});

it('what is no JSON at all is told a hundred times, and then counted', () => {
  const found = problems('@ '.repeat(500_000));
  expect(found).toHaveLength(101);
  expect(found.at(-1)).toMatch(/^t:1:201 499\d+ more mistakes from here on$/);
});

const DEEP = '['.repeat(10_000);
it.each([
  ['behind a quotation mark in a comment', `/*"*/${DEEP}`],
  ['behind a string that a line end breaks', `"\r${DEEP}`],
  ['behind an escaped line end', `["\\\n",${DEEP}`],
  ['behind brackets that close nothing', `[${'}'.repeat(10_000)},${DEEP}`],
  ['bit by bit', `${'['.repeat(60)}${'}'.repeat(60)},`.repeat(200)],
])('ten thousand levels %s are one clear error', (_, text) => {
  for (const comments of [false, true]) {
    const { diagnostics } = readJson({ name: 't', text }, { comments });
    expect(diagnostics.map((one) => one.code)).toEqual(['too-deep']);
  }
});

it('sixty-four levels are read, sixty-five are not', () => {
  const nested = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`;
  expect(readJson({ name: 't', text: nested(64) }).node).toBeDefined();
  expect(readJson({ name: 't', text: nested(65) }).node).toBeUndefined();
});

it('brackets in strings and comments are no levels', () => {
  expect(readJson({ name: 't', text: `["${DEEP}"]` }).node).toBeDefined();
  expect(readJson({ name: 't', text: `[] // ${DEEP}` }, { comments: true }).node).toBeDefined();
});

it('a text is read exactly if JSON.parse reads it, and as the same value', () => {
  const pieces = [...'[]{}:,"\\/*-+.01eEu\n\t\r \uFEFF\u2028\u0000', 'true', 'null', '"a"', '12', '"\\u00e9"', '1e9'];
  const broken = fc.array(fc.constantFrom(...pieces), { maxLength: 12 }).map((parts) => parts.join(''));
  const whole = fc.json({ maxDepth: 8, noUnicodeString: false });
  fc.assert(
    fc.property(fc.oneof(broken, whole), (text) => {
      const { node, diagnostics } = readJson({ name: 't', text });
      expect(node && { value: toValue(node) }).toEqual(parsed(text));
      expect(diagnostics.length > 0).toBe(node === undefined);
    }),
    { numRuns: 5000 },
  );
});

function parsed(text: string): { value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}
