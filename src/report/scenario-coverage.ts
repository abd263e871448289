/** Statement coverage for people: the share, and each statement that no case puts to the test. */
import { formatLocation, type Location } from '../language/index.ts';
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
  const { totals, elements, outcomes } = coverage;
  if (totals.statements === 0) return [];
  const gaps = coverageGaps(coverage);
  const width = Math.max(0, ...gaps.map(({ place }) => place.length));
  const nameWidth = Math.max(0, ...gaps.map(({ name }) => name.length));
  const head = (what: string, covered: number, total: number) =>
    `${paint.strong(what)} ${share(covered, total)}% (${covered} of ${total})`;
  return [
    head('Statement coverage', totals.covered, totals.statements),
    ...(elements.total === 0 ? [] : [head('Element coverage', elements.covered, elements.total)]),
    ...(outcomes.total === 0 ? [] : [head('Condition coverage', outcomes.covered, outcomes.total)]),
    ...gaps.map(
      ({ place, name, words }) =>
        `  ${paint.note(marks.failed)} ${place.padEnd(width)}  ${name.padEnd(nameWidth)}  ${paint.quiet(words)}`,
    ),
  ];
}

/** Something that no case puts to the test. */
export interface CoverageGap {
  readonly location?: Location;
  readonly place: string;
  readonly name: string;
  readonly words: string;
}

export function coverageGaps({ policies }: StatementCoverage): readonly CoverageGap[] {
  return policies.flatMap((policy) => policy.statements.flatMap((one) => gapsOf(policy, one)));
}

/** Of a statement that never applied, that alone; of any other the parts that nothing put to the test. */
function gapsOf(policy: CoveredPolicy, statement: CoveredStatement): CoverageGap[] {
  const name = printable(statement.sid || `#${statement.index}`);
  const gap = (location: Location | undefined, words: string): CoverageGap => ({
    ...(location ? { location } : {}),
    place: location ? formatLocation(location) : policy.name,
    name,
    words: printable(words),
  });
  const whole = statement.covered ? [] : [gap(statement.location, GAP_WORDS[statement.level])];
  if (statement.level === 'evaluated' || statement.level === 'untouched') return whole;
  return [
    ...whole,
    ...statement.values
      .filter(({ covered }) => !covered)
      .map(({ element, value, location }) => gap(location, `no case meets \`${value}\` in ${element}`)),
    ...statement.conditions.flatMap(({ operator, key, wanted, seen, location }) => {
      const left = wanted.filter((outcome) => !seen.includes(outcome));
      return left.length === 0 ? [] : [gap(location, `${operator} on ${key}: never ${left.join(', never ')}`)];
    }),
  ];
}

/** Whole percent; 100 only where nothing is missing. */
function share(part: number, whole: number): number {
  return part === whole ? 100 : Math.min(99, Math.round((100 * part) / whole));
}
