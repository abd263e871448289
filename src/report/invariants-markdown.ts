/** Invariants as a comment on a pull request: what does not hold first. */
import type { InvariantResult, Witness } from '../query/index.ts';
import { tableOf } from './compare-markdown.ts';
import { chosenWords, invariantWords } from './invariants.ts';
import { codeHtml, messageHtml } from './markdown-text.ts';

/** By this a bot finds the comment of the run before. */
const MARK = '<!-- iamproof prove -->';

const WORDS = { violated: 'does not hold', undecided: 'not decided', holds: 'proved' } as const;
const ORDER = ['violated', 'undecided', 'holds'] as const;

export function invariantsMarkdown(results: readonly InvariantResult[]): string {
  const rows = ORDER.flatMap((status) => results.filter((one) => one.status === status)).map(row);
  return `${MARK}\n**iamproof prove**: ${invariantWords(results)}\n\n${tableOf(['invariant', '', 'why'], rows)}`;
}

function row({ invariant, status, witnesses, how, others, why, askers }: InvariantResult): string {
  const shown = witnesses.map((witness) => `${codeHtml(witness.asker.name)} ${requestHtml(witness)}`);
  const more = others.length > 0 ? `; the same of ${others.length} more` : '';
  const told = {
    violated: `${shown.join(' and ')}${how === undefined ? '' : `, so it can ${messageHtml(how)}`}${more}`,
    undecided: why.map(messageHtml).join('; '),
    holds: `for ${askers.length} principal${askers.length === 1 ? '' : 's'}`,
  }[status];
  return `| ${messageHtml(invariant.name)} | ${WORDS[status]} | ${told} |`;
}

function requestHtml({ request, result, chosen }: Witness): string {
  const on = request.resource === '*' ? '' : ` on ${codeHtml(request.resource)}`;
  const keys = chosenWords(chosen);
  return `${result.decision === 'allowed' ? 'may' : 'may not'} ${codeHtml(request.action)}${on}${keys === '' ? '' : ` ${codeHtml(keys.trim())}`}`;
}
