/** Looks for a question that a mutant answers in another way, among small changes of those that scenarios ask. */
import { deriveRequest } from '../../environment/index.ts';
import { decide } from '../../evaluate/index.ts';
import { type Policy, type PolicyType, policiesIn, type Request, type Statement } from '../../language/index.ts';
import { runCase } from '../run-case.ts';
import type { ScenarioCase } from '../scenario.ts';
import type { Mutant } from './mutants-of.ts';
import { contextsFor } from './sample-contexts.ts';
import { type SampleTarget, type Sides, type Surroundings, targetSampler } from './sample-targets.ts';
import { type StartingPoint, startingPoints } from './starting-points.ts';
import { caseOfRequest, type Difference, type Survivor } from './survivor.ts';

/** Work that one survivor is worth, and one place to start from; in requests decided. */
const MOST_WORK = 60_000;
const MOST_WORK_PER_START = 600;
/** Deriving a request from the environment takes as long as deciding so many. */
const DERIVING = 10;

/** Never says `equivalent`: that nothing was found proves nothing. */
export function searchDifference(survivor: Survivor): Difference {
  const work = { done: 0, decided: 0 };
  let second: ScenarioCase | undefined;
  const { mutant, situations, worlds } = survivor;
  const catalog = (situations[0]?.case ?? worlds[0])?.catalog;
  if (!catalog) return { kind: 'unknown', why: 'no environment has the policy' };
  const targetsOf = targetSampler(sidesOf(mutant), catalog);
  for (const start of startingPoints(survivor)) {
    for (const { request, decisionDiffers } of differencesFrom(start, { survivor, targetsOf, work })) {
      if (!decisionDiffers && second) continue;
      const found = verified(caseOfRequest(start.base, start.caller, request), survivor);
      if (found && decisionDiffers) return { kind: 'case', case: found };
      second ??= found;
    }
    if (work.done > MOST_WORK) break;
  }
  // The decision is the same, and another policy makes it.
  if (second) return { kind: 'case', case: second };
  return { kind: 'unknown', why: `none of ${work.decided} requests near those of the scenarios differs` };
}

/** Policies that follow the caller: it has them whatever it asks. */
const CALLER_SIDE: ReadonlySet<PolicyType> = new Set(['identity', 'boundary', 'session', 'scp']);

interface Found {
  readonly request: Request;
  readonly decisionDiffers: boolean;
}

interface Search {
  readonly survivor: Survivor;
  readonly targetsOf: (around: Surroundings) => readonly SampleTarget[];
  readonly work: { done: number; decided: number };
}

function* differencesFrom({ base, caller, asked }: StartingPoint, search: Search): Generator<Found> {
  const { survivor, targetsOf, work } = search;
  const { mutant, replacement, settings } = survivor;
  const { environment, from, catalog, context } = base;
  const index = mutant.statement?.index;
  const most = work.done + MOST_WORK_PER_START;
  for (const { action, resource } of targetsOf({ environment, catalog, asked, context: asked?.context ?? {} })) {
    if (work.done > most) return;
    work.done += DERIVING;
    const { request, policies, problems } = deriveRequest(environment, caller, {
      action,
      resource,
      context,
      from,
      catalog,
    });
    if (problems.length > 0) continue;
    const changed = replacement.inPlay(policies);
    const [own, other] = [policiesIn(policies), policiesIn(changed)];
    const original = own.find((one) => !other.includes(one));
    if (!original && mutant.policy.types.every((type) => CALLER_SIDE.has(type))) return;
    if (!original) continue;
    const mutated = other.find((one) => !own.includes(one));
    const sides: Policy[] = mutated ? [original, mutated] : [original];
    for (const one of contextsFor(sides, index, { request, settings })) {
      work.done += 1;
      work.decided += 1;
      const asking = { ...request, context: one };
      const [first, second] = [decide(policies, asking, settings), decide(changed, asking, settings)];
      const decisionDiffers = first?.decision !== second?.decision;
      if (decisionDiffers || first?.decidedBy !== second?.decidedBy) yield { request: asking, decisionDiffers };
    }
  }
}

function sidesOf({ policy, statement, document }: Mutant): Sides {
  const concerned = (all: readonly Statement[]) => all.filter(({ index }) => !statement || index === statement.index);
  return { before: concerned(policy.document.statements), after: concerned(document?.statements ?? []) };
}

/** The case with the answer of the original as expectation, where the mutant fails it. */
export function verified(one: ScenarioCase, { replacement, settings }: Survivor): ScenarioCase | undefined {
  const { received, status } = runCase({ ...one, expected: { decision: 'allowed' } }, settings);
  if (!received || status === 'error' || received.decision === 'unknown' || received.failedHop !== undefined)
    return undefined;
  const { decision, decidedBy } = received;
  const expected = { ...one, expected: { decision, ...(decidedBy === undefined ? {} : { decidedBy }) } };
  return runCase(replacement.inCase(expected), settings).status === 'passed' ? undefined : expected;
}
