/** What one policy allows and another does not, in as few rows as that takes; each with a request that shows it. */
import type { Catalog } from '../../catalog/index.ts';
import { evaluate } from '../../evaluate/index.ts';
import {
  DEFAULT_SETTINGS,
  LAYERS,
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

export interface Difference {
  /** Ids of actions that the catalog knows. */
  readonly actions: readonly string[];
  /** Made up: they stand for actions that AWS may add. */
  readonly unlisted: readonly string[];
  /** The resources and conditions of the statement that allows it. */
  readonly statement: StatementTrace | undefined;
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
  const unknown = new Set<string>();
  const differences = (from: readonly Policy[], to: readonly Policy[]) =>
    questions.flatMap((question) =>
      differencesOf(question, { from, to, catalog, settings: settings ?? DEFAULT_SETTINGS, unknown }),
    );
  const gained = differences(old, now);
  const lost = differences(now, old);
  const comparison =
    gained.length > 0 && lost.length > 0
      ? 'both'
      : unknown.size > 0
        ? 'unknown'
        : gained.length > 0
          ? 'more'
          : lost.length > 0
            ? 'less'
            : 'equivalent';
  return { comparison, gained, lost, unknown: [...unknown] };
}

export function listOf(policies: ComparisonInput['before']): readonly Policy[] {
  return policies === undefined ? [] : 'type' in policies ? [policies] : policies;
}

interface Direction {
  readonly from: readonly Policy[];
  readonly to: readonly Policy[];
  readonly catalog: Catalog;
  readonly settings: Settings;
  readonly unknown: Set<string>;
}

/** What the second allows and the first does not, gathered by the statement that allows it. */
function differencesOf(
  { asked, stackOf }: LoneQuestion,
  { from, to, catalog, settings, unknown }: Direction,
): Difference[] {
  const stack = stackOf(to);
  const rows = new Map<string, Difference>();
  for (const result of findRequests({
    allowedBy: stack,
    notAllowedBy: stackOf(from),
    asked,
    catalog,
    settings,
  })) {
    if (result.kind === 'unknown') unknown.add(result.why);
    if (result.kind !== 'counterexample') continue;
    const { request, actions, group } = result;
    const statement = allowingStatement(stack, request, to, settings);
    const key = `${statement && to.indexOf(statement.policy)} ${statement?.statement} ${JSON.stringify(request.context)}`;
    const row = rows.get(key);
    rows.set(key, {
      statement,
      witness: request,
      stack,
      ...row,
      actions: [...(row?.actions ?? []), ...(group.isUnknown ? [] : actions)],
      unlisted: [...(row?.unlisted ?? []), ...(group.isUnknown ? actions : [])],
    });
  }
  return [...rows.values()];
}

function allowingStatement(stack: PoliciesInPlay, request: Request, policies: readonly Policy[], settings: Settings) {
  const { layers } = evaluate(stack, request, settings);
  return LAYERS.flatMap((name) => layers.filter(({ layer }) => layer === name))
    .flatMap(({ nodes }) => nodes.flatMap(({ statements }) => statements))
    .find((one) => policies.includes(one.policy) && one.effect === 'Allow' && one.applies === 'yes');
}

/** `user 111122223333:user/alice`, for rows about a caller that the policy names. */
export function callerWords({ type, arn, service, provider }: Principal): string {
  return service ?? provider ?? (arn === undefined ? 'anybody without credentials' : `${type} ${arn}`);
}
