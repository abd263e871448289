/** The smallest changes that would turn a denial into an Allow, found by making them and evaluating again. */
import { evaluate } from '../evaluate/index.ts';
import type { EvaluationResult, Settings } from '../language/index.ts';
import { type Change, changesFor, newStatement, type Question } from './changes.ts';
import { nearMisses } from './near-misses.ts';

/** Changes that together flip the decision; each set was evaluated. */
export interface Flip {
  readonly changes: readonly Change[];
  /** The question after the changes, which is allowed. */
  readonly after: Question;
}

/** One obstacle is cleared at a time; more than this many changes are no small change. */
const MOST_CHANGES = 4;
const MOST_EVALUATIONS = 300;
/** Per obstacle, the candidates nearest to what is there. */
const MOST_CANDIDATES = 5;

/** At most `most` sets of changes, the smallest first, changes of the request before changes of a policy. */
export function findFlips(question: Question, result: EvaluationResult, settings: Settings, most = 3): readonly Flip[] {
  const flips: Flip[] = [];
  let evaluations = 0;
  const search = (current: Question, denied: EvaluationResult, made: readonly Change[]): void => {
    if (made.length >= MOST_CHANGES) return;
    for (const change of candidates(current, denied)) {
      if (evaluations++ >= MOST_EVALUATIONS) return;
      const next = change.apply(current);
      const outcome = evaluate(next.policies, next.request, settings);
      if (outcome.decision === 'allowed') flips.push({ changes: [...made, change], after: next });
      else if (obstacle(outcome) !== obstacle(denied)) search(next, outcome, [...made, change]);
    }
  };
  if (result.decision === 'explicitDeny' || result.decision === 'implicitDeny') search(question, result, []);
  return flips.sort((a, b) => weight(a) - weight(b)).slice(0, most);
}

function weight(flip: Flip): number {
  return flip.changes.reduce((sum, change) => sum + (change.kind === 'request' ? 10 : 11) + change.touches.length, 0);
}

/** What stands in the way first: a change that leaves it standing was no help. */
function obstacle(result: EvaluationResult): string {
  const [first] = result.statements;
  return `${result.decision} ${result.decidedBy} ${result.missing.length} ${result.statements.length} ${first?.trace.policy.name} ${first?.trace.statement}`;
}

function candidates(question: Question, result: EvaluationResult): Change[] {
  if (result.decision === 'explicitDeny') {
    const [first] = result.statements;
    return first ? changesFor(first.layer, first.trace, false, question.request) : [];
  }
  const [layer] = result.missing;
  if (layer === undefined) return [];
  const near = nearMisses({ ...result, missing: [layer] }, MOST_CANDIDATES);
  const added = newStatement(layer, result, question.request);
  return [
    ...near.flatMap((miss) => changesFor(layer, miss.trace, true, question.request)).slice(0, MOST_CANDIDATES),
    ...(added ? [added] : []),
  ];
}
