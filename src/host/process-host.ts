/** The process as the command line's port: streams, terminal, environment. */
import { readFileSync } from 'node:fs';
import type { Host } from '../cli/index.ts';
import { catalogFiles } from './catalog-files.ts';
import { fileSystem, reasonOf } from './file-system.ts';
import { findProjectRoot } from './project-root.ts';

export function processHost(version: string): Host {
  const { stdout, stderr, stdin, env } = process;
  // A reader that stops early (`| head`) is no error.
  for (const stream of [stdout, stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
      process.exitCode = process.exitCode ?? 0;
    });
  }
  return {
    version,
    folder: process.cwd(),
    env,
    today: () => new Date().toISOString().slice(0, 10),
    terminal: {
      stdoutIsTerminal: stdout.isTTY === true,
      stderrIsTerminal: stderr.isTTY === true,
      stdinIsTerminal: stdin.isTTY === true,
    },
    write: (text) => void stdout.write(text),
    tell: (text) => void stderr.write(text),
    readStandardInput: () => {
      try {
        return { text: readFileSync(0, 'utf8') };
      } catch (error) {
        return { problem: reasonOf(error) };
      }
    },
    findProjectRoot,
    openFiles: fileSystem,
    openCatalogFiles: catalogFiles,
    changedFiles: async (folder, ref) => (await import('./git.ts')).changedFiles(folder, ref),
    watch: async (folder, changed) => {
      const { watch } = await import('chokidar');
      const watcher = watch(folder, {
        ignoreInitial: true,
        ignored: /(?:^|[\\/])(?:node_modules|\.git|dist)(?:[\\/]|$)/,
      });
      let timer: NodeJS.Timeout | undefined;
      watcher.on('all', () => {
        clearTimeout(timer);
        timer = setTimeout(changed, 50);
      });
      await new Promise<void>((done) => process.once('SIGINT', done));
      await watcher.close();
    },
  };
}
