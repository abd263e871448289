/** A plan for people: what changes, as statements and as permissions, and what was verified of it. */
import { type Change, type Judge, type Plan, permissionDifference } from '../account/index.ts';
import { differenceLines } from './compare-pretty.ts';
import { COMPARISON_WORDS } from './compare-rows.ts';
import type { Paint } from './paint.ts';
import { accountWords, changeTitle, holderWords, sumOf, verificationWords } from './plan-words.ts';
import { statementDiff } from './statement-diff.ts';
import { writeWords } from './write-words.ts';

export interface PlanLook {
  readonly paint: Paint;
  readonly judge: Judge;
}

export function planPretty(plan: Plan, look: PlanLook): string {
  const { paint } = look;
  const { changes, steps, quotas } = plan;
  const title = `Account ${accountWords(plan)} against ${plan.manifest}`;
  const sections = [
    [paint.strong(title)],
    ...changes.map((change) => changeLines(change, plan, look)),
    steps.length === 0
      ? []
      : [paint.strong('Writes, in this order'), ...writeWords(plan).map((one, index) => `  ${index + 1}. ${one}`)],
    quotas.length === 0
      ? []
      : [
          paint.strong('Quotas'),
          ...quotas.map(({ what, used, limit, unit }) => {
            const words = `${used} of ${limit} ${unit}`;
            return `  ${what}: ${used > limit ? paint.bad(words) : words}`;
          }),
        ],
    verificationLines(plan, paint),
    [sumLine(plan, paint)],
  ];
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

const MARKS = { create: '+', update: '~', delete: '-' } as const;

function changeLines(change: Change, plan: Plan, { paint, judge }: PlanLook): readonly string[] {
  const look = { create: paint.good, update: paint.note, delete: paint.bad }[change.action];
  const holders = holderWords(change);
  const comparison = permissionDifference(change, plan, judge);
  const text = (hash: string | undefined) => (hash === undefined ? undefined : plan.documents[hash]);
  // Of an attachment the document is somebody else's, or a change of its own.
  const isOwn = change.kind !== 'attachment' && change.kind !== 'boundary';
  const diffs = isOwn ? statementDiff(text(change.before), text(change.after)) : [];
  return [
    `${look(MARKS[change.action])} ${paint.strong(changeTitle(change))}${change.file === undefined ? '' : paint.quiet(` from ${change.file}`)}`,
    ...(change.kind === 'managed policy'
      ? [`    ${paint.quiet('held by')} ${holders === '' ? 'nobody yet' : holders}`]
      : []),
    ...(change.kind === 'trust policy' && change.action === 'update'
      ? [`    ${paint.note('careful')}: it says who may take the role on, and is changed last`]
      : []),
    ...diffs.flatMap(({ action, name, lines }) => [
      `    ${MARKS[action]} ${name}`,
      ...lines.map(({ mark, text: line }) => {
        const shown = `      ${mark} ${line}`;
        return mark === '+' ? paint.good(shown) : mark === '-' ? paint.bad(shown) : shown;
      }),
    ]),
    ...(comparison
      ? [
          `    ${paint.strong(COMPARISON_WORDS[comparison.comparison])}`,
          ...differenceLines(comparison, judge.catalog, paint).map((line) => `    ${line}`),
        ]
      : []),
  ];
}

function verificationLines(plan: Plan, paint: Paint): readonly string[] {
  const { verification } = plan;
  const words = verificationWords(plan);
  return [
    verification.passed ? paint.good(`Verified: ${words}`) : paint.bad(`Not verified: ${words}`),
    ...verification.problems.map((problem) => `  ${paint.bad('-')} ${problem}`),
    ...verification.files.map(({ file, document, cases }) =>
      paint.quiet(`  ${file} (${document.slice(0, 12)}): ${cases} ${cases === 1 ? 'case meets' : 'cases meet'} it`),
    ),
  ];
}

function sumLine({ changes, account }: Plan, paint: Paint): string {
  if (changes.length === 0) return paint.good(`No changes: account ${account.id} is as the project says.`);
  const sum = sumOf(changes);
  return paint.strong(`Plan: ${sum.create} to add, ${sum.update} to change, ${sum.delete} to destroy.`);
}
