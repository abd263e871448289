/** What the terminal UI needs of this process. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { watch } from 'chokidar';
import type { TuiMachine } from '../tui/index.ts';
import type { FileSystem } from '../workspace/index.ts';
import { fileSystem } from './file-system.ts';
import { inkLayout } from './measure-layout.ts';

/** Editors write a file in several steps. */
const SETTLED = 50;

export function tuiMachine(): TuiMachine {
  return {
    measureLayout: inkLayout(),
    lab: openLab(),
    likesVi: /(?:^|[\\/])n?vim?(?:\s|$)/.test(process.env.VISUAL || process.env.EDITOR || ''),
    base64: (text) => Buffer.from(text, 'utf8').toString('base64'),
    now: () => performance.now(),
    later: (milliseconds, call) => {
      const timer = setTimeout(call, milliseconds);
      return () => clearTimeout(timer);
    },
    pause: () => new Promise((done) => setImmediate(done)),
    watch: watchFiles,
  };
}

/** What was saved while the watcher was not ready yet counts as changed: it may have been read before. */
function watchFiles(folder: string, changed: (paths: readonly string[]) => void): () => void {
  const watcher = watch('.', {
    cwd: folder,
    alwaysStat: true,
    ignored: /(?:^|[\\/])(?:node_modules|\.git|dist)(?:[\\/]|$)/,
  });
  const paths = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  let isReady = false;
  watcher.on('ready', () => {
    isReady = true;
  });
  watcher.on('all', (_event, path, stats) => {
    if (!isReady && (stats?.mtimeMs ?? 0) < performance.timeOrigin) return;
    paths.add(path.replaceAll('\\', '/'));
    clearTimeout(timer);
    timer = setTimeout(() => {
      changed([...paths]);
      paths.clear();
    }, SETTLED);
  });
  return () => {
    clearTimeout(timer);
    void watcher.close();
  };
}

/** Where the package begins, seen from this file: in the bundle and in the sources. */
const PACKAGE = ['../../', '../'];
const IN_LAB = /^(?:iamproof\.config\.jsonc|(?:policies|scenarios)\/.*)$/;

/** The sample project of the package: its policies, scenarios and configuration. */
function openLab(): FileSystem {
  const roots = PACKAGE.map((place) => fileURLToPath(new URL(place, import.meta.url)));
  const root = roots.find((one) => existsSync(`${one}iamproof.config.jsonc`) && existsSync(`${one}scenarios`));
  if (root === undefined) throw new Error(`the sample project is missing: looked in ${roots.join(', ')}`);
  const files = fileSystem(root);
  return { ...files, listFiles: () => files.listFiles().filter((path) => IN_LAB.test(path)) };
}
