/** However the input is cut and however many threads answer it: the same words in the same order. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openCatalog } from '../../src/catalog/index.ts';
import { chunkAnswerer } from '../../src/cli/bulk/answer-chunk.ts';
import { decodeLines } from '../../src/cli/bulk/decode-lines.ts';
import { lineChunks } from '../../src/cli/bulk/line-chunks.ts';
import type { Host } from '../../src/cli/index.ts';
import { catalogFiles } from '../../src/host/catalog-files.ts';
import { run, type Situation } from './fake-host.ts';

const LINES = [
  '{"id":"é\u{1F600}","policies":{},"request":{"principal":"anonymous","action":"s3:GetObject","resource":"arn:aws:s3:::b/k"}}',
  '{"id":"b","policies":{"identity":{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"s3:*","Resource":"*"}}},"request":{"principal":"arn:aws:iam::111122223333:user/a","action":"s3:GetObject","resource":"arn:aws:s3:::b/k"},"expected":{"decision":"denied"}}',
  '{"id":"\u{1F600}", "policies": {}}\r',
  '',
  '  ',
  'not é JSON',
];

/** Nine megabytes, which is worth threads. */
const FILLER = LINES[0]?.replace('"policies"', `"note":"${'n'.repeat(3000)}","policies"`) ?? '';
const LARGE = `${[...LINES, ...Array(20).fill(FILLER)].join('\n')}\n`.repeat(150);

/** Threads in the same thread: each answers after a while of its own, and all are counted. */
function threads(count: number, delays: readonly number[], seen: { most: number } = { most: 0 }): Host['startWorkers'] {
  return (job) => {
    const catalog = openCatalog(catalogFiles());
    const answerers = Array.from({ length: count }, () => chunkAnswerer(job, () => catalog));
    let turn = 0;
    let asked = 0;
    return Promise.resolve({
      count,
      answer: async (chunk) => {
        const own = turn++;
        asked += 1;
        seen.most = Math.max(seen.most, asked);
        for (let i = delays[own % delays.length] ?? 0; i > 0; i--) await Promise.resolve();
        asked -= 1;
        return answerers[own % count]?.(chunk) ?? Promise.reject(new Error('no thread'));
      },
      stop: () => {},
    });
  };
}

async function said(text: string, format: string, situation: Situation) {
  const words = ['simulate', '--input', 'a.jsonl', '--format', format, '--expect-from-input'];
  const { code, out, err } = await run(words, { files: { 'a.jsonl': text }, ...situation });
  return { code, out, err };
}

describe('the same words in the same order', () => {
  it.each(['jsonl', 'json', 'pretty'])('as %s, in pieces of any length', async (format) => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom(...LINES), { maxLength: 12 }),
        fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 5 }),
        fc.constantFrom('', '\n'),
        async (lines, pieces, end) => {
          const text = lines.join('\n') + end;
          expect(await said(text, format, { pieces })).toEqual(await said(text, format, {}));
        },
      ),
      { numRuns: format === 'pretty' ? 40 : 200 },
    );
  });

  it('on standard input as in a file', async () => {
    const text = `\n${LINES.join('\n')}\n`;
    const file = await said(text, 'jsonl', {});
    for (const pieces of [[1], [7, 300], [100_000]]) {
      const words = ['simulate', '--input', '-', '--format', 'jsonl', '--expect-from-input'];
      const { code, out, err } = await run(words, { stdin: text, pieces });
      expect({ code, out, err: err.replaceAll('<stdin>', 'a.jsonl') }).toEqual(file);
    }
  });

  it('from any number of threads, with no more chunks under way than there may be', async () => {
    const one = await said(LARGE, 'jsonl', {});
    expect(one.out.split('\n')).toHaveLength(150 * 24 + 1);
    for (const [count, delays] of [
      [1, [0]],
      [2, [50, 0, 3]],
      [5, [9, 1, 200, 0]],
    ] as const) {
      const seen = { most: 0 };
      const many = await said(LARGE, 'jsonl', { pieces: [20_000, 5], startWorkers: threads(count, delays, seen) });
      expect(many.code).toBe(one.code);
      expect(many.out === one.out && many.err === one.err).toBe(true);
      expect(seen.most).toBeGreaterThan(0);
      expect(seen.most).toBeLessThanOrEqual(count * 3);
    }
  });

  it('or none further: a thread that is lost is told, and ends the run', async () => {
    const startWorkers: Host['startWorkers'] = async (job) => {
      const workers = await threads(2, [0])(job);
      let left = 20;
      const lost = () => Promise.reject(new Error('a worker thread ended'));
      return workers && { ...workers, answer: (chunk) => (left-- > 0 ? workers.answer(chunk) : lost()) };
    };
    const one = await said(LARGE, 'jsonl', {});
    const { code, out, err } = await said(LARGE, 'jsonl', { pieces: [20_000], startWorkers });
    expect(code).toBe(2);
    expect(err.includes('a worker thread ended')).toBe(true);
    expect(one.out.startsWith(out)).toBe(true);
    expect(out.length).toBeLessThan(one.out.length);
  });
});

