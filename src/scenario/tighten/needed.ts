/** What scenarios need of a policy: for each request that an Allow of it lets through, the statement and the entry of it. */
import {
  coversArn,
  type Policy,
  type Request,
  type Statement,
  type StatementTrace,
  type Text,
} from '../../language/index.ts';
import type { CaseResult, Step } from '../case-result.ts';

/** One action on one resource that a statement must go on to allow. */
export interface Need {
  /** Position of the statement in the policy. */
  readonly statement: number;
  readonly action: string;
  /** As patterns; undefined where the statement has no Resource. */
  readonly resources: readonly string[] | undefined;
}

/** How the resources of a statement are told: as the scenarios ask of them, or as they are written. */
export type ResourceForm = 'asked' | 'written';

/** @param isIt whether a policy is the one that is looked at */
export function needsOf({ steps }: CaseResult, isIt: (policy: Policy) => boolean, form: ResourceForm): readonly Need[] {
  return steps.flatMap((step) => needOf(step, isIt, form) ?? []);
}

function needOf({ request, result }: Step, isIt: (policy: Policy) => boolean, form: ResourceForm): Need | undefined {
  const traces = result.layers.flatMap(({ nodes }) => nodes.flatMap(({ statements }) => statements));
  const allowing = traces.filter(
    ({ policy, effect, applies }) => effect === 'Allow' && applies === 'yes' && isIt(policy),
  );
  // The one that asks for most gives least.
  const [trace] = allowing.sort((a, b) => b.conditions.length - a.conditions.length || a.statement - b.statement);
  const statement = trace && statementOf(trace);
  if (!statement) return undefined;
  return { statement: statement.index, action: request.action, resources: resourcesFor(statement, request, form) };
}

function statementOf({ policy, statement }: StatementTrace): Statement | undefined {
  return policy.document.statements.find(({ index }) => index === statement);
}

function resourcesFor({ resource }: Statement, request: Request, form: ResourceForm): Need['resources'] {
  if (!resource) return undefined;
  const values = resource.values.map(({ value }) => value);
  if (resource.not) return form === 'written' ? undefined : [request.resource];
  const matching = values.filter((value) => coversArn(value, request.resource));
  // What a variable stands for differs from caller to caller, so it stays; so does what a literal cannot say.
  if (matching.length === 0) return values.filter(hasVariable);
  const isLiteral = !/[*?]|\$\{/.test(request.resource);
  if (form === 'asked' && (isLiteral || request.resource === '*')) return [request.resource];
  return [narrowest(matching)];
}

function hasVariable(value: Text['value']): boolean {
  return value.includes('${');
}

function narrowest(patterns: readonly string[]): string {
  return patterns.reduce((best, one) => (coversArn(best, one) ? one : best));
}
