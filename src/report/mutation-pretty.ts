/** A run of mutants for people: the survivors by policy, each at its place, and the scenarios that would kill them. */
import { formatLocation } from '../language/index.ts';
import type { MissingScenario, MutantResult, MutationReport } from '../scenario/index.ts';
import { mutationSummary } from './mutation-summary.ts';
import { PLAIN } from './paint.ts';
import { printable } from './printable.ts';
import { excerptLines } from './scenario-excerpt.ts';
import { type Look, MARKS } from './scenario-look.ts';

type MutationLook = Pick<Look, 'paint' | 'marks'>;

/** The whole report, ending in a line break. */
export function formatMutationReport(
  report: MutationReport,
  look: MutationLook = { paint: PLAIN, marks: MARKS },
): string {
  const groups = new Map<string, MutantResult[]>();
  for (const result of report.results) {
    const { name } = result.mutant.policy;
    const known = groups.get(name);
    if (known) known.push(result);
    else groups.set(name, [result]);
  }
  const sections = [
    ...[...groups].flatMap(([name, results]) => policySection(name, results, look)),
    ...missingSections(report.missing, look),
    mutationSummary(report),
  ];
  return `${sections.join('\n\n')}\n`;
}

/** Nothing of a policy all of whose mutants are killed. */
function policySection(name: string, results: readonly MutantResult[], look: MutationLook): string[] {
  const { paint } = look;
  const survivors = results.filter(({ status }) => status === 'survived' || status === 'open');
  if (survivors.length === 0) return [];
  const killed = results.filter(({ status }) => status === 'killed').length;
  const head = `${paint.strong(printable(name))} ${paint.quiet(`${killed}/${results.length}`)}`;
  return [[head, ...survivors.flatMap((result) => survivorLines(result, look))].join('\n')];
}

function survivorLines({ mutant, why, missing }: MutantResult, { paint, marks }: MutationLook): string[] {
  const { statement, words, location } = mutant;
  const name = statement ? `${printable(statement.sid || `#${statement.index}`)} ` : '';
  const note = missing ? [] : [`    ${paint.quiet(`no difference found: ${why ?? ''}`)}`];
  const head = `  ${paint.bad(marks.failed)} ${location ? `${formatLocation(location)}  ` : ''}${name}${printable(words)}`;
  if (!location) return [head, ...note];
  const excerpt = excerptLines({ from: location.range.start, location, label: printable(words) }, paint, marks);
  return [head, ...excerpt.map((line) => `    ${line}`), ...note];
}

function missingSections(missing: readonly MissingScenario[], { paint }: MutationLook): string[] {
  const files = [...new Set(missing.map(({ source }) => source.name))];
  return files.map((file) => {
    const own = missing.filter(({ source }) => source.name === file);
    const head = paint.strong(`${own.length === 1 ? 'missing scenario' : 'missing scenarios'} of ${file}`);
    return `${head} ${paint.quiet('(check what they expect before you add them)')}\n\n${own.map(({ text }) => printableLines(text)).join('\n')}`.trimEnd();
  });
}

function printableLines(text: string): string {
  return text.split('\n').map(printable).join('\n');
}
