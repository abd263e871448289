/** Files that hold policies among other things: what is found in them, and that it is found at its place. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { lint } from '../../src/lint/index.ts';
import { readSource, toValue } from '../../src/parse/index.ts';
import { lintCompact } from '../../src/report/lint-compact.ts';
import { SOURCE_FORMATS } from '../../src/workspace/sources/index.ts';
import { formatOfFile, readSourceFile } from '../../src/workspace/sources/read-source-file.ts';
import { readSourceYaml as readYaml } from '../../src/workspace/sources/read-source-yaml.ts';
import { catalog } from '../catalog/open-catalog.ts';

const CASES = fileURLToPath(new URL('../cases/sources', import.meta.url));

const cases = readdirSync(CASES).flatMap((format) =>
  readdirSync(`${CASES}/${format}`)
    .filter((name) => /\.(?:json|ya?ml|md)$/.test(name))
    .map((name) => ({ format, name, path: `${format}/${name}` })),
);

function open(path: string) {
  const source = { name: path, text: readFileSync(`${CASES}/${path}`, 'utf8') };
  const { node } = readSource(source, { readYaml });
  if (!node) throw new Error(`${path} cannot be read`);
  return { source, node };
}

describe.each(cases)('$path', ({ format, path }) => {
  const { source, node } = open(path);
  const result = lint([{ source }], { catalog, openFile: readSourceFile, readYaml });

  it('is recognised as what it is, and as nothing else', () => {
    expect(formatOfFile(node, path)?.id).toBe(format);
    expect(SOURCE_FORMATS.filter((one) => one.recognises(node, path)).map(({ id }) => id)).toEqual([format]);
  });

  it('gives each policy a name and a place of its own', () => {
    const { policies } = readSourceFile(node, source) ?? { policies: [] };
    expect(policies.length).toBeGreaterThan(0);
    expect(new Set(policies.map(({ name }) => name)).size).toBe(policies.length);
  });

  it('has the findings that it is known to have', async () => {
    await expect(lintCompact(result)).toMatchFileSnapshot(`${CASES}/${path}.findings.txt`);
  });

  it('has each finding at what its path says', () => {
    const root = toValue(node);
    for (const { code, location, path: pointer } of result.diagnostics) {
      const value = valueAt(root, pointer);
      // Documents that are put together from blocks stand nowhere as they are; findings about a whole point at its beginning.
      if (!location || value === undefined || typeof value === 'object' || code === 'json-syntax') continue;
      const written = source.text.slice(location.range.start, location.range.end);
      expect([code, pointer, readings(written)]).toEqual([code, pointer, expect.arrayContaining([value])]);
    }
  });
});

/** The value at a pointer, which goes on into texts that hold documents. */
function valueAt(root: unknown, pointer: string): unknown {
  let value: unknown = root;
  for (const step of pointer.split('/').slice(1)) {
    const inside = typeof value === 'string' ? documentIn(value) : value;
    if (typeof inside !== 'object' || inside === null) return undefined;
    value = (inside as Record<string, unknown>)[step.replaceAll('~1', '/').replaceAll('~0', '~')];
  }
  return value;
}

function documentIn(text: string): unknown {
  return JSON.parse(text.startsWith('%') ? decodeURIComponent(text) : text);
}

/** What a stretch of a file can mean: as it stands, within a text, and percent-encoded within a text. */
function readings(written: string): unknown[] {
  // YAML needs no quotes.
  const texts = [written, () => JSON.parse(`"${written}"`), () => decodeURIComponent(written)];
  const read = texts.flatMap((one) => {
    try {
      return [JSON.parse(typeof one === 'string' ? one : String(one()))];
    } catch {
      return [];
    }
  });
  return [written, ...read];
}
