/** What one policy allows and another does not, in as few rows as that takes; each with a request that shows it. */
import type { Catalog } from '../../catalog/index.ts';
import { evaluate } from '../../evaluate/index.ts';
import {
  DEFAULT_SETTINGS,
  type PoliciesInPlay,
  type Policy,
  type PolicyType,
  type Principal,
  type Request,
  type Settings,
  type StatementTrace,
} from '../../language/index.ts';
import { findRequests } from '../find-request.ts';
import type { Asked } from '../question.ts';
import { type LoneQuestion, loneQuestions } from './lone-policy.ts';
import { mergeRows, type Row } from './merge-rows.ts';
import { regionOf, statementsOwed } from './region.ts';

export interface Difference extends Row {
  /** What makes it out: all of them apply to the witness, a Deny on the side that does not allow it. */
  readonly statements: readonly StatementTrace[];
  /** Of the first of the actions, or of those made up: decided as is said on both sides. */
  readonly witness: Request;
  /** What the witness was decided under, on the side that allows it. */
  readonly stack: PoliciesInPlay;
}

export interface PolicyComparison {
  readonly comparison: 'equivalent' | 'less' | 'more' | 'both' | 'unknown';
  readonly gained: readonly Difference[];
  readonly lost: readonly Difference[];
  /** What could not be found out; more may be gained or lost. */
  readonly unknown: readonly string[];
}

export interface ComparisonInput {
  readonly type: PolicyType;
  /** One policy, or several that stand in one place; missing: there was none. */
  readonly before?: Policy | readonly Policy[] | undefined;
  readonly after?: Policy | readonly Policy[] | undefined;
  readonly catalog: Catalog;
  readonly settings?: Settings;
  /** `possible`: only actions that the catalog knows, on resources that they take. Any request without it. */
  readonly requests?: Asked['requests'];
}

export function comparePolicies({
  type,
  before,
  after,
  catalog,
  settings,
  requests = 'any',
}: ComparisonInput): PolicyComparison {
  const [old, now] = [listOf(before), listOf(after)];
  const policies = [...old, ...now];
  const questions = loneQuestions(type, policies).map((one) => ({ ...one, asked: { ...one.asked, requests } }));
  const differences = (from: readonly Policy[], to: readonly Policy[]) =>
    differencesOf(questions, { from, to, catalog, settings: settings ?? DEFAULT_SETTINGS });
  return joinDirections(differences(old, now), differences(now, old));
}

/** What one of two sides allows and the other does not. */
export interface OneWay<One> {
  readonly rows: readonly One[];
  /** Why there may be more. */
  readonly unknown: readonly string[];
}

/** How two sides compare: what is not known of one direction does not count where something is known of it. */
export function joinDirections<One>(gained: OneWay<One>, lost: OneWay<One>) {
  const [more, less] = [gained, lost].map(({ rows, unknown }) =>
    rows.length > 0 ? 'yes' : unknown.length > 0 ? 'unknown' : 'no',
  );
  const comparison: PolicyComparison['comparison'] =
    more === 'unknown' || less === 'unknown'
      ? 'unknown'
      : more === 'yes'
        ? less === 'yes'
          ? 'both'
          : 'more'
        : less === 'yes'
          ? 'less'
          : 'equivalent';
  return {
    comparison,
    gained: gained.rows,
    lost: lost.rows,
    unknown: [...new Set([...gained.unknown, ...lost.unknown])],
  };
}

export function listOf(policies: ComparisonInput['before']): readonly Policy[] {
  return policies === undefined ? [] : 'type' in policies ? [policies] : policies;
}

interface Direction {
  readonly from: readonly Policy[];
  readonly to: readonly Policy[];
  readonly catalog: Catalog;
  readonly settings: Settings;
}

/** What the second allows and the first does not. */
function differencesOf(
  questions: readonly LoneQuestion[],
  { from, to, catalog, settings }: Direction,
): OneWay<Difference> {
  const rows: Difference[] = [];
  const unknown = new Set<string>();
  const own = [...from, ...to];
  for (const { asked, stackOf } of questions) {
    const [stack, other] = [stackOf(to), stackOf(from)];
    const owedTo = (request: Request) =>
      statementsOwed(evaluate(stack, request, settings), evaluate(other, request, settings)).filter(({ policy }) =>
        own.includes(policy),
      );
    const found = findRequests({ allowedBy: stack, notAllowedBy: other, asked, catalog, settings, owedTo });
    for (const result of found) {
      if (result.kind === 'unknown') unknown.add(result.why);
      if (result.kind !== 'counterexample') continue;
      const { request, actions, group } = result;
      const statements = owedTo(request);
      rows.push({
        who: asked.resource === undefined && asked.anywhere === 'caller' ? [] : [callerWords(asked.principal)],
        actions: group?.isUnknown ? [] : actions,
        unlisted: group?.isUnknown ? actions : [],
        ...regionOf(statements, request),
        statements,
        witness: request,
        stack,
      });
    }
  }
  // A row shows the request of its first: rather one that can be made today.
  const made = rows.filter(({ witness }) => isPossible(witness, catalog));
  return { rows: mergeRows([...made, ...rows.filter((row) => !made.includes(row))]), unknown: [...unknown] };
}

function isPossible({ action, resource }: Request, catalog: Catalog): boolean {
  if (resource === '*') return catalog.isResourceless(action);
  return catalog.resourceTypesMatching(action, resource).length > 0;
}

/** `user 111122223333:user/alice`, for rows about a caller that the policy names. */
export function callerWords({ type, arn, service, provider }: Principal): string {
  return service ?? provider ?? (arn === undefined ? 'anybody without credentials' : `${type} ${arn}`);
}
