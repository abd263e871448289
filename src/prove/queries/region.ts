/** What a difference is about, in the words of the policies: the statements that make it out, their resources and conditions. */
import {
  coversArn,
  type EvaluationResult,
  type Layer,
  type LayerTrace,
  matchesPattern,
  patternOf,
  type Request,
  type Statement,
  type StatementTrace,
} from '../../language/index.ts';

/** Requests on the resources, but not on those left out, of which the conditions hold. */
export interface Region {
  /** Patterns as the policies write them; `*` for all. */
  readonly resources: readonly string[];
  readonly except: readonly string[];
  /** `Bool aws:SecureTransport true`, sorted. */
  readonly conditions: readonly string[];
}

/** Layers whose statements give something: the others only let through. */
const GRANTING: readonly Layer[] = ['identity', 'resource', 'trust'];

/** The statements to which it is owed that one side allows a request and the other one does not: all of them apply. */
export function statementsOwed(
  allowed: EvaluationResult,
  refused: EvaluationResult | undefined,
): readonly StatementTrace[] {
  const { statements } = allowed;
  const denial = refused?.decision === 'explicitDeny' ? refused.statements.slice(0, 1).map(({ trace }) => trace) : [];
  const missing = refused?.decision === 'implicitDeny' ? refused.missing : [];
  const made = missing.flatMap((layer) => allowsMissed(layerOf(allowed, layer), layerOf(refused, layer)));
  const isGiven = missing.some((layer) => GRANTING.includes(layer) && layerOf(allowed, layer)?.allows === 'yes');
  const grant = isGiven ? [] : statements.filter(({ layer }) => GRANTING.includes(layer)).slice(0, 1);
  return [...grant.map(({ trace }) => trace), ...made, ...denial];
}

function layerOf(result: EvaluationResult | undefined, layer: Layer): LayerTrace | undefined {
  return result?.layers.find((one) => one.layer === layer);
}

/** One Allow of each group of policies that lacks one on the other side. */
function allowsMissed(own: LayerTrace | undefined, other: LayerTrace | undefined): readonly StatementTrace[] {
  const isLike = own?.nodes.length === other?.nodes.length;
  return (
    own?.nodes.flatMap(({ statements }, at) => {
      if (isLike && other?.nodes[at]?.allows === 'yes') return [];
      return statements.find(({ effect, applies }) => effect === 'Allow' && applies === 'yes') ?? [];
    }) ?? []
  );
}

/** @param within patterns that the resources lie in besides */
export function regionOf(owed: readonly StatementTrace[], { resource }: Request, within?: readonly string[]): Region {
  const statements = owed.map(writtenIn);
  let resources: readonly string[] = within ?? ['*'];
  const except: string[] = [];
  for (const { resource: element } of statements) {
    const values = element?.values.map(({ value }) => value) ?? [];
    if (element?.not) except.push(...values);
    else if (element) resources = common(resources, values);
  }
  // A role's trust policy speaks of the role alone.
  const isOfRole = statements.length > 0 && statements.every((one) => !one.resource);
  if (isOfRole || resource === '*' || resources.length === 0) resources = [resource];
  const conditions = statements.flatMap((one) => one.conditions.map(conditionWords));
  return {
    resources,
    except: except.filter((one) => resources.some((other) => meet(one, other) && !coversArn(one, other))),
    conditions: [...new Set(conditions)].sort(),
  };
}

function writtenIn({ policy, statement }: StatementTrace): Statement {
  const written = policy.document.statements.find(({ index }) => index === statement);
  if (!written) throw new Error('a trace is of a statement of its policy');
  return written;
}

function conditionWords({ operator, key, values }: Statement['conditions'][number]): string {
  return `${operator} ${key} ${values.map(({ value }) => value).join(' or ')}`;
}

/** What lies in one of each. Of two that only overlap, the one that says more. */
function common(these: readonly string[], those: readonly string[]): readonly string[] {
  const found = these.flatMap((one) =>
    those.flatMap((other) => {
      if (coversArn(one, other)) return other;
      if (coversArn(other, one)) return one;
      if (!meet(one, other)) return [];
      return weight(one) > weight(other) ? one : other;
    }),
  );
  return found.filter((one, at) => found.findIndex((other) => coversArn(other, one)) === at || !isCovered(one, found));
}

function isCovered(one: string, among: readonly string[]): boolean {
  return (
    among.some((other) => other !== one && coversArn(other, one)) || among.filter((other) => other === one).length > 1
  );
}

function weight(pattern: string): number {
  return pattern.replaceAll(/\$\{[^}]*\}|[*?]/g, '').length;
}

/** Not surely: can the two match one text, as far as what stands before their wildcards and after them tells? */
function meet(one: string, other: string): boolean {
  if (one === '*' || other === '*') return true;
  const [a, b] = [one, other].map((text) => text.replaceAll(/\$\{[^}]*\}/g, '*'));
  if (a === undefined || b === undefined) return true;
  if (!/[*?]/.test(a)) return matchesPattern(patternOf(b), a);
  if (!/[*?]/.test(b)) return matchesPattern(patternOf(a), b);
  const [headA = '', headB = ''] = [a, b].map((text) => text.slice(0, text.search(/[*?]/)));
  const [tailA = '', tailB = ''] = [a, b].map((text) => /[^*?]*$/.exec(text)?.[0]);
  const startsTogether = headA.startsWith(headB) || headB.startsWith(headA);
  return startsTogether && (tailA.endsWith(tailB) || tailB.endsWith(tailA));
}
