import { describe, expect, test } from 'vitest';
import { formatLocation, type SourceText } from '../../src/language/index.ts';
import { nodeOfValue } from '../../src/parse/index.ts';
import { readYaml } from '../../src/parse/yaml.ts';
import { type JsonSchema, validate } from '../../src/schema/index.ts';

let ids = 0;

/** A schema of one property, `x`. */
function ofX(x: object, $defs: object = {}): JsonSchema {
  ids += 1;
  const $id = `https://example.com/${ids}.json`;
  return { $id, type: 'object', additionalProperties: false, properties: { x, other: {} }, $defs };
}

function findings(schema: JsonSchema | readonly [JsonSchema, ...JsonSchema[]], text: string): string[] {
  const source: SourceText = { name: 'x', text };
  const { node } = readYaml(source);
  if (!node) throw new Error('the text cannot be read');
  return validate(schema, node, source).map((one) => {
    const place = one.location ? formatLocation(one.location).slice(2) : 'nowhere';
    return `${place} ${one.path} ${one.code}: ${one.message}`;
  });
}

const text = { type: 'string', minLength: 1 };

describe('one message for each problem', () => {
  const cases: readonly (readonly [string, object, string, ...string[]])[] = [
    ['a sound document', text, 'x: a'],
    ['text is expected', text, 'x: [a]', '1:1 /x wrong-type: `x` must be text, found a list'],
    [
      'a number where text is expected',
      text,
      'x: 1',
      '1:4 /x wrong-type: `x` must be text, found a number: put it in quotes',
    ],
    ['nothing where text is expected', text, 'x:', '1:3 /x wrong-type: `x` must be text, found null'],
    ['an empty text', text, 'x: ""', '1:4 /x empty: `x` must not be empty'],
    ['an empty list', { type: 'array', minItems: 1 }, 'x: []', '1:1 /x empty: `x` must not be empty'],
    ['too few', { type: 'array', minItems: 2 }, 'x: [a]', '1:1 /x wrong-value: `x` must have at least 2 items'],
    ['too long', { type: 'string', maxLength: 2 }, 'x: abc', '1:4 /x wrong-value: `x` must have at most 2 characters'],
    ['too small', { type: 'integer', minimum: 900 }, 'x: 3', '1:4 /x wrong-value: `x` must be at least 900, found 3'],
    ['too big', { type: 'integer', maximum: 9 }, 'x: 30', '1:4 /x wrong-value: `x` must be at most 9, found 30'],
    ['a fraction', { type: 'integer' }, 'x: 1.5', '1:4 /x wrong-type: `x` must be a whole number, found 1.5'],
    ['a yes', { type: 'boolean' }, 'x: yes', '1:4 /x wrong-type: `x` must be true or false, found text'],
    [
      'equal items',
      { type: 'array', uniqueItems: true },
      'x: [a, b, a]',
      '1:1 /x wrong-value: items 1 and 3 of `x` are equal',
    ],
    [
      'a misspelled word',
      { enum: ['allowed', 'denied'] },
      'x: alowed',
      '1:4 /x wrong-value: `x` must be `allowed` or `denied`, found `alowed`; did you mean `allowed`?',
    ],
    [
      'no word at all',
      { enum: ['allowed', 'denied'] },
      'x: {}',
      '1:1 /x wrong-value: `x` must be `allowed` or `denied`, found an object',
    ],
    [
      'a form with words of its own',
      { type: 'string', pattern: '^a$', patternErrorMessage: 'only a will do' },
      'x: b',
      '1:4 /x wrong-form: `b`: only a will do',
    ],
    [
      'a form with a description',
      { type: 'string', pattern: '^a$', description: 'One a.' },
      'x: b',
      '1:4 /x wrong-form: `b`: One a',
    ],
    [
      'a form without words',
      { type: 'string', pattern: '^a$' },
      'x: b',
      '1:4 /x wrong-form: `b`: it does not have the form that is expected',
    ],
    [
      'the name of a member',
      { type: 'object', propertyNames: { pattern: '^a$', patternErrorMessage: 'only a will do' } },
      'x: { a: 1, b/c: 2 }',
      '1:12 /x/b~1c wrong-form: `b/c`: only a will do',
    ],
    [
      'an item of a list',
      { type: 'array', items: { type: 'array', items: text } },
      'x: [[a], [b, 3]]',
      '1:14 /x/1/1 wrong-type: item 2 of `1` must be text, found a number: put it in quotes',
    ],
  ];
  for (const [name, schema, document, ...expected] of cases) {
    test(name, () => expect(findings(ofX(schema), document)).toEqual(expected));
  }
});

