/**
 * Whole documents: those of test/cases/parse/err with the diagnostics that stand beside them, those of .../ok without any,
 * and what is right about the rest. A document's name begins with its policy type, if that is not `identity`.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { openCatalog } from '../../src/catalog/index.ts';
import { catalogFiles } from '../../src/host/catalog-files.ts';
import { type Diagnostic, formatLocation, type PolicyType, positionAt } from '../../src/language/index.ts';
import { POLICY_TYPES } from '../../src/language/policy-types/index.ts';
import {
  nodeOfValue,
  parsePolicy,
  parsePolicyDocument,
  policyValue,
  readJson,
  readSource,
  type SourceNode,
  toValue,
} from '../../src/parse/index.ts';
import { readYaml } from '../../src/parse/yaml.ts';

const wrong = new URL('../cases/parse/err/', import.meta.url);
const right = new URL('../cases/parse/ok/', import.meta.url);
const namesIn = (folder: URL) => readdirSync(folder).filter((name) => !name.endsWith('.expected.txt'));

function typeOf(name: string): PolicyType {
  return (Object.keys(POLICY_TYPES) as PolicyType[]).find((type) => name.startsWith(`${type}-`)) ?? 'identity';
}

describe.each(namesIn(wrong))('%s', (name) => {
  const text = readFileSync(new URL(name, wrong), 'utf8');
  const { document, diagnostics } = parsePolicy({ name, text }, typeOf(name), { readYaml });

  it('has exactly the problems that stand beside it', async () => {
    const lines = diagnostics.map((one) => {
      const place = one.location ? formatLocation(one.location) : one.path;
      return `${place} ${one.severity} ${one.code}: ${one.message} (${one.help})`;
    });
    lines.push(document ? 'its meaning is certain' : 'its meaning is open');
    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(new URL(`${name}.expected.txt`, wrong).pathname);
  });

  it('has the same problems at the same paths when it is built in memory', () => {
    const { node } = readSource({ name, text }, { readYaml });
    const value = node && toValue(node);
    const again = value === undefined ? undefined : nodeOfValue(value).node;
    if (!again || diagnostics.some(({ code }) => code === 'duplicate-element')) return;
    const places = (all: readonly Diagnostic[]) => all.map(({ code, path }) => `${path} ${code}`).sort();
    expect(places(parsePolicyDocument(again, typeOf(name)).diagnostics)).toEqual(places(diagnostics));
  });
});

describe.each(namesIn(right))('%s', (name) => {
  const text = readFileSync(new URL(name, right), 'utf8');
  const { document, diagnostics } = parsePolicy({ name, text }, typeOf(name), { readYaml });

  it('is read without a complaint', () => {
    expect(diagnostics).toEqual([]);
  });

  it('says what its text says', () => {
    const { node } = readSource({ name, text }, { readYaml });
    expect(normal(document && policyValue(document))).toEqual(normal(node && toValue(withTexts(node))));
  });
});

/** Numbers and booleans as they are written (A9). */
function withTexts(node: SourceNode): SourceNode {
  if (node.kind === 'array') return { ...node, items: node.items.map(withTexts) };
  if (node.kind !== 'object') return { kind: 'string', text: node.text };
  return { ...node, members: node.members.map((member) => ({ ...member, value: withTexts(member.value) })) };
}

it('every AWS managed policy is read without a complaint', () => {
  const catalog = openCatalog(catalogFiles());
  const complaints = catalog.managedPolicyNames().flatMap((name) => {
    const text = catalog.managedPolicy(name)?.text ?? '';
    return parsePolicy({ name, text }, 'identity').diagnostics;
  });
  expect(complaints).toEqual([]);
});

it('the typed document says what the JSON said, for every AWS managed policy', () => {
  const catalog = openCatalog(catalogFiles());
  for (const name of catalog.managedPolicyNames()) {
    const text = catalog.managedPolicy(name)?.text ?? '';
    const { document } = parsePolicy({ name, text }, 'identity');
    expect(normal(document && policyValue(document))).toEqual(normal(JSON.parse(text)));
  }
});

