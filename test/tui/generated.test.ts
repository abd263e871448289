/** The registry of screens and the page of keys are what the sources say. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { keysPage } from '../../scripts/generate/keys.ts';
import { screenRegistry } from '../../scripts/generate/screens.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

it('the registry of screens and docs/keys.md are fresh: `npm run generate` would change nothing', () => {
  for (const { path, text } of [screenRegistry(root), keysPage()]) {
    expect(readFileSync(`${root}/${path}`, 'utf8')).toBe(text);
  }
});