test('unknown and missing members', () => {
  const schema = ofX({
    type: 'object',
    additionalProperties: false,
    required: ['name'],
    properties: { name: text, path: text },
  });
  expect(findings(schema, 'x: { nam: a }')).toEqual([
    '1:6 /x/nam unknown-member: unknown member `nam`; did you mean `name`?',
  ]);
  expect(findings(schema, 'x: { zzzzzz: a }')).toEqual([
    '1:1 /x missing-member: missing member `name` in `x`',
    '1:6 /x/zzzzzz unknown-member: unknown member `zzzzzz`',
  ]);
  const open = ofX({ type: 'object', required: ['Statement'] });
  expect(findings(open, 'x: { Statment: [] }')).toEqual([
    '1:1 /x missing-member: missing member `Statement` in `x`; `Statment` may be a misspelling of it',
  ]);
});

describe('alternatives', () => {
  const kinds = ['service', 'saml'].map((name) => ({
    type: 'object',
    additionalProperties: false,
    required: [name],
    properties: { [name]: text },
  }));
  const principal = { anyOf: [text, ...kinds] };
  const schema = ofX(
    { anyOf: [{ $ref: '#/$defs/principal' }, { type: 'array', items: { $ref: '#/$defs/principal' } }] },
    { principal },
  );

  test('each of them will do', () => {
    expect(findings(schema, 'x: a')).toEqual([]);
    expect(findings(schema, 'x: [a, { saml: b }]')).toEqual([]);
  });
  test('none has this type', () => {
    expect(findings(schema, 'x: 3')).toEqual([
      '1:4 /x wrong-type: `x` must be text, an object or a list, found a number',
    ]);
  });
  test('the one that was meant', () => {
    expect(findings(schema, 'x: { saml: 3 }')).toEqual([
      '1:12 /x/saml wrong-type: `saml` must be text, found a number: put it in quotes',
    ]);
    expect(findings(schema, 'x: [a, { service: a, region: b }]')).toEqual([
      '1:22 /x/1/region unknown-member: unknown member `region`',
    ]);
    expect(findings(schema, 'x: [""]')).toEqual(['1:5 /x/0 empty: item 1 of `x` must not be empty']);
  });
  test('nothing tells which', () => {
    expect(findings(schema, 'x: { servce: a }')).toEqual([
      '1:6 /x/servce unknown-member: unknown member `servce`; did you mean `service`?',
    ]);
    expect(findings(schema, 'x: {}')).toEqual(['1:1 /x missing-member: missing member: `service` or `saml`']);
  });
  test('types given as a list', () => {
    const value = ofX({
      anyOf: [{ type: ['string', 'null'] }, { type: 'array', items: { type: ['string', 'number'] } }],
    });
    expect(findings(value, 'x: { a: 1 }')).toEqual([
      '1:1 /x wrong-type: `x` must be text, null or a list, found an object',
    ]);
    expect(findings(value, 'x: [a, true]')).toEqual([
      '1:8 /x/1 wrong-type: item 2 of `x` must be text or a number, found true or false',
    ]);
  });
});

test('a schema that refers to another one', () => {
  const inner: JsonSchema = {
    $id: 'https://example.com/inner.json',
    type: 'object',
    additionalProperties: false,
    properties: { a: { $ref: '#/$defs/a' } },
    $defs: { a: text },
  };
  const outer = ofX({ anyOf: [text, { $ref: 'inner.json' }] });
  expect(findings([outer, inner], 'x: { a: b }')).toEqual([]);
  expect(findings([outer, inner], 'x: { a: 3, b: 4 }')).toEqual([
    '1:9 /x/a wrong-type: `a` must be text, found a number: put it in quotes',
    '1:12 /x/b unknown-member: unknown member `b`; did you mean `a`?',
  ]);
});

test('keys given twice are found, but not inside policy documents, which have a reader of their own', () => {
  const schema = ofX({ type: 'object' });
  expect(findings(schema, 'x: { a: 1, a: 2, b: { c: 1, c: 2 } }')).toEqual([
    '1:12 /x/a duplicate-member: `a` is given twice',
    '1:29 /x/b/c duplicate-member: `c` is given twice',
  ]);
  expect(findings(schema, 'x: { Statement: { Sid: a, Sid: b } }')).toEqual([]);
});

test('a value in memory has findings without places', () => {
  const { node } = nodeOfValue({ x: 1 });
  expect(node && validate(ofX(text), node, undefined)).toEqual([
    {
      code: 'wrong-type',
      severity: 'error',
      message: '`x` must be text, found a number: put it in quotes',
      path: '/x',
    },
  ]);
});
