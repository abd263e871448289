/** The registry of screens is what the folders say. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { screenRegistry } from '../../scripts/generate/screens.ts';

it('the registry of screens is fresh: `npm run generate` would change nothing', () => {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  const { path, text } = screenRegistry(root);
  expect(readFileSync(`${root}/${path}`, 'utf8')).toBe(text);
});
