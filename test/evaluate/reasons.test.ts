/** Statements and keys told without a trace are those that a reader of the trace finds. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decideWithReasons, evaluate } from '../../src/evaluate/index.ts';
import {
  DEFAULT_SETTINGS,
  type ElementTrace,
  type EvaluationResult,
  type Settings,
  type StatementTrace,
} from '../../src/language/index.ts';
import { holdsInEveryWorld, type World } from '../helpers/world.ts';

function absentIn(element: ElementTrace | undefined): readonly string[] {
  return (element?.values ?? []).flatMap((value) => value.absentKeys ?? []);
}

/** Nothing that the request does say keeps the statement from applying. */
function hingesOnAbsentKeys({ principal, action, resource, conditions }: StatementTrace): boolean {
  if (principal?.matches === 'no' || action.matches === 'no') return false;
  if (resource?.matches === 'no' && absentIn(resource).length === 0) return false;
  return conditions.every(
    ({ holds, reason, actual, values }) =>
      holds !== 'no' || reason === 'key-absent' || actual.length === 0 || values.some((value) => value.absentKeys),
  );
}

function keysIn({ resource, conditions }: StatementTrace): readonly string[] {
  const ofConditions = conditions.flatMap(({ actual, reason, key, values }) => [
    ...(actual.length === 0 && reason !== 'constant' ? [key] : []),
    ...values.flatMap((value) => value.absentKeys ?? []),
  ]);
  return [...absentIn(resource), ...ofConditions];
}

function keysOfTrace({ layers }: EvaluationResult): readonly string[] {
  const statements = layers
    .filter(({ state }) => state === 'in-play')
    .flatMap(({ nodes }) => nodes.flatMap((node) => node.statements));
  const keys = new Map<string, string>();
  for (const key of statements.filter(hingesOnAbsentKeys).flatMap(keysIn)) {
    if (!keys.has(key.toLowerCase())) keys.set(key.toLowerCase(), key);
  }
  return [...keys.values()].sort((a, b) => (a < b ? -1 : 1));
}

/** By layer, policy name and position. */
function statementsOfTrace({ decision, decidedBy, layers }: EvaluationResult): readonly string[] {
  const effect = { allowed: 'Allow', explicitDeny: 'Deny', implicitDeny: '', unknown: '' }[decision];
  return layers
    .filter(({ layer, state }) => state === 'in-play' && decidedBy?.split('+').includes(layer))
    .flatMap(({ layer, nodes }) =>
      nodes
        .flatMap((node) => node.statements)
        .filter((trace) => trace.effect === effect && trace.applies === 'yes')
        .map((trace) => `${layer} ${trace.policy.name} ${trace.statement}`),
    );
}

function sameAsTrace({ policies, request }: World, settings: Settings): void {
  const result = evaluate(policies, request, settings);
  const { outcome, statements, unknownKeys } = decideWithReasons(policies, request, settings);
  expect(outcome?.decision ?? 'unknown').toBe(result.decision);
  expect(unknownKeys).toEqual(keysOfTrace(result));
  const told = statements.map(({ layer, policy, statement }) => `${layer} ${policy.name} ${statement.index}`);
  expect(told).toEqual(statementsOfTrace(result));
  expect(result.statements.map(({ layer, trace }) => `${layer} ${trace.policy.name} ${trace.statement}`)).toEqual(told);
}

it('in every world', () => {
  holdsInEveryWorld((world) => sameAsTrace(world, DEFAULT_SETTINGS));
});

it('under other readings of contested points', () => {
  const settings: Settings = {
    ...DEFAULT_SETTINGS,
    arnWildcards: 'string',
    emptyString: 'absent',
    mismatchUnderNegation: 'fails',
    multivaluedWithoutQualifier: 'any-value',
    unresolvedNotResource: 'never-applies',
    boolVariables: 'literal',
  };
  holdsInEveryWorld((world) => sameAsTrace(world, settings));
});

it('where some keys are unknown, which is not absent', () => {
  const some = fc.sample(fc.subarray(['aws:SourceIp', 'aws:PrincipalTag/*', 's3:prefix', 'aws:Multi*', '*']), 4);
  holdsInEveryWorld((world) => {
    for (const unknown of some) sameAsTrace({ ...world, request: { ...world.request, unknown } }, DEFAULT_SETTINGS);
  }, 1000);
});
