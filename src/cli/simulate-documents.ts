/** Simulation documents from a file or standard input, answered one by one. */
import { CATALOG_INFO } from '../catalog/index.ts';
import type { Diagnostic, Settings, SourceText } from '../language/index.ts';
import { readJson, type SourceNode } from '../parse/index.ts';
import { type Answer, errorAnswer, findManagedPolicy, readSimulation, simulate } from '../simulation/index.ts';
import { flag, type Options, text, UsageError } from './command.ts';
import type { Context } from './context.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { checkExpectation, expectationOf, explainAnswer } from './print-answer.ts';
import { readNamedFile, readTree, tellDiagnostics } from './read-file.ts';

/** A document's tree, or why there is none. */
interface Item {
  readonly source: SourceText;
  readonly node?: SourceNode;
  readonly diagnostics: readonly Diagnostic[];
}

export async function simulateDocuments(context: Context, options: Options, settings: Settings): Promise<ExitCode> {
  const items = await readItems(context, text(options, 'input') ?? '-');
  if (items.length === 0) throw new UsageError('there is no document in the input');
  const answers: Answer[] = [];
  let failed = false;
  let unmet = false;
  for (const item of items) {
    const { answer, diagnostics, explanation, expected } = answerItem(context, item, options, settings);
    answers.push(answer);
    if ('error' in answer) failed = true;
    tellDiagnostics(context, diagnostics);
    for (const one of expected) if (checkExpectation(context, one, answer) !== EXIT.done) unmet = true;
    if (explanation !== undefined) context.output(explanation);
    if (text(options, 'format') === 'jsonl') context.output(`${JSON.stringify(answer)}\n`);
  }
  if (text(options, 'format') === 'json') {
    context.output(`${JSON.stringify(answers.length === 1 ? answers[0] : answers, null, 2)}\n`);
  }
  if (failed) return EXIT.failed;
  return unmet ? EXIT.no : EXIT.done;
}

/** A .jsonl file holds one document a line; any other one document, or a list of them. */
async function readItems(context: Context, name: string): Promise<Item[]> {
  const source = readNamedFile(context, name);
  if (source.text.trim() === '') return [];
  if (isLines(source)) return lineItems(source);
  const { node, diagnostics } = await readTree(source);
  if (!node) return [{ source, diagnostics }];
  const nodes = node.kind === 'array' ? node.items : [node];
  return nodes.map((one) => ({ source, node: one, diagnostics: [] }));
}

/** By the ending of the name; standard input holds lines when its first line is a whole document and more follow. */
function isLines({ name, text: content }: SourceText): boolean {
  if (/\.(?:jsonl|ndjson)$/i.test(name)) return true;
  const [first = '', ...rest] = content.trim().split('\n');
  return name === '<stdin>' && rest.length > 0 && readJson({ name, text: first }).node !== undefined;
}

function lineItems({ name, text: content }: SourceText): Item[] {
  return content.split('\n').flatMap((line, index) => {
    if (line.trim() === '') return [];
    const source: SourceText = { name, text: line, firstLine: index + 1 };
    return [{ source, ...readJson(source) }];
  });
}

interface AnsweredItem {
  readonly answer: Answer;
  readonly diagnostics: readonly Diagnostic[];
  readonly explanation?: string;
  readonly expected: readonly Parameters<typeof checkExpectation>[1][];
}

function answerItem(context: Context, item: Item, options: Options, settings: Settings): AnsweredItem {
  const wanted = expectationOf(options);
  const always = wanted ? [wanted] : [];
  if (!item.node) return { answer: errorAnswer(item), diagnostics: item.diagnostics, expected: always };
  const read = readSimulation(item.node, item.source, (name, type) => findManagedPolicy(context.catalog(), name, type));
  const { simulation } = read;
  if (!simulation) return { answer: errorAnswer(read), diagnostics: read.diagnostics, expected: always };
  const { answer, evaluations } = simulate(simulation, CATALOG_INFO.date, settings);
  const own = flag(options, 'expectFromInput') && simulation.expected ? [simulation.expected] : [];
  const explanation =
    text(options, 'format') === 'pretty'
      ? `${simulation.id === undefined ? '' : `${context.paint.strong(simulation.id)}\n`}${explainAnswer(context, { answer, evaluations, policies: simulation.policies }, options, settings)}\n`
      : undefined;
  return {
    answer,
    diagnostics: [],
    expected: [...always, ...own],
    ...(explanation === undefined ? {} : { explanation }),
  };
}
