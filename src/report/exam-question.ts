/** A question in plain text, for prompts and printed sheets; and the answer to it. */
import type { Question } from '../exam/index.ts';

export function examQuestion(question: Question): string {
  const { options } = question;
  return [
    ...questionText(question),
    ...options.map(({ letter, text }) => `  ${letter}  ${text}`),
    ...(options.length > 0 ? [''] : []),
  ].join('\n');
}

/** What stands above the options, line by line. */
export function questionText({ stem, world, tests }: Question): readonly string[] {
  const requests = (tests ?? []).map(({ request, expect }) => {
    const { action, resource, context } = request;
    return `  - ${String(action)} on ${String(resource)} with ${JSON.stringify(context)}: to be ${expect}`;
  });
  return [stem, '', ...(requests.length > 0 ? ['Requests:', ...requests, ''] : []), ...policyLines(world.policies), ''];
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

const PLACES: Readonly<Record<string, string>> = {
  identity: 'identity-based policy',
  boundary: 'permissions boundary',
  session: 'session policy',
  resource: 'resource-based policy',
  trust: 'role trust policy',
  scps: 'service control policy',
  resourceAccountScps: "service control policy of the resource's account",
};

/** Each policy under its place and name, one statement a line. */
function policyLines(policies: Question['world']['policies']): string[] {
  return Object.entries(policies).flatMap(([key, value]) =>
    [value].flat().flatMap((one) => policyOf(one, PLACES[key] ?? key)),
  );
}

function policyOf(value: unknown, place: string): string[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('level' in value && 'policies' in value && Array.isArray(value.policies)) {
    const level = value.level === 'ou' ? 'organizational unit' : String(value.level);
    return value.policies.flatMap((one) => policyOf(one, `${place} (${level})`));
  }
  if (!('name' in value) || !('document' in value)) return [];
  const { document } = value;
  const list = typeof document === 'object' && document !== null && 'Statement' in document ? document.Statement : [];
  const statements: readonly unknown[] = Array.isArray(list) ? list : [list];
  return [`${place} ${String(value.name)}:`, ...statements.map((one) => `  ${JSON.stringify(one)}`)];
}
