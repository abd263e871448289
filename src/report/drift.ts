/** Drift for people and for programs: what is live against what the project says. */
import { type Drift, driftDifference, type Judge } from '../account/index.ts';
import { CHANGE_MARKS, type ChangeLook, changeDetails } from './change-details.ts';
import { comparisonValue } from './compare-json.ts';
import { accountWords, changeTitle, holderWords } from './plan-words.ts';
import { statementDiff } from './statement-diff.ts';

const WORDS = {
  create: 'is in the account and not in the project',
  update: 'is another in the account',
  delete: 'is not in the account',
} as const;

export function driftPretty(drift: Drift, look: ChangeLook): string {
  const { paint, judge } = look;
  const { changes, documents, problems, objects, account, manifest } = drift;
  const sections = changes.map((change) => {
    const colour = change.direction === 'tightens' || change.direction === 'neither' ? paint.note : paint.bad;
    const holders = holderWords(change);
    return [
      `${colour(CHANGE_MARKS[change.action])} ${paint.strong(changeTitle(change))} ${WORDS[change.action]}`,
      ...(holders === '' ? [] : [`    ${paint.quiet('held by')} ${holders}`]),
      ...changeDetails(change, { documents, comparison: driftDifference(change, drift, judge) }, look),
    ];
  });
  const kept = `${objects} ${objects === 1 ? 'object' : 'objects'} of ${manifest}`;
  const sum =
    changes.length === 0
      ? paint.good(`No drift: ${kept} ${objects === 1 ? 'is' : 'are'} in account ${account.id} as the project says.`)
      : paint.bad(`Drift: ${changes.length} ${changes.length === 1 ? 'difference' : 'differences'} in ${kept}.`);
  const all = [
    [paint.strong(`Account ${accountWords(drift)} against ${manifest}`)],
    ...sections,
    problems.map((one) => `${paint.note('note')}: ${one}`),
    [sum],
  ];
  return `${all
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

export function driftJson(drift: Drift, judge: Judge): string {
  const { account, caller, manifest, objects, problems, documents } = drift;
  const text = (hash: string | undefined) => (hash === undefined ? undefined : documents[hash]);
  const changes = drift.changes.map((change) => {
    const comparison = driftDifference(change, drift, judge);
    const title = changeTitle(change);
    const statements = statementDiff(text(change.before), text(change.after)).map(({ action, name, lines }) => ({
      action,
      name,
      diff: lines.map(({ mark, text: line }) => `${mark} ${line}`),
    }));
    const permissions = comparison && comparisonValue([{ name: title, ...comparison }], judge.catalog);
    return { title, ...change, statements, ...(permissions ? { permissions } : {}) };
  });
  const value = {
    schemaVersion: 1,
    account,
    caller,
    manifest,
    objects,
    drifted: changes.length > 0,
    changes,
    problems,
  };
  return `${JSON.stringify(value, null, 2)}\n`;
}
