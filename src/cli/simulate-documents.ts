/** Simulation documents from a file or standard input, answered one by one. */
import type { Settings, SourceText } from '../language/index.ts';
import { PLAIN } from '../report/paint.ts';
import { answerNode, type DocumentNode, findManagedPolicy } from '../simulation/index.ts';
import { answerLines } from './bulk/answer-lines.ts';
import { MOST_BYTES } from './bulk/line-chunks.ts';
import type { LineJob } from './bulk/line-job.ts';
import { lookAhead } from './bulk/look-ahead.ts';
import { tellDocument } from './bulk/tell-document.ts';
import { tellerOf } from './bulk/teller.ts';
import { type Options, text, UsageError } from './command.ts';
import type { Context } from './context.ts';
import type { ExitCode } from './exit-codes.ts';
import { readNamedFile, readTree } from './read-file.ts';

/**
 * A .jsonl file holds one document a line, and so does standard input whose first line is a whole document with more to
 * follow: they are answered as they are read. Any other input is one document, or a list of them.
 */
export async function simulateDocuments(context: Context, options: Options, settings: Settings): Promise<ExitCode> {
  const { host, paint, ascii } = context;
  const input = text(options, 'input') ?? '-';
  const name = input === '-' ? '<stdin>' : input;
  const job = { name, options, settings, coloured: paint !== PLAIN, ascii };
  if (/\.(?:jsonl|ndjson)$/i.test(input)) return answerLines(context, host.openBytes(input), job);
  if (input !== '-') return answerWhole(context, readNamedFile(context, input), job);
  if (host.terminal.stdinIsTerminal) host.tell('reading standard input; end it with Ctrl-D\n');
  const { isLines, pieces } = await lookAhead(host.openBytes(input).pieces, MOST_BYTES);
  return isLines ? answerLines(context, { pieces }, job) : answerWhole(context, await readWhole(pieces, name), job);
}

async function readWhole(pieces: AsyncIterable<Uint8Array>, name: string): Promise<SourceText> {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  const parts: string[] = [];
  let size = 0;
  for await (const piece of pieces) {
    size += piece.length;
    if (size > MOST_BYTES) {
      throw new UsageError('`-` cannot be read: its first line is no document, and all of it is too long to be one');
    }
    parts.push(decoder.decode(piece, { stream: true }));
  }
  return { name, text: parts.join('') + decoder.decode() };
}

async function answerWhole(context: Context, source: SourceText, job: LineJob): Promise<ExitCode> {
  const teller = tellerOf(context, job);
  for (const document of await readDocuments(source)) {
    const find = (name: string, type: Parameters<typeof findManagedPolicy>[2]) =>
      findManagedPolicy(context.catalog(), name, type);
    const told = tellDocument(answerNode(document, find, job.settings), job);
    if (!(await teller.tell({ ...told, documents: 1 }, 0))) break;
  }
  return teller.end();
}

async function readDocuments(source: SourceText): Promise<readonly DocumentNode[]> {
  if (source.text.trim() === '') return [];
  const { node, diagnostics } = await readTree(source);
  const nodes = node?.kind === 'array' ? node.items : [node];
  return nodes.map((one) => ({ source, ...(one ? { node: one } : {}), diagnostics }));
}
