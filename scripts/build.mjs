// Bundles the command line and the library into dist/, with the types and the catalog's data.
// Everything is bundled, so that a command loads one small file instead of a hundred packages.
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = `${root}dist`;

rmSync(dist, { recursive: true, force: true });

await build({
  absWorkingDir: root,
  entryPoints: { bin: 'src/bin.ts', index: 'src/index.ts' },
  outdir: dist,
  bundle: true,
  splitting: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  // jsonc-parser's `main` is a UMD wrapper that no bundler can follow.
  mainFields: ['module', 'main'],
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: 'linked',
  // For the CommonJS packages in the bundle (ajv, ip-address).
  banner: {
    js: "import { createRequire as iamproofRequire } from 'node:module'; const require = iamproofRequire(import.meta.url);",
  },
  logLevel: 'warning',
});

cpSync(`${root}src/catalog/data`, `${dist}/data`, { recursive: true, filter: (path) => !path.endsWith('.ts') });
chmodSync(`${dist}/bin.js`, 0o755);

const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');
const types = spawnSync(process.execPath, [tsc, '-p', 'tsconfig.build.json'], { cwd: root, stdio: 'inherit' });
process.exitCode = types.status ?? 1;
