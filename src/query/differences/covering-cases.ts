/** Which cases of scenarios try what somebody may newly do. */
import { callersOf, type Environment } from '../../environment/index.ts';
import { coversArn } from '../../language/index.ts';
import type { CaseResult } from '../../scenario/index.ts';
import { askerOfCaller } from '../asker.ts';
import type { AccessDifference } from './compare-environments.ts';

/** By difference, the names of the cases with a request of the principals, actions and resources that is allowed. */
export function coveringCases(
  environment: Environment,
  results: readonly CaseResult[],
): (difference: AccessDifference) => readonly string[] {
  const names = new Map(
    callersOf(environment).map((caller) => [identityOf(caller.principal), askerOfCaller(caller, environment).name]),
  );
  const tried = results.flatMap((result) =>
    result.steps
      .filter(({ result: { decision } }) => decision === 'allowed')
      .map(({ request }) => ({ name: result.case.name, request, who: names.get(identityOf(request.principal)) })),
  );
  return ({ who, actions, resources, except }) => {
    const ids = new Set(actions.map((id) => id.toLowerCase()));
    const cases = tried.filter(
      ({ request, who: name }) =>
        name !== undefined &&
        who.includes(name) &&
        ids.has(request.action.toLowerCase()) &&
        isAmong(resources, request.resource) &&
        !isAmong(except, request.resource),
    );
    return [...new Set(cases.map(({ name }) => name))];
  };
}

/** A role's sessions are all the role. */
function identityOf({ arn, roleArn }: { readonly arn?: string; readonly roleArn?: string }): string | undefined {
  return roleArn ?? arn;
}

function isAmong(patterns: readonly string[], resource: string): boolean {
  return patterns.some(
    (pattern) => pattern === resource || coversArn(pattern.replaceAll(/\$\{[^}]*\}/g, '*'), resource),
  );
}
