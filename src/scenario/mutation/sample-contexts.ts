/** Contexts in which the conditions of a statement and of its mutant may differ, the nearest to what was asked first. */
import { type CompiledCondition, compilePolicy } from '../../compile/index.ts';
import { conditionHolds, viewRequest } from '../../evaluate/index.ts';
import { globalConditionKey, isAlwaysPresent } from '../../language/condition-keys.ts';
import { type Policy, parseOperator, type Request, type RequestContext, type Settings } from '../../language/index.ts';
import { type Sample, sampleValues } from './sample-texts.ts';

type Change = Readonly<Record<string, Sample>>;

/** Facts of the caller and of the resource, which no question may bend. */
const FACTS =
  /^aws:(principal(arn|account|orgid|orgpaths|type|isawsservice|servicename|servicenameslist)|user(id|name)|resource(account|orgid|orgpaths)|federatedprovider|tokenissuetime)$/i;

/** D7: only a service that calls for itself has them. */
const SERVICE_FACTS = /^aws:source(arn|account|orgid|orgpaths|owner)$/i;

/**
 * @param policies the policy before and after the change
 * @param index the changed statement
 */
export function contextsFor(
  policies: readonly Policy[],
  index: number | undefined,
  { request, settings }: { readonly request: Request; readonly settings: Settings },
): RequestContext[] {
  const sides = policies.map((policy) =>
    compilePolicy(policy)
      .statements.filter(({ statement }) => index === undefined || statement.index === index)
      .flatMap(({ conditions }) => conditions),
  );
  const samples = samplesByKey(sides.flat(), request);
  const met = sides.map((conditions) => meeting(conditions, samples, { request, settings }));
  const starts = unique([{}, ...met]);
  const changes = starts.flatMap((start) => [
    start,
    ...[...samples].flatMap(([key, values]) => values.map((value): Change => ({ ...start, [key]: value }))),
  ]);
  return unique(changes).map((change) => changed(request.context, change));
}

function samplesByKey(
  conditions: readonly CompiledCondition[],
  { context, principal }: Request,
): Map<string, readonly Sample[]> {
  const samples = new Map<string, Sample[]>();
  const present = new Set(Object.keys(context).map((key) => key.toLowerCase()));
  for (const { entry, key } of conditions) {
    if (FACTS.test(key) || (principal.type !== 'service' && SERVICE_FACTS.test(key))) continue;
    const isList = globalConditionKey(key)?.multivalued ?? parseOperator(entry.operator)?.qualifier !== undefined;
    const known = samples.get(entry.key) ?? [];
    known.push(...sampleValues(entry, context, isList));
    if (!isAlwaysPresent(key) && present.has(key)) known.push(null);
    samples.set(entry.key, known);
  }
  return new Map([...samples].map(([key, values]) => [key, unique(values)]));
}

/** The context changed until all conditions hold, one after the other; as far as samples go. */
function meeting(
  conditions: readonly CompiledCondition[],
  samples: ReadonlyMap<string, readonly Sample[]>,
  { request, settings }: { readonly request: Request; readonly settings: Settings },
): Change {
  let change: Change = {};
  const holds = (condition: CompiledCondition, tried: Change) => {
    const view = viewRequest({ ...request, context: changed(request.context, tried) }, settings, false);
    return conditionHolds(condition, view) === 'yes';
  };
  for (const [at, condition] of conditions.entries()) {
    if (holds(condition, change)) continue;
    const { key } = condition.entry;
    const value = samples.get(key)?.find((one) => {
      const tried = { ...change, [key]: one };
      return conditions.slice(0, at + 1).every((before) => holds(before, tried));
    });
    if (value !== undefined) change = { ...change, [key]: value };
  }
  return change;
}

function changed(context: RequestContext, change: Change): RequestContext {
  const names = Object.keys(change);
  if (names.length === 0) return context;
  const taken = new Set(names.map((name) => name.toLowerCase()));
  const kept = Object.entries(context).filter(([key]) => !taken.has(key.toLowerCase()));
  const given = Object.entries(change).flatMap(([key, value]) => (value === null ? [] : [[key, value] as const]));
  return Object.fromEntries([...kept, ...given]);
}

function unique<One>(all: readonly One[]): One[] {
  const seen = new Set<string>();
  return all.filter((one) => {
    const key = JSON.stringify(one);
    return !seen.has(key) && seen.add(key);
  });
}
