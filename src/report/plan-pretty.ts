/** A plan for people: what changes, as statements and as permissions, and what was verified of it. */
import { type Change, type Plan, permissionDifference } from '../account/index.ts';
import { CHANGE_MARKS, type ChangeLook, changeDetails } from './change-details.ts';
import type { Paint } from './paint.ts';
import { accountWords, changeTitle, holderWords, sumOf, verificationWords } from './plan-words.ts';
import { writeWords } from './write-words.ts';

export function planPretty(plan: Plan, look: ChangeLook): string {
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

function changeLines(change: Change, plan: Plan, { paint, judge }: ChangeLook): readonly string[] {
  const look = { create: paint.good, update: paint.note, delete: paint.bad }[change.action];
  const holders = holderWords(change);
  const comparison = permissionDifference(change, plan, judge);
  return [
    `${look(CHANGE_MARKS[change.action])} ${paint.strong(changeTitle(change))}${change.file === undefined ? '' : paint.quiet(` from ${change.file}`)}`,
    ...(change.kind === 'managed policy'
      ? [`    ${paint.quiet('held by')} ${holders === '' ? 'nobody yet' : holders}`]
      : []),
    ...(change.kind === 'trust policy' && change.action === 'update'
      ? [`    ${paint.note('careful')}: it says who may take the role on, and is changed last`]
      : []),
    ...changeDetails(change, { documents: plan.documents, comparison }, { paint, judge }),
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
