/** The process as the command line's port: streams, terminal, environment. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { EXIT, type Host } from '../cli/index.ts';
import { appendToDisk } from './append-to-disk.ts';
import { openBytes } from './byte-source.ts';
import { catalogFiles } from './catalog-files.ts';
import { catalogFolder, catalogStore } from './catalog-store.ts';
import { openDraft } from './draft.ts';
import { fileSystem } from './file-system.ts';
import { lockFile } from './lock-file.ts';
import { noteInterrupt } from './note-interrupt.ts';
import { findProjectRoot } from './project-root.ts';
import { reasonOf } from './reason-of.ts';
import { stateStore } from './state-store.ts';

export function processHost(version: string): Host {
  const { stdout, stderr, stdin, env } = process;
  const folder = catalogFolder(env);
  let isRead = true;
  // A reader that stops early (`| head`) is no error.
  for (const stream of [stdout, stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
      process.exitCode = process.exitCode ?? 0;
      if (stream === stdout) isRead = false;
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
    drained: async () => {
      for (const stream of [stdout, stderr]) {
        if (stream.writableNeedDrain && !stream.destroyed) await untilDrained(stream);
      }
      return isRead;
    },
    readStandardInput: () => {
      try {
        return { text: readFileSync(0, 'utf8') };
      } catch (error) {
        return { problem: reasonOf(error) };
      }
    },
    findProjectRoot,
    openBytes: (name) => openBytes(process.cwd(), name),
    openDraft: (path) => openDraft(resolve(path)),
    openFiles: fileSystem,
    openCatalogFiles: (which) => catalogFiles(which === 'own' ? undefined : folder),
    catalogStore: folder === undefined ? undefined : catalogStore(folder),
    fetchText: async (address) => (await import('./fetch-text.ts')).fetchText(address),
    instant: () => new Date().toISOString(),
    wait: (milliseconds) => new Promise((done) => setTimeout(done, milliseconds)),
    askLine: async (question) => (await import('./ask-line.ts')).askLine(question),
    appendToDisk: (path, text) => appendToDisk(resolve(path), text),
    lockFile: (path) => lockFile(resolve(path)),
    noteInterrupt,
    hash: (text) => createHash('sha256').update(text).digest('hex'),
    openAws: async (choice) => (await import('./aws/open-aws.ts')).openAws(choice),
    changedFiles: async (folder, ref) => (await import('./git.ts')).changedFiles(folder, ref),
    filesAt: async (folder, ref) => (await import('./git.ts')).filesAt(folder, ref),
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
    now: () => performance.now(),
    onInterrupt: (cleanUp) => {
      const interrupt = () => {
        cleanUp();
        process.exit(EXIT.interrupted);
      };
      process.once('SIGINT', interrupt);
      return () => void process.off('SIGINT', interrupt);
    },
    clock: () => new Date().toISOString(),
    openState: () => stateStore(env),
    openTerminal: async () => (await import('./terminal.ts')).processTerminal(),
    openTui: async () => (await import('./tui-machine.ts')).tuiMachine(),
    startWorkers: async (job) => (await import('./start-workers.ts')).startWorkers(job),
  };
}

/** Also when it will never be: a stream that was closed takes no more. */
function untilDrained(stream: NodeJS.WriteStream): Promise<void> {
  return new Promise((done) => {
    const end = () => {
      for (const event of ['drain', 'close', 'error']) stream.off(event, end);
      done();
    };
    for (const event of ['drain', 'close', 'error']) stream.on(event, end);
  });
}
