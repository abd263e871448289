/** A question in plain text, for prompts and printed sheets; and the answer to it. */
import type { Question } from '../exam/index.ts';

export function examQuestion(question: Question): string {
  const { stem, world, tests, options } = question;
  const policies = JSON.stringify(world.policies, null, 2);
  const requests = (tests ?? []).map(({ request, expect }) => {
    const { action, resource, context } = request;
    return `  - ${String(action)} on ${String(resource)} with ${JSON.stringify(context)}: to be ${expect}`;
  });
  return [
    stem,
    '',
    ...(requests.length > 0 ? ['Requests:', ...requests, ''] : []),
    'Policies:',
    policies,
    '',
    ...options.map(({ letter, text }) => `  ${letter}  ${text}`),
    ...(options.length > 0 ? [''] : []),
  ].join('\n');
}

/** @param chosen the letters that were chosen; their reasons are told, and those of the right options */
export function examAnswer(question: Question, chosen = ''): string {
  const { answer, options, explanation, rule, page, traps } = question;
  const told = options.filter(({ letter, right }) => !right && chosen.toUpperCase().includes(letter));
  return [
    `Answer: ${answer.join(', ')}`,
    ...explanation.map((line) => `  ${line}`),
    ...told.map(({ letter, why }) => `  Not ${letter}: ${why}`),
    ...(options.length === 0 ? (traps ?? []) : []).map(
      (trap) => `  Not ${trap.answer}: ${trap.why} (${trap.misconception})`,
    ),
    `  Rule ${rule} of docs/semantics.md; AWS: ${page}`,
    '',
  ].join('\n');
}
