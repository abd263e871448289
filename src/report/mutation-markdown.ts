/** A run of mutants as a comment on a pull request: the score, the survivors, the scenarios that are missing. */
import { positionAt } from '../language/index.ts';
import type { MutantResult, MutationReport } from '../scenario/index.ts';
import { codeHtml, messageHtml } from './markdown-text.ts';
import { mutationSummary } from './mutation-summary.ts';
import { printable } from './printable.ts';

/** GitHub takes 65,536 characters; the rest is for what a bot adds. */
const MOST_CHARACTERS = 60_000;

/** By this a bot finds the comment of the run before. */
const MARK = '<!-- iamproof mutants -->';

/** What does not fit is counted. */
export function mutationMarkdown(report: MutationReport): string {
  const head = `${MARK}\n**iamproof test --mutants**: ${mutationSummary(report)}\n`;
  const survivors = report.results.filter(({ status }) => status === 'survived' || status === 'open');
  if (survivors.length === 0) return head;
  let text = `${head}\n| place | the policy | scenario |\n| --- | --- | --- |\n`;
  let told = 0;
  for (const line of survivors.map(rowOf)) {
    if (text.length + line.length > MOST_CHARACTERS / 2) break;
    text += line;
    told += 1;
  }
  if (told < survivors.length) text += `\n${survivors.length - told} more survivors are not shown here.\n`;
  let shown = 0;
  for (const { source, text: scenario } of report.missing) {
    const fence = '`'.repeat(Math.max(3, ...[...scenario.matchAll(/`+/g)].map(([run]) => run.length + 1)));
    const lines = scenario.split('\n').map(printable).join('\n');
    const block = `\n<details>\n<summary>missing in ${codeHtml(source.name)}</summary>\n\n${fence}yaml\n${lines}${fence}\n</details>\n`;
    if (text.length + block.length > MOST_CHARACTERS) break;
    text += block;
    shown += 1;
  }
  const left = report.missing.length - shown;
  return left === 0 ? text : `${text}\n${left} more missing scenarios are not shown here.\n`;
}

function rowOf({ mutant, missing }: MutantResult): string {
  const { location, policy, words, statement } = mutant;
  const start = location && positionAt(location.source, location.range.start);
  const place = codeHtml(start ? `${policy.name}:${start.line}:${start.column}` : policy.name);
  const name = statement?.sid ? `${codeHtml(statement.sid)} ` : '';
  return `| ${place} | ${name}${messageHtml(words)} | ${missing ? 'missing' : 'no difference found'} |\n`;
}
