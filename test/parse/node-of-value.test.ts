/** A value in memory is read as its JSON would be, and what has none is named. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { nodeOfValue, toValue } from '../../src/parse/index.ts';

function problems(value: unknown): string[] {
  const { node, diagnostics } = nodeOfValue(value);
  expect(node === undefined).toBe(diagnostics.length > 0);
  return diagnostics.map((one) => `${one.path} ${one.code}: ${one.message}`);
}

it('every JSON value comes back as it was', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 6 }), (value) => {
      const { node } = nodeOfValue(value);
      expect(node && toValue(node)).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});

it.each([
  [undefined, 'json-syntax: `undefined` is no JSON value'],
  [Number.NaN, 'json-syntax: `NaN` is no JSON value'],
  [Number.POSITIVE_INFINITY, 'json-syntax: `Infinity` is no JSON value'],
  [1n, 'json-syntax: a bigint is no JSON value'],
  [() => 1, 'json-syntax: a function is no JSON value'],
  [Symbol('a'), 'json-syntax: a symbol is no JSON value'],
  [new Date(0), 'json-syntax: a Date is no JSON value'],
  [new Map(), 'json-syntax: a Map is no JSON value'],
])('a value that JSON does not have is named, with its path: %s', (value, expected) => {
  expect(problems({ 'a/b': [1, value] })).toEqual([`/a~1b/1 ${expected}`]);
});

it('all that is wrong is told at once', () => {
  expect(problems({ a: 1n, b: [new Set(), 2n] }).map((one) => one.split(' ')[0])).toEqual(['/a', '/b/0', '/b/1']);
});

it('a hole of a list is no value', () => {
  const holes: unknown[] = [];
  holes[1] = 1;
  expect(problems(holes)).toEqual(['/0 json-syntax: `undefined` is no JSON value']);
});

it('a value that stands inside itself is told, however often it does', () => {
  const loop: Record<string, unknown> = {};
  loop.a = loop;
  loop.b = [loop];
  expect(problems(loop)).toEqual([
    '/a json-syntax: a value stands inside itself',
    '/b/0 json-syntax: a value stands inside itself',
  ]);
});

it('a value that stands in two places is none that stands inside itself', () => {
  const shared = ['a'];
  expect(problems({ a: shared, b: shared })).toEqual([]);
});

it('parts that share parts that share parts end', () => {
  let value: unknown = 'a';
  for (let level = 0; level < 60; level++) value = [value, value];
  expect(problems(value).map((one) => one.replace(/^\S+ /, ''))).toEqual([
    'too-large: the value has more than 1000000 parts',
  ]);
});

it('sixty-four levels are read, sixty-five are not', () => {
  let value: unknown = [];
  for (let level = 1; level < 64; level++) value = [value];
  expect(problems(value)).toEqual([]);
  expect(problems([value]).map((one) => one.replace(/^\S+ /, ''))).toEqual([
    'too-deep: more than 64 levels of nesting',
  ]);
});
