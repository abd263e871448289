/** Runs scenarios on the mutants of the policies they are about: a mutant that no expectation notices is a gap. */
import type { Environment } from '../../environment/index.ts';
import { decide } from '../../evaluate/index.ts';
import { DEFAULT_SETTINGS, type Policy, policiesIn, type Settings } from '../../language/index.ts';
import type { CaseResult, Step } from '../case-result.ts';
import { documentKey, policyGroups } from '../policy-groups.ts';
import { runCase } from '../run-case.ts';
import type { ScenarioCase, ScenarioFile } from '../scenario.ts';
import type { ScenarioReport } from '../scenario-report.ts';
import { type Mutant, mutantsOf } from './mutants-of.ts';
import { type Replacement, replacementBy } from './replacement.ts';
import { type Difference, type FindDifference, type Situation, situationsOf } from './survivor.ts';

/** `equivalent`: proven to be the same; `open`: neither a scenario that is missing nor a proof was found. */
export type MutantStatus = 'killed' | 'survived' | 'equivalent' | 'open';

export interface MutantResult {
  readonly mutant: Mutant;
  readonly status: MutantStatus;
  /** Killed: the first case that fails on it. */
  readonly killedBy?: ScenarioCase;
  /** Survived: a case that passes and would fail on the mutant. Several mutants may share one. */
  readonly missing?: ScenarioCase;
  /** Open: why nothing is known. */
  readonly why?: string;
}

export interface MutationOptions {
  readonly findDifference: FindDifference;
  readonly settings?: Settings;
  /** Policies to make mutants of, by name; all when missing. */
  readonly wants?: (policy: string) => boolean;
}

/** All mutants, in the order in which they are run. */
export function mutantsOfRun(files: readonly ScenarioFile[], report: ScenarioReport, options: MutationOptions) {
  const results = report.files.flatMap((file) => file.results);
  const met = results.flatMap(({ steps }) => steps.flatMap(({ policies }) => policiesIn(policies)));
  const groups = policyGroups([...files.flatMap((file) => file.environment.policies), ...met]);
  return groups
    .map((used) => ({ name: used[0].name, types: typesOf(used), document: used[0].document }))
    .filter(({ name }) => options.wants?.(name) ?? true)
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
    .map((policy) => mutantsOf(policy));
}

function typesOf(used: readonly Policy[]) {
  return [...new Set(used.map(({ type }) => type))];
}

/**
 * One result after the other, so that progress can be told. Only cases that pass can kill.
 * @param policies as `mutantsOfRun` gives them
 */
export function* runMutants(
  policies: readonly (readonly Mutant[])[],
  report: ScenarioReport,
  options: MutationOptions,
): Generator<MutantResult> {
  const { settings = DEFAULT_SETTINGS, findDifference } = options;
  const passed = report.files.flatMap((file) => file.results).filter(({ status }) => status === 'passed');
  const found: ScenarioCase[] = [];
  const meeting = casesByPolicy(passed);
  for (const mutants of policies) {
    const [first] = mutants;
    const cases = (first && meeting.get(keyOf(first))) ?? [];
    let situations: readonly Situation[] | undefined;
    let worlds: readonly ScenarioCase[] | undefined;
    for (const mutant of mutants) {
      const replacement = replacementBy(mutant);
      const killer = cases.find((result) => notices(result, { mutant, replacement, settings }));
      if (killer) {
        yield { mutant, status: 'killed', killedBy: killer.case };
        continue;
      }
      const known = found.find((one) => fails(replacement.inCase(one), settings));
      if (known) {
        yield { mutant, status: 'survived', missing: known };
        continue;
      }
      situations ??= cases.flatMap(situationsOf).filter(({ policies }) => includes(policiesIn(policies), mutant));
      worlds ??= worldsOf(passed, mutant);
      const result = judge(mutant, findDifference({ mutant, replacement, situations, worlds, settings }));
      if (result.missing) found.push(result.missing);
      yield result;
    }
  }
}

function judge(mutant: Mutant, difference: Difference): MutantResult {
  switch (difference.kind) {
    case 'equivalent':
      return { mutant, status: 'equivalent' };
    case 'case':
      return { mutant, status: 'survived', missing: difference.case };
    case 'unknown':
      return { mutant, status: 'open', why: difference.why };
    default:
      return difference satisfies never;
  }
}

function keyOf({ policy: { name, types, document } }: Mutant): string {
  return documentKey({ name, type: types[0] ?? 'identity', document });
}

function includes(policies: readonly Policy[], mutant: Mutant): boolean {
  const key = keyOf(mutant);
  return policies.some((policy) => documentKey(policy) === key);
}

/** One case of each environment that has the policy, asking nothing yet. */
function worldsOf(results: readonly CaseResult[], mutant: Mutant): readonly ScenarioCase[] {
  const environments = new Set<Environment>();
  return results.flatMap(({ case: one }) => {
    const { environment } = one;
    if (environments.has(environment) || !includes(environment.policies, mutant)) return [];
    environments.add(environment);
    // Where it is called from stays: the defaults of the file are in it.
    return { ...one, hops: [], checks: [], multiple: false };
  });
}

/** Cases with a step that meets the policy: nothing else of it can change what they come to. */
function casesByPolicy(results: readonly CaseResult[]): Map<string, CaseResult[]> {
  const cases = new Map<string, CaseResult[]>();
  for (const result of results) {
    const keys = new Set(result.steps.flatMap(({ policies }) => policiesIn(policies).map(documentKey)));
    for (const key of keys) {
      const known = cases.get(key);
      if (known) known.push(result);
      else cases.set(key, [result]);
    }
  }
  return cases;
}

interface Trial {
  readonly mutant: Mutant;
  readonly replacement: Replacement;
  readonly settings: Settings;
}

/** Does the case fail on the mutant? It is asked anew only where one of its steps comes to something else. */
function notices({ case: one, steps }: CaseResult, { mutant, replacement, settings }: Trial): boolean {
  const mustAsk = mutant.document === undefined || one.expected.statement !== undefined;
  if (!mustAsk && steps.every((step) => isUnmoved(step, replacement, settings))) return false;
  return fails(replacement.inCase(one), settings);
}

/** The chain and the answer follow from the decisions of the steps, and from who made them. */
function isUnmoved({ policies, request, result }: Step, replacement: Replacement, settings: Settings): boolean {
  const outcome = decide(replacement.inPlay(policies), request, settings);
  const decision = outcome?.decision ?? 'unknown';
  return decision === result.decision && outcome?.decidedBy === result.decidedBy && outcome?.rule === result.rule;
}

function fails(one: ScenarioCase, settings: Settings): boolean {
  return runCase(one, settings).status !== 'passed';
}
