/** A document that stands in a file as a text has its places in the file, whatever escapes the text was written with. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readJson, type ScalarNode, type SourceNode, toValue } from '../../src/parse/index.ts';
import { readYaml } from '../../src/parse/yaml.ts';
import { readEmbedded } from '../../src/workspace/sources/embedded-json.ts';

const documents = fc.dictionary(fc.string({ unit: 'grapheme', minLength: 1 }), fc.jsonValue({ maxDepth: 3 }), {
  minKeys: 1,
  noNullPrototype: true,
});

/** JSON of a text in which each character is written plainly or with an escape. */
function written(text: string, choices: readonly number[]): string {
  let index = 0;
  const units = text.split('').map((unit) => {
    const choice = choices[index++ % choices.length];
    const code = `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
    if (choice === 1) return code;
    return unit === '/' && choice === 2 ? '\\/' : JSON.stringify(unit).slice(1, -1);
  });
  return `"${units.join('')}"`;
}

function stringAt(text: string): { node: ScalarNode; source: { name: string; text: string } } {
  const source = { name: 'file.json', text };
  const { node } = readJson(source);
  const [member] = node?.kind === 'object' ? node.members : [];
  if (member?.value.kind !== 'string') throw new Error('no string');
  return { node: member.value, source };
}

/** Every value of the tree is what its range in the file decodes to. */
function holdsAtEach(node: SourceNode, decode: (range: string) => string, text: string): void {
  const range = node.range;
  expect(range).toBeDefined();
  if (!range) return;
  expect(JSON.parse(decode(text.slice(range.start, range.end)))).toEqual(JSON.parse(JSON.stringify(toValue(node))));
  if (node.kind === 'array') for (const item of node.items) holdsAtEach(item, decode, text);
  if (node.kind === 'object') for (const { value } of node.members) holdsAtEach(value, decode, text);
}

const decoded = (part: string) => String(JSON.parse(`"${part}"`));

it('in JSON, with any mixture of escapes and white space', () => {
  fc.assert(
    fc.property(
      documents,
      fc.array(fc.nat(2), { minLength: 1 }),
      fc.nat(3),
      fc.nat(2),
      (value, choices, indent, spaces) => {
        const inner = JSON.stringify(value, null, indent);
        const outer = `{ "a"${' '.repeat(spaces)}: ${written(inner, choices)} , "b": 1}`;
        const { node, source } = stringAt(outer);
        const read = readEmbedded(node, source, '/a');
        expect(read.diagnostics).toEqual([]);
        if (read.node) holdsAtEach(read.node, decoded, outer);
      },
    ),
  );
});

it('percent-encoded, as IAM answers', () => {
  fc.assert(
    fc.property(documents, fc.nat(2), (value, indent) => {
      const inner = encodeURIComponent(JSON.stringify(value, null, indent));
      const outer = `{"a": ${JSON.stringify(inner)}}`;
      const { node, source } = stringAt(outer);
      const read = readEmbedded(node, source, '/a');
      expect(read.diagnostics).toEqual([]);
      if (read.node) holdsAtEach(read.node, decodeURIComponent, outer);
    }),
  );
});

it('points a mistake in the text at its place in the file', () => {
  const { node, source } = stringAt('{"a": "{\\"Version\\": \\"2012-10-17\\",}"}');
  const [first] = readEmbedded(node, source, '/a').diagnostics;
  expect(first?.location?.range.start).toBe(source.text.indexOf(',}') + 1);
  expect(first?.path).toBe('/a');
});

it('in YAML, where lines are indented or folded', () => {
  const text = ['Policy: |', '  {', '    "Version": "2012-10-17",', '    "Statement": []', '  }', ''].join('\n');
  const source = { name: 'file.yaml', text };
  const { node } = readYaml(source);
  const [member] = node?.kind === 'object' ? node.members : [];
  if (member?.value.kind !== 'string') throw new Error('no string');
  const inner = readEmbedded(member.value, source, '/Policy').node;
  const version = inner?.kind === 'object' ? inner.members[0]?.value.range : undefined;
  expect(version && text.slice(version.start, version.end)).toBe('"2012-10-17"');
});
