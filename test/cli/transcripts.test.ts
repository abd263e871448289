/** Command lines and what they print: test/cases/cli/*.yaml, with the output beside each in *.expected.txt. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { type AccountText, fakeAws } from '../account/fake-aws.ts';
import type { Fault } from '../account/memory-account.ts';
import { run } from './fake-host.ts';

interface Transcript {
  readonly files?: Record<string, string>;
  /** The account that is live. */
  readonly account?: AccountText;
  readonly runs: readonly {
    readonly name: string;
    readonly words: readonly string[];
    readonly stdin?: string;
    readonly env?: Record<string, string>;
    readonly before?: Readonly<Record<string, string>>;
    readonly changed?: readonly string[];
    /** Files that the run writes, shown after what it prints. */
    readonly writes?: readonly string[];
    readonly code: number;
    /** Command lines that are run before it, in the same project and account. */
    readonly first?: readonly (readonly string[])[];
    /** What befalls writes to the account, by their number from 0. */
    readonly faults?: Readonly<Record<number, Fault>>;
    /** Whose credentials are at hand. */
    readonly caller?: string;
    /** Typed where somebody is asked, at a terminal. */
    readonly typed?: string;
  }[];
}

const folder = new URL('../cases/cli/', import.meta.url);

describe.each(readdirSync(folder).filter((name) => name.endsWith('.yaml')))('%s', (file) => {
  const transcript = parse(readFileSync(new URL(file, folder), 'utf8')) as Transcript;
  it.each(transcript.runs)('$name', async (given) => {
    const { name, words, stdin, env = {}, before, changed, writes = [], code, first = [], typed } = given;
    const { account } = transcript;
    const live = account && fakeAws({ ...account, ...(given.caller ? { caller: given.caller } : {}) }, given.faults);
    const inAccount = live ? { aws: live.aws, wait: live.memory.wait } : {};
    let files = transcript.files ?? {};
    for (const line of first) files = (await run(line, { files, ...inAccount })).files;
    const result = await run(words, {
      files,
      env,
      ...inAccount,
      ...(typed === undefined ? {} : { typed, terminals: { stdinIsTerminal: true } }),
      ...(stdin === undefined ? {} : { stdin }),
      ...(changed ? { changed } : {}),
      ...(before ? { before } : {}),
    });
    expect(result.err).not.toMatch(/this is a bug|\n\s+at /);
    const slug = name.replaceAll(/[^a-z0-9]+/gi, '-');
    const written = writes.map((path) => `--- ${path}\n${result.files[path]}`).join('');
    const printed = `$ iamproof ${words.join(' ')}\n${result.out}${result.err === '' ? '' : `--- standard error\n${result.err}`}${written}--- exit code ${result.code}\n`;
    await expect(printed).toMatchFileSnapshot(
      new URL(`${file.replace('.yaml', '')}/${slug}.expected.txt`, folder).pathname,
    );
    expect(result.code).toBe(code);
  });
});
