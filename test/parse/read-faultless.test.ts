/** The fast reader gives the tree of the careful one, or nothing. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nodeMemory, readWithoutPlaces, type SourceNode } from '../../src/parse/index.ts';
import { readFaultless } from '../../src/parse/read-faultless.ts';
import { readCarefully } from '../../src/parse/read-json.ts';

function withoutPlaces(node: SourceNode): SourceNode {
  switch (node.kind) {
    case 'object':
      return {
        kind: 'object',
        members: node.members.map(({ key, value }) => ({ key, value: withoutPlaces(value) })),
      };
    case 'array':
      return { kind: 'array', items: node.items.map(withoutPlaces) };
    default:
      return { kind: node.kind, text: node.text };
  }
}

const memory = nodeMemory(10_000);

function holds(text: string): SourceNode | undefined {
  const { node, diagnostics } = readCarefully({ name: 't.json', text });
  const placed = readFaultless(text);
  if (placed) expect({ node: placed, diagnostics: [] }).toEqual({ node, diagnostics });
  for (const plain of [readWithoutPlaces(text), readWithoutPlaces(text, memory), readWithoutPlaces(text, memory)]) {
    if (!plain) continue;
    expect(diagnostics).toEqual([]);
    expect(withoutPlaces(plain)).toEqual(node && withoutPlaces(node));
  }
  return readWithoutPlaces(text);
}

const POLICY = '{"Version":"2012-10-17","Statement":[{"Sid":"A\\u0041","Effect":"Allow","Action":["s3:Get*"]}]}';
const SEED = `{ "id": "one", "policies": {"identity": [${POLICY}, ${POLICY}]}, "n": [-0, 1.50, 2e3, true, null, ""], "request": {"a": "\\"b\\\\"}}`;

describe('faultless JSON', () => {
  it.each([
    SEED,
    '{}',
    '[]',
    ' "a" ',
    '-1.5E+3',
    'null',
    '{"a":1,"a":2}',
    '{"Version":{"a":"\\u00e9\u{1F600}"}}',
    '{"__proto__":1}',
  ])('reads %s', (text) => {
    expect(holds(text)).toBeDefined();
  });

  it.each([
    '',
    ' ',
    '{',
    '{"a"}',
    '{"a":1,}',
    '[1,]',
    '[1 2]',
    '01',
    '1.',
    '.5',
    '+1',
    'tru',
    'truex',
    "'a'",
    '"a',
    '"\\x"',
    '"\t"',
    '{} {}',
    '// c\n1',
    '{"Version":1,"b":}',
    '{"Version":"]"',
    '\uFEFF{}',
    '\u00a01',
    '['.repeat(40) + ']'.repeat(40),
  ])('leaves %s to the careful reader', (text) => {
    expect(holds(text)).toBeUndefined();
  });

  it('reads every document of the vectors', () => {
    const vectors = JSON.parse(readFileSync(new URL('../cases/vectors.json', import.meta.url), 'utf8')) as unknown[];
    for (const vector of vectors) expect(holds(JSON.stringify(vector))).toBeDefined();
  });

  it('holds for a document with characters changed, doubled and left out', () => {
    const edit = fc.tuple(
      fc.nat(SEED.length),
      fc.nat(2),
      fc.constantFrom(...'{}[]",:0a\\ue-.\t\n \u0000\u00a0\u2028\ud800'),
    );
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 4 }), (edits) => {
        let text = SEED;
        for (const [at, kind, character] of edits) {
          const before = text.slice(0, at);
          text = before + (kind === 0 ? '' : character) + text.slice(kind === 2 ? at : at + 1);
        }
        holds(text);
      }),
      { numRuns: 20_000 },
    );
  });

  it('holds for any JSON, with any white space', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 8 }), fc.constantFrom('', ' ', '\t', '\r\n'), (text, space) => {
        expect(holds(JSON.stringify(JSON.parse(text), null, space))).toBeDefined();
      }),
      { numRuns: 3000 },
    );
  });

  it('gives the same node for the same policy, from its second sight on', () => {
    const remembering = nodeMemory(1000);
    const policyOf = (text: string) => {
      const node = readWithoutPlaces(text, remembering);
      return node?.kind === 'object' ? node.members[0]?.value : undefined;
    };
    const text = (id: number) => `{"p":${POLICY},"id":${id}}`;
    const [first, second, third] = [policyOf(text(1)), policyOf(text(2)), policyOf(text(3))];
    expect(second).not.toBe(first);
    expect(third).toBe(second);
    for (let i = 0; i < 40; i++) policyOf(`{"p":${POLICY.replace('Allow', `Allow${i >> 1}`)}}`);
    expect(policyOf(text(4))).not.toBe(second);
    expect(policyOf(text(5))).toEqual({ ...first, recurs: true });
  });
});
