/** Whole documents: test/cases/parse/err/*.json with the diagnostics that stand beside them, and what is right about the rest. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { openCatalog } from '../../src/catalog/index.ts';
import { catalogFiles } from '../../src/host/catalog-files.ts';
import { formatLocation, positionAt } from '../../src/language/index.ts';
import { parsePolicy, policyValue, readJson, toValue } from '../../src/parse/index.ts';
import { readYaml } from '../../src/parse/yaml.ts';

const folder = new URL('../cases/parse/err/', import.meta.url);
const cases = readdirSync(folder).filter((name) => !name.endsWith('.expected.txt'));

describe.each(cases)('%s', (name) => {
  it('has exactly the problems that stand beside it', async () => {
    const text = readFileSync(new URL(name, folder), 'utf8');
    const type = name.startsWith('trust') ? 'trust' : name.startsWith('resource') ? 'resource' : 'identity';
    const { diagnostics } = parsePolicy({ name, text }, type, { readYaml });
    const lines = diagnostics.map((one) => {
      const place = one.location ? formatLocation(one.location) : one.path;
      return `${place} ${one.severity} ${one.code}: ${one.message} (${one.help})`;
    });
    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(new URL(`${name}.expected.txt`, folder).pathname);
  });
});

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

/** One-item lists and bare values are the same (A9), and so are `true` and `"true"`. */
function normal(value: unknown): unknown {
  if (Array.isArray(value)) return value.length === 1 ? normal(value[0]) : value.map(normal);
  if (value === null || typeof value !== 'object') return String(value);
  return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, normal(child)]));
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
