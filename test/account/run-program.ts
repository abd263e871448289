/** The built program as a process of its own, while the double answers it from this one. */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const bin = join(root, 'dist/bin.cjs');

export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** A folder with a home in it, so that no configuration of the machine is read. */
export interface Place {
  readonly folder: string;
  readonly write: (name: string, text: string) => void;
  readonly read: (name: string) => string;
  readonly remove: () => void;
}

export function place(): Place {
  if (!existsSync(bin)) spawnSync(process.execPath, ['scripts/build.mjs'], { cwd: root, stdio: 'inherit' });
  const folder = mkdtempSync(join(tmpdir(), 'iamproof-account-'));
  return {
    folder,
    write: (name, text) => writeFileSync(join(folder, name), text),
    read: (name) => readFileSync(join(folder, name), 'utf8'),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

export interface Running {
  readonly kill: (signal: NodeJS.Signals) => void;
  readonly ended: Promise<Ended>;
}

/** @param env all that the program sees of the environment, beside the way to its home */
export function start(words: readonly string[], { folder }: Place, env: Readonly<Record<string, string>>): Running {
  const { PATH = '' } = process.env;
  const shared = { PATH, HOME: folder, AWS_CONFIG_FILE: join(folder, 'config'), AWS_EC2_METADATA_DISABLED: 'true' };
  const child = spawn(process.execPath, [bin, ...words], {
    cwd: folder,
    env: { ...shared, AWS_SHARED_CREDENTIALS_FILE: join(folder, 'credentials'), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [out, err]: [string[], string[]] = [[], []];
  child.stdout.setEncoding('utf8').on('data', (text: string) => out.push(text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => err.push(text));
  const ended = new Promise<Ended>((done) => {
    child.on('close', (code) => done({ code, out: out.join(''), err: err.join('') }));
  });
  return { kill: (signal) => child.kill(signal), ended };
}

export function run(words: readonly string[], at: Place, env: Readonly<Record<string, string>>): Promise<Ended> {
  return start(words, at, env).ended;
}
