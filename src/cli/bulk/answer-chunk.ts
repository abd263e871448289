/** Answers a chunk of lines. The same in every thread. */
import type { Catalog } from '../../catalog/index.ts';
import type { Diagnostic } from '../../language/index.ts';
import { type AnsweredLine, errorAnswer, findManagedPolicy, lineAnswerer } from '../../simulation/index.ts';
import { text } from '../command.ts';
import { type DecodedLine, decodeLines } from './decode-lines.ts';
import type { ChunkAnswer, LineChunk, LineJob, Told } from './line-job.ts';
import { tellDocument } from './tell-document.ts';

/** @param catalog opened when a document first names an AWS managed policy */
export function chunkAnswerer(job: LineJob, catalog: () => Catalog): (chunk: LineChunk) => ChunkAnswer {
  const answerLine = lineAnswerer({
    settings: job.settings,
    name: job.name,
    find: (name, type) => findManagedPolicy(catalog(), name, type),
    // An explanation names the places.
    places: text(job.options, 'format') === 'pretty',
  });

  function answer(line: DecodedLine, number: number): AnsweredLine {
    return line.isUtf8 ? answerLine(line.text, number) : notUtf8(line.text, number, job.name);
  }

  return ({ bytes, firstLine }) => {
    const told: Told[] = [];
    let documents = 0;
    let failed = false;
    let unmet = false;
    for (const [index, line] of decodeLines(bytes).entries()) {
      if (line.text.trim() === '') continue;
      const document = tellDocument(answer(line, firstLine + index), job);
      documents += 1;
      failed ||= document.failed;
      unmet ||= document.unmet;
      told.push(...document.told);
    }
    return { told: inRuns(told), documents, failed, unmet };
  };
}

function notUtf8(line: string, number: number, name: string): AnsweredLine {
  const start = line.indexOf('\ufffd');
  const location = { source: { name, text: line, firstLine: number }, range: { start, end: start + 1 } };
  const diagnostic: Diagnostic = {
    code: 'json-syntax',
    severity: 'error',
    message: 'the line is not UTF-8',
    location,
    path: '',
    help: 'save the file as UTF-8',
  };
  return { answer: errorAnswer({ diagnostics: [diagnostic] }), diagnostics: [diagnostic] };
}

/** Neighbours for one stream become one text. */
function inRuns(told: readonly Told[]): Told[] {
  const runs: { to: Told['to']; texts: string[] }[] = [];
  for (const { to, text: written } of told) {
    const last = runs.at(-1);
    if (last?.to === to) last.texts.push(written);
    else runs.push({ to, texts: [written] });
  }
  return runs.map(({ to, texts }) => ({ to, text: texts.join('') }));
}
