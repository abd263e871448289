/** Command lines and what they print: test/cases/cli/*.yaml, with the output beside each in *.expected.txt. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { run } from './fake-host.ts';

interface Transcript {
  readonly files?: Record<string, string>;
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
  }[];
}

const folder = new URL('../cases/cli/', import.meta.url);

describe.each(readdirSync(folder).filter((name) => name.endsWith('.yaml')))('%s', (file) => {
  const transcript = parse(readFileSync(new URL(file, folder), 'utf8')) as Transcript;
  it.each(transcript.runs)('$name', async ({ name, words, stdin, env = {}, before, changed, writes = [], code }) => {
    const result = await run(words, {
      files: transcript.files ?? {},
      env,
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
