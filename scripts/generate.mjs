// Writes what follows from the sources: the registries of lint checks, mutators and source formats, the pages of docs/checks and docs/keys.md.
//
// The registry first, since the pages are made of what it lists. `--check` writes nothing and fails if something is stale.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const isCheck = process.argv.includes('--check');
let stale = 0;

/** The exports of a TypeScript file. */
async function load(entry) {
  const options = { bundle: true, platform: 'node', format: 'esm', write: false, mainFields: ['module', 'main'] };
  const banner =
    'import { createRequire as makeRequire } from "node:module"; const require = makeRequire(process.cwd() + "/");';
  const result = await build({ ...options, absWorkingDir: root, entryPoints: [entry], banner: { js: banner } });
  const text = Buffer.from(result.outputFiles[0].contents).toString('base64');
  return import(`data:text/javascript;base64,${text}`);
}

function write({ path, text }) {
  const file = `${root}${path}`;
  if (read(file) === text) return;
  stale += 1;
  if (isCheck) console.log(`${path} is stale`);
  else {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}

function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

const { registry, mutatorRegistry, formatRegistry, misconceptionRegistry } = await load('scripts/generate/registry.ts');
write(registry(root));
write(mutatorRegistry(root));
write(formatRegistry(root));
write(misconceptionRegistry(root));
const { screenRegistry } = await load('scripts/generate/screens.ts');
write(screenRegistry(root));
const { keysPage } = await load('scripts/generate/keys.ts');
write(keysPage());
const { pages, strayPages } = await load('scripts/generate/pages.ts');
for (const page of pages(root)) write(page);
for (const path of strayPages(root)) {
  stale += 1;
  if (isCheck) console.log(`${path} belongs to no check`);
  else rmSync(`${root}${path}`);
}
if (isCheck && stale > 0) process.exitCode = 1;