/** One-item lists and bare values are the same (A9), and so are `true` and `"true"`, `"*"` and `{"AWS": "*"}` (A19). */
function normal(value: unknown): unknown {
  if (Array.isArray(value)) return value.length === 1 ? normal(value[0]) : value.map(normal);
  if (value === null || typeof value !== 'object') return String(value);
  const members = Object.entries(value).map(([key, child]) => [key, normal(child)]);
  return members.length === 1 && members[0]?.[0] === 'AWS' && members[0][1] === '*' ? '*' : Object.fromEntries(members);
}

it('YAML and JSON of the same document are the same document', () => {
  const json =
    '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["s3:Get*"],"Resource":"*","Condition":{"Bool":{"aws:SecureTransport":true}}}]}';
  const yaml =
    'Version: "2012-10-17"\nStatement:\n  - Effect: Allow\n    Action: [s3:Get*]\n    Resource: "*"\n    Condition: {Bool: {aws:SecureTransport: true}}\n';
  const [a, b] = [
    parsePolicy({ name: 'a.json', text: json }, 'identity'),
    parsePolicy({ name: 'a.yaml', text: yaml }, 'identity', { readYaml }),
  ];
  expect(a.document && policyValue(a.document)).toEqual(b.document && policyValue(b.document));
  expect(b.diagnostics).toEqual([]);
});

it('a number keeps the digits that were written', () => {
  const node = readYaml({ name: 'n.yaml', text: 'a: 012345678901\nb: 12345678901234567890' }).node;
  expect(node?.kind === 'object' && node.members.map(({ value }) => value.kind === 'number' && value.text)).toEqual([
    '012345678901',
    '12345678901234567890',
  ]);
});

it.each([
  ['{"Version": "2012-10-17",\r\n\t"Statement": [{"Sid": "\u{1F600}\u{1F600}", "Effect": "x"}]}', '2:40', '"x"'],
  ['{\r"Version": 1}', '1:14', '1'],
])('a problem is told at the very token, whatever stands before it: %j', (text, place, token) => {
  const { diagnostics } = parsePolicy({ name: 'p.json', text }, 'identity');
  const found = diagnostics.map(({ location }) => {
    const start = location ? positionAt(location.source, location.range.start) : undefined;
    return `${start?.line}:${start?.column} ${location && text.slice(location.range.start, location.range.end)}`;
  });
  expect(found).toContain(`${place} ${token}`);
});

it('columns count code points and lines end at line feeds', () => {
  const source = { name: 't', text: 'a\r\n\t\u{1F600}x\n' };
  expect(positionAt(source, source.text.indexOf('x'))).toEqual({ line: 2, column: 3 });
  expect(positionAt(source, 999)).toEqual({ line: 3, column: 1 });
});

it('comments are read only where they are asked for', () => {
  const source = { name: 'c.jsonc', text: '// why\n{"a": [1,], }' };
  expect(readJson(source).node).toBeUndefined();
  const { node } = readJson(source, { comments: true });
  expect(node && toValue(node)).toEqual({ a: [1] });
});

it('a text of no known name is read as what it looks like', () => {
  const read = (name: string, text: string) => {
    const { node } = readSource({ name, text }, { readYaml });
    return node && toValue(node);
  };
  expect(read('<stdin>', 'a: 1')).toEqual({ a: 1 });
  expect(read('<stdin>', ' {"a": 1}')).toEqual({ a: 1 });
  expect(read('a.json', 'a: 1')).toBeUndefined();
  expect(read('a.yml', '{a: 1}')).toEqual({ a: 1 });
});

it('YAML without its reader is a mistake of the caller', () => {
  expect(() => readSource({ name: 'a.yaml', text: 'a: 1' })).toThrow('the YAML reader is not loaded');
  expect(readSource({ name: '<stdin>', text: 'a: 1' }).node).toBeUndefined();
});