describe('a long run', () => {
  const text = `${LINES[0]}\n`.repeat(200);
  const words = ['simulate', '--input', 'a.jsonl', '--format', 'jsonl', '--ascii'];
  const files = { 'a.jsonl': text };

  it('ends when nobody reads on', async () => {
    const { out, code } = await run(words, { files, pieces: [1000], isRead: (told) => told.length < 2000 });
    expect(out.length).toBeLessThan(5000);
    expect(code).toBe(0);
  });

  it('shows how far it is to who looks at standard error, and takes that away', async () => {
    const looked = { files, pieces: [700], terminals: { stderrIsTerminal: true } };
    const { err } = await run(words, looked);
    const [first, bar, ...more] = err.split('\r\u001b[K');
    expect(first).toBe('');
    expect(bar).toMatch(/^#+-+ \d+% \d+ documents, \d+ a second$/);
    expect(more.at(-1)).toBe('');
    expect((await run([...words, '--quiet'], looked)).err).toBe('');
    expect((await run(words, { ...looked, terminals: { stderrIsTerminal: true, stdoutIsTerminal: true } })).err).toBe(
      '',
    );
    expect((await run(words, { files, pieces: [700] })).err).toBe('');
    const toFile = { ...looked, terminals: { stderrIsTerminal: true, stdoutIsTerminal: true } };
    expect((await run([...words, '-o', 'out.jsonl'], toFile)).err).toContain('documents');
  });

  it('writes its file whole, or not at all', async () => {
    const done = await run([...words, '-o', 'out.jsonl'], { files });
    expect(done.files['out.jsonl']).toBe((await run(words, { files })).out);
    const startWorkers = () => Promise.reject(new Error('none'));
    const lost = await run([...words, '-o', 'out.jsonl'], { files: { 'a.jsonl': LARGE }, startWorkers });
    expect(lost.code).toBe(2);
    expect(Object.keys(lost.files)).toEqual(['a.jsonl']);
  });
});

describe('chunks', () => {
  async function* pieces(...texts: (string | number[])[]) {
    for (const text of texts) yield typeof text === 'string' ? new TextEncoder().encode(text) : Uint8Array.from(text);
  }

  it('end where lines end, and know their first line', async () => {
    const chunks = [];
    for await (const { bytes, firstLine } of lineChunks(pieces('a\nb', 'c', '\n\nd\r\n', 'e'), 'x')) {
      chunks.push([firstLine, new TextDecoder().decode(bytes)]);
    }
    expect(chunks).toEqual([
      [1, 'a\n'],
      [2, 'bc\n\nd\r\n'],
      [5, 'e'],
    ]);
  });

  it('do not grow without end: a line that is too long is told by its number', async () => {
    const read = async () => {
      for await (const _ of lineChunks(pieces('a\nb\n', '12345', '678', '9\n'), 'x.jsonl', 8));
    };
    await expect(read()).rejects.toThrow('`x.jsonl` cannot be read: line 3 is longer than 8 bytes');
  });

  it('may hold a line that is not UTF-8, which spoils no other', async () => {
    const bytes = Uint8Array.from([0x61, 0x0a, 0xc3, 0x0a, 0xc3, 0xa9]);
    expect(decodeLines(bytes)).toEqual([
      { text: 'a', isUtf8: true },
      { text: '\ufffd', isUtf8: false },
      { text: 'é', isUtf8: true },
    ]);
    const job = { name: 'x', options: { format: 'jsonl' }, settings: {} as never, coloured: false, ascii: false };
    const answer = chunkAnswerer(job, () => openCatalog(catalogFiles()));
    const { told, documents, failed } = answer({ bytes: bytes.subarray(2, 4), firstLine: 9 });
    expect({ documents, failed }).toEqual({ documents: 1, failed: true });
    expect(told[0]?.text).toContain('the line is not UTF-8\n  --> x:9:1');
    expect(told[1]?.text).toContain('"json-syntax"');
  });
});
