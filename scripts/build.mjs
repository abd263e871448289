// Builds dist/: the command line, the library, their types and the catalog's data.
//
// A short command's time is mostly reading code, so the program is one small CommonJS file (Node's loader for it is the
// faster one) that holds `simulate`; whatever it imports dynamically is built apart, below dist/lazy. All is bundled:
// the published package depends on no other.
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = `${root}dist`;

/** Part of the program itself: `simulate` is what editors and scripts call most. */
const NOT_LAZY = /simulate\.ts$|simulate-documents\.ts$|simulate-from-flags\.ts$/;

/** What the program imports dynamically: name of the bundle -> entry point. */
const lazy = new Map();

/** Leaves dynamic imports dynamic, each to a bundle of its own. */
const lazyImports = {
  name: 'lazy-imports',
  setup({ onResolve }) {
    onResolve({ filter: /.*/ }, ({ kind, path, resolveDir }) => {
      if (kind !== 'dynamic-import' || NOT_LAZY.test(path)) return undefined;
      const name = basename(path, '.ts');
      lazy.set(name, path.startsWith('.') ? resolve(resolveDir, path) : path);
      return { path: `./lazy/${name}.js`, external: true };
    });
  },
};

/** commander loads it for subcommands that are programs of their own; ours are not, and it costs milliseconds. */
const noChildProcess = {
  name: 'no-child-process',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^node:child_process$/ }, ({ importer }) =>
      /[\\/]commander[\\/]/.test(importer) ? { path: 'child-process', namespace: 'empty' } : undefined,
    );
    onLoad({ filter: /.*/, namespace: 'empty' }, () => ({ contents: 'export default {};' }));
  },
};

/** ink asks for the browser tools of React only in its own development. */
const noDevtools = {
  name: 'no-devtools',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^react-devtools-core$/ }, () => ({ path: 'devtools', namespace: 'no-devtools' }));
    onLoad({ filter: /.*/, namespace: 'no-devtools' }, () => ({ contents: 'export default {};' }));
  },
};

/** ink's layout engine is in the bundle: asking `fetch` for it would start all of Node's HTTP client, tens of milliseconds. */
const noFetch = {
  name: 'no-fetch',
  setup({ onLoad }) {
    onLoad({ filter: /yoga-wasm-base64-esm\.js$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8').replaceAll('typeof fetch', 'typeof undefined'),
    }));
  },
};

/** Libraries make a segmenter as they are loaded: its tables take ten milliseconds, and few texts need them. */
const lazySegmenter = {
  name: 'lazy-segmenter',
  setup({ onLoad }) {
    onLoad({ filter: /(?:string-width[\\/]index|tokenize|tokenize-ansi)\.js$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8').replace(
        /new Intl\.Segmenter\([^)]*\)/,
        '{ segment(text) { return (this.own ??= new Intl.Segmenter()).segment(text); } }',
      ),
    }));
  },
};

const common = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  target: 'node20',
  // jsonc-parser's `main` is a UMD wrapper that no bundler can follow.
  mainFields: ['module', 'main'],
  minify: true,
  legalComments: 'linked',
  logLevel: 'warning',
};

rmSync(dist, { recursive: true, force: true });

await build({
  ...common,
  entryPoints: ['src/bin.ts'],
  outfile: `${dist}/bin.cjs`,
  format: 'cjs',
  banner: { js: 'const fileUrl = require("node:url").pathToFileURL(__filename).href;' },
  define: { 'import.meta.url': 'fileUrl' },
  plugins: [lazyImports, noChildProcess],
});

await build({
  ...common,
  entryPoints: {
    index: 'src/index.ts',
    'lazy/answer-worker': 'src/host/answer-worker.ts',
    ...Object.fromEntries([...lazy].map(([name, path]) => [`lazy/${name}`, path])),
  },
  outdir: dist,
  chunkNames: 'lazy/[name]-[hash]',
  splitting: true,
  format: 'esm',
  // React is several times as fast without the checks of its development build.
  define: { 'process.env.NODE_ENV': '"production"' },
  // For the CommonJS packages in the bundles (ajv, ip-address, react).
  banner: {
    js: 'import { createRequire as makeRequire } from "node:module"; const require = makeRequire(import.meta.url);',
  },
  plugins: [noChildProcess, noDevtools, noFetch, lazySegmenter],
});

cpSync(`${root}src/catalog/data`, `${dist}/data`, { recursive: true, filter: (path) => !path.endsWith('.ts') });
chmodSync(`${dist}/bin.cjs`, 0o755);

const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');
const types = spawnSync(process.execPath, [tsc, '-p', 'tsconfig.build.json'], { cwd: root, stdio: 'inherit' });
process.exitCode = types.status ?? 1;
