/** The registries and the pages of checks are what the sources say. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { pages, strayPages } from '../../scripts/generate/pages.ts';
import { formatRegistry, misconceptionRegistry, mutatorRegistry, registry } from '../../scripts/generate/registry.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

it('the registries and the pages are fresh: `npm run generate` would change nothing', () => {
  const registries = [registry(root), mutatorRegistry(root), formatRegistry(root), misconceptionRegistry(root)];
  const stale = [...registries, ...pages(root)].filter(({ path, text }) => read(path) !== text);
  expect(stale.map(({ path }) => path)).toEqual([]);
  expect(strayPages(root)).toEqual([]);
});

function read(path: string): string | undefined {
  try {
    return readFileSync(`${root}/${path}`, 'utf8');
  } catch {
    return undefined;
  }
}
