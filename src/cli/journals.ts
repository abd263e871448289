/** Journals of applies, one file each, in the project: `.iamproof/<account>/<instant>.jsonl`. */
import { type JournalEntry, journalLine, type Run, readJournal, runOf } from '../account/index.ts';
import { UsageError } from './command.ts';
import type { Context } from './context.ts';

export interface Journal {
  /** From the project root. */
  readonly name: string;
  readonly entries: readonly JournalEntry[];
  readonly run: Run;
}

/** The last apply to an account; undefined where there was none. */
export function lastJournal({ files }: Context, account: string): Journal | undefined {
  const folder = folderOf(account);
  const name = files
    .listFiles()
    .filter((one) => one.startsWith(folder) && one.endsWith('.jsonl'))
    .sort()
    .at(-1);
  if (name === undefined) return undefined;
  const read = files.readText(name);
  if ('problem' in read) throw new UsageError(`the journal \`${name}\` cannot be read: ${read.problem}`);
  const entries = readJournal(read.text);
  if (!entries) throw new UsageError(`the journal \`${name}\` is damaged: what became of its apply is not known`);
  const run = runOf(entries);
  // A crash before the first line was whole: nothing had been sent.
  return run && { name, entries, run };
}

/** A name that comes after those that are there. */
export function newJournal({ host, files }: Context, account: string): string {
  const stem = `${folderOf(account)}${host.instant().slice(0, 19).replaceAll(':', '-')}Z`;
  const free = [stem, ...Array.from({ length: 99 }, (_one, index) => `${stem}-${String(index + 2).padStart(2, '0')}`)];
  const found = free.map((one) => `${one}.jsonl`).find((one) => !files.exists(one));
  if (found === undefined) throw new UsageError(`there is no free name for a journal beside \`${stem}.jsonl\``);
  return found;
}

/** Writes entries so that they are on the disk before anything is made of them. */
export function journalWriter({ host, files }: Context, name: string): (entry: JournalEntry) => Promise<void> {
  const path = `${files.root}/${name}`;
  const read = files.exists(name) ? files.readText(name) : { text: '' };
  // A line that a crash cut off is ended, so that the next one stands by itself.
  let lead = 'text' in read && read.text !== '' && !read.text.endsWith('\n') ? '\n' : '';
  return async (entry) => {
    host.appendToDisk(path, lead + journalLine(entry));
    lead = '';
  };
}

/** One process at a time works on an account from here. */
export async function withAccountLock<Value>(
  { host, files }: Context,
  account: string,
  work: () => Promise<Value>,
): Promise<Value> {
  const path = `${files.root}/${folderOf(account)}lock`;
  const release = host.lockFile(path);
  if (typeof release !== 'function') {
    throw new UsageError(`process ${release.holder} is changing account ${account} from this project; wait for it`);
  }
  try {
    return await work();
  } finally {
    release();
  }
}

function folderOf(account: string): string {
  return `.iamproof/${account}/`;
}
