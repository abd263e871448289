/** Who may do one action on which resources: decided for all at once, told in detail on request. */
import { type Environment, organizationPlace } from '../environment/index.ts';
import { evaluate, type Outcome } from '../evaluate/index.ts';
import {
  type EvaluationResult,
  type PoliciesInPlay,
  type Policy,
  type PolicyType,
  policiesIn,
  type Request,
} from '../language/index.ts';
import { type MatrixCaller, type MatrixResource, pairPolicies, pairRequest } from '../matrix/index.ts';
import type { WhenAllowed } from '../prove/index.ts';
import type { AccessQuestion } from './access-question.ts';
import { type AccessSide, type GroupSide, sideOpener, sidePolicies } from './access-side.ts';
import { type Asker, askersOf } from './asker.ts';
import { exactCondition } from './exact-condition.ts';
import { groupOf } from './open-keys.ts';
import { matrixCaller } from './sides.ts';

/** `conditional`: it depends on context keys that the question leaves open, or on an account that nobody described. */
export type AccessVerdict = 'allowed' | 'conditional' | 'denied';

export interface Access {
  readonly askers: readonly Asker[];
  /** As the action is authorised on them. */
  readonly resources: readonly string[];
  /** Undefined where the decision depends on what is open. Takes positions in `askers` and `resources`. */
  readonly outcome: (asker: number, resource: number) => Outcome | undefined;
  readonly verdict: (asker: number, resource: number) => AccessVerdict;
  readonly detail: (asker: number, resource: number) => AccessDetail;
  /** The exact condition under which it is allowed, over all values of what is open. */
  readonly when: (asker: number, resource: number) => WhenAllowed;
  /** How many pairs have each verdict. */
  readonly counts: () => Readonly<Record<AccessVerdict, number>>;
  readonly notes: readonly string[];
  /** Why the question cannot be asked as written; empty for a sound one. */
  readonly problems: readonly string[];
}

/** The question to the evaluator behind one answer, and its whole trace. */
export interface AccessDetail {
  readonly request: Request;
  readonly policies: PoliciesInPlay;
  readonly result: EvaluationResult;
}

/** One asker's part. */
interface Row extends GroupSide {
  readonly caller: MatrixCaller;
  readonly resources: readonly MatrixResource[];
  readonly codes: Uint8Array;
}

/** @param only the askers; without them everybody whom the environment describes or its resource-based policies name */
export function openAccess(environment: Environment, question: AccessQuestion, only?: readonly Asker[]): Access {
  const openSide = sideOpener(environment, question, callerPolicies(environment, only));
  const first = openSide(undefined);
  const askers = only ?? askersOf(environment, sidePolicies(first));
  const rows = askers.map((asker): Row => {
    const side: AccessSide = first.dependsOnAccount ? openSide(asker.account) : first;
    const group = side.groupFor(asker);
    const caller = matrixCaller(environment, asker, question);
    return { ...group, caller, resources: side.resources, codes: group.matrix.decide(caller) };
  });
  const outcome = (asker: number, resource: number) => {
    const row = rows[asker];
    return row?.matrix.outcomes[row.codes[resource] ?? 0];
  };
  const verdict = (asker: number, resource: number) => verdictOf(askers[asker], outcome(asker, resource));
  const detail = (asker: number, resource: number) => detailOf(rows[asker], resource, question);
  return {
    askers,
    resources: first.resources.map(({ resource }) => resource),
    outcome,
    verdict,
    detail,
    when: (asker, resource) => exactCondition(detail(asker, resource), question),
    counts: () => countVerdicts(rows, askers),
    notes: first.dependsOnAccount ? [...first.notes, OWN] : first.notes,
    problems: first.problems,
  };
}

function countVerdicts(rows: readonly Row[], askers: readonly Asker[]): Record<AccessVerdict, number> {
  const counts = { allowed: 0, conditional: 0, denied: 0 };
  rows.forEach(({ codes, matrix }, asker) => {
    const pairs = new Uint32Array(matrix.outcomes.length);
    for (let resource = 0; resource < codes.length; resource++) {
      const code = codes[resource] ?? 0;
      pairs[code] = (pairs[code] ?? 0) + 1;
    }
    matrix.outcomes.forEach((outcome, code) => {
      counts[verdictOf(askers[asker], outcome)] += pairs[code] ?? 0;
    });
  });
  return counts;
}

const OF_CALLERS: ReadonlySet<PolicyType> = new Set(['identity', 'boundary', 'session', 'scp']);

/** The policies on the side of the callers, those of everybody where nobody is named. */
function callerPolicies(environment: Environment, only: readonly Asker[] | undefined): ReadonlySet<Policy> {
  if (!only) return new Set(environment.policies.filter(({ type }) => OF_CALLERS.has(type)));
  return new Set(
    only.flatMap(({ caller: { identity = [], boundary, session, principal } }) => [
      ...policiesIn({ identity, session: session?.policies ?? [], boundary: boundary ? [boundary] : [] }),
      ...policiesIn({ scps: organizationPlace(environment, principal.account)?.scps ?? [] }),
    ]),
  );
}

const OWN = 'a resource whose owner is not known is taken for the own of each caller';

function verdictOf(asker: Asker | undefined, outcome: Outcome | undefined): AccessVerdict {
  if (!outcome) return 'conditional';
  if (outcome.decision !== 'allowed') return 'denied';
  return asker && groupOf(asker) === 'outside' ? 'conditional' : 'allowed';
}

function detailOf(row: Row | undefined, resource: number, { action, settings }: AccessQuestion): AccessDetail {
  const target = row?.resources[resource];
  if (!row || !target) throw new RangeError('there is no such asker or resource');
  const { principal, context } = row.caller;
  const request = pairRequest({ principal, action, resource: '*', context, unknown: row.unknown }, target);
  const policies = pairPolicies(row.caller, target);
  return { request, policies, result: evaluate(policies, request, settings) };
}
