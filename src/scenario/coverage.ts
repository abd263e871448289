/** Which statements the cases of a run put to the test: those that decided, only applied, never applied, or were never read. */
import type { Location, Policy, PolicyType, StatementTrace } from '../language/index.ts';
import { locationIn } from '../language/index.ts';
import type { CaseResult, Step } from './case-result.ts';
import {
  type CoveredCondition,
  type CoveredValue,
  coveredConditions,
  coveredValues,
  type Parts,
  partsSeen,
} from './coverage-parts.ts';
import { documentKey, policyGroups } from './policy-groups.ts';

/** From the best to the worst that can be said of a statement. */
export const COVERAGE_LEVELS = ['decided', 'applied', 'evaluated', 'untouched'] as const;

/**
 * `decided`: some answer is owed to it; `applied`: it applied and never decided; `evaluated`: it was read and never applied;
 * `untouched`: no case met its policy.
 */
export type CoverageLevel = (typeof COVERAGE_LEVELS)[number];

export interface CoveredStatement {
  /** Position in its policy, from 0. */
  readonly index: number;
  readonly sid?: string;
  readonly effect: 'Allow' | 'Deny';
  readonly level: CoverageLevel;
  /** `decided`, or an Allow of a limiting policy that applied: limits let through, they never decide an Allow. */
  readonly covered: boolean;
  /** Actions, resources and principals. */
  readonly values: readonly CoveredValue[];
  readonly conditions: readonly CoveredCondition[];
  readonly location?: Location;
}

/** One policy file, or one document written inside another file. */
export interface CoveredPolicy {
  readonly name: string;
  /** The types it is used as. */
  readonly types: readonly PolicyType[];
  readonly statements: readonly CoveredStatement[];
}

export interface StatementCoverage {
  readonly policies: readonly CoveredPolicy[];
  readonly totals: Readonly<Record<CoverageLevel, number>> & { readonly statements: number; readonly covered: number };
  /** Values of Action, Resource and Principal elements. */
  readonly elements: Share;
  /** True, false and, where it can be, absent: of every condition. */
  readonly outcomes: Share;
}

export interface Share {
  readonly total: number;
  readonly covered: number;
}

const LIMITS: ReadonlySet<PolicyType> = new Set(['boundary', 'session', 'scp', 'rcp', 'vpce']);

/** What is known of one statement while results are read. */
interface Tally {
  level: CoverageLevel;
  covered: boolean;
  readonly parts: Set<string>;
}

/** @param mentioned every policy of the environments of the run; those that only a scenario names are found in the results */
export function statementCoverage(mentioned: readonly Policy[], results: readonly CaseResult[]): StatementCoverage {
  const tallies = new Map<string, Tally>();
  const met: Policy[] = [];
  for (const step of results.flatMap((result) => result.steps)) met.push(...tally(step, tallies));
  const policies = policyGroups([...mentioned, ...met]).map((used) => coveredPolicy(used, tallies));
  const statements = policies.flatMap((policy) => policy.statements);
  const count = (level: CoverageLevel) => statements.filter((statement) => statement.level === level).length;
  return {
    policies,
    totals: {
      statements: statements.length,
      covered: statements.filter((statement) => statement.covered).length,
      decided: count('decided'),
      applied: count('applied'),
      evaluated: count('evaluated'),
      untouched: count('untouched'),
    },
    elements: shareOf(statements.flatMap(({ values }) => values.map(({ covered }) => covered))),
    outcomes: shareOf(
      statements.flatMap(({ conditions }) =>
        conditions.flatMap(({ wanted, seen }) => wanted.map((outcome) => seen.includes(outcome))),
      ),
    ),
  };
}

function shareOf(parts: readonly boolean[]): Share {
  return { total: parts.length, covered: parts.filter((covered) => covered).length };
}

/** Notes what became of each statement of a step; the policies met. */
function tally(step: Step, tallies: Map<string, Tally>): Policy[] {
  const deciding = new Set(step.result.statements.map(({ trace }) => trace));
  const policies = new Set<Policy>();
  for (const layer of step.result.layers) {
    if (layer.state !== 'in-play') continue;
    for (const trace of layer.nodes.flatMap((node) => node.statements)) {
      policies.add(trace.policy);
      const level = deciding.has(trace) ? 'decided' : trace.applies === 'yes' ? 'applied' : 'evaluated';
      note(tallies, keyOf(trace.policy, trace.statement), {
        level,
        covered: coveredAs(level, trace),
        parts: partsSeen(trace),
      });
    }
  }
  return [...policies];
}

function coveredAs(level: CoverageLevel, trace: StatementTrace): boolean {
  return level === 'decided' || (level === 'applied' && trace.effect === 'Allow' && LIMITS.has(trace.policy.type));
}

function note(tallies: Map<string, Tally>, key: string, seen: Tally): void {
  const known = tallies.get(key);
  if (!known) tallies.set(key, seen);
  else {
    known.covered ||= seen.covered;
    for (const part of seen.parts) known.parts.add(part);
    if (COVERAGE_LEVELS.indexOf(seen.level) < COVERAGE_LEVELS.indexOf(known.level)) known.level = seen.level;
  }
}

const NOTHING: Parts = new Set();

function coveredPolicy(used: readonly [Policy, ...Policy[]], tallies: ReadonlyMap<string, Tally>): CoveredPolicy {
  const [policy] = used;
  return {
    name: policy.name,
    types: [...new Set(used.map((one) => one.type))],
    statements: policy.document.statements.map((statement): CoveredStatement => {
      const location = locationIn(policy.document, statement.range);
      const known = tallies.get(keyOf(policy, statement.index));
      return {
        index: statement.index,
        ...(statement.sid === undefined ? {} : { sid: statement.sid }),
        effect: statement.effect,
        level: known?.level ?? 'untouched',
        covered: known?.covered ?? false,
        values: coveredValues(statement, policy.document, known?.parts ?? NOTHING),
        conditions: coveredConditions(statement, policy.document, known?.parts ?? NOTHING),
        ...(location ? { location } : {}),
      };
    }),
  };
}

function keyOf(policy: Policy, index: number): string {
  return `${documentKey(policy)}#${index}`;
}
