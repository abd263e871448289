/** Statement coverage for people: the share, and each statement that no case puts to the test. */
import { formatLocation } from '../language/index.ts';
import type { CoverageLevel, CoveredPolicy, CoveredStatement, StatementCoverage } from '../scenario/index.ts';
import { printable } from './printable.ts';
import type { Look } from './scenario-look.ts';

const GAP_WORDS: Readonly<Record<CoverageLevel, string>> = {
  decided: 'decides',
  applied: 'applies, never decides',
  evaluated: 'never applies',
  untouched: 'never evaluated',
};

/** Nothing where no policy of the user's own is in play. */
export function coverageLines(coverage: StatementCoverage, { paint, marks }: Look): string[] {
  const { totals } = coverage;
  if (totals.statements === 0) return [];
  const gaps = coverage.policies.flatMap((policy) =>
    policy.statements.filter((statement) => !statement.covered).map((statement) => ({ policy, statement })),
  );
  const places = gaps.map(({ policy, statement }) => placeOf(policy, statement));
  const width = Math.max(0, ...places.map((place) => place.length));
  const names = gaps.map(({ statement }) => printable(statement.sid || `#${statement.index}`));
  const nameWidth = Math.max(0, ...names.map((name) => name.length));
  return [
    `${paint.strong('Statement coverage')} ${share(totals.covered, totals.statements)}% (${totals.covered} of ${totals.statements})`,
    ...gaps.map(
      ({ statement }, index) =>
        `  ${paint.note(marks.failed)} ${(places[index] ?? '').padEnd(width)}  ${(names[index] ?? '').padEnd(nameWidth)}  ${paint.quiet(GAP_WORDS[statement.level])}`,
    ),
  ];
}

function placeOf(policy: CoveredPolicy, statement: CoveredStatement): string {
  return statement.location ? formatLocation(statement.location) : policy.name;
}

/** Whole percent; 100 only where nothing is missing. */
function share(part: number, whole: number): number {
  return part === whole ? 100 : Math.min(99, Math.round((100 * part) / whole));
}
