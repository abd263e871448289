/** Does the statement's Resource or NotResource reach the requested resource? (B10 to B19, V3) */
import type { CompiledResource, CompiledStatement } from '../compile/index.ts';
import {
  anyOf,
  type ElementTrace,
  locationIn,
  matchesArnPattern,
  matchesPattern,
  not,
  type Pattern,
  type PolicyDocument,
  splitArn,
  splitPattern,
  type Truth,
  truthOf,
  type ValueTrace,
} from '../language/index.ts';
import type { RequestView } from './request-view.ts';
import { patternOfPieces, resolveTemplate, textOf } from './variables.ts';

/** Undefined where the statement has no resource element: then it always matches (B18). */
export function evaluateResource(
  statement: CompiledStatement,
  document: PolicyDocument,
  view: RequestView,
): ElementTrace | undefined {
  const element = statement.statement.resource;
  if (!element) return undefined;
  const parts = splitArn(view.request.resource);
  const values = statement.resources.map((candidate): ValueTrace => {
    const location = locationIn(document, candidate.text.range);
    return { value: candidate.text.value, ...matchResource(candidate, parts, view), ...(location ? { location } : {}) };
  });
  const listed = anyOf(values.map((value) => value.matches));
  if (!element.not) return { element: 'Resource', matches: listed, values };
  return { element: 'NotResource', matches: notListed(listed, values, statement, view), values };
}

function notListed(
  listed: Truth,
  values: readonly ValueTrace[],
  statement: CompiledStatement,
  view: RequestView,
): Truth {
  // A12: an empty list matches nothing.
  if (values.length === 0) return 'no';
  const unresolvable = values.some(
    (value) => value.absentKeys && value.matches === 'no' && value.resolved === undefined,
  );
  // V3 (contested: I13): the exception is gone for a Deny; an Allow does not apply.
  const denyApplies = statement.statement.effect === 'Deny' && view.settings.unresolvedNotResource === 'deny-applies';
  return unresolvable && !denyApplies ? 'no' : not(listed);
}

type Match = Omit<ValueTrace, 'value' | 'location'>;

function matchResource(candidate: CompiledResource, parts: readonly string[] | undefined, view: RequestView): Match {
  if (candidate.everything) return { matches: 'yes' };
  // Not an ARN: matches nothing, as does every ARN when the action takes no resource (B16).
  if (!candidate.template.text.startsWith('arn')) return { matches: 'no' };
  if (candidate.parts && view.settings.arnWildcards === 'parts') {
    return { matches: truthOf(matchesArnPattern(candidate.parts, parts)) };
  }
  const resolution = resolveTemplate(candidate.template, view);
  if (resolution.kind === 'unresolvable') return { matches: 'no', absentKeys: resolution.keys };
  const matches = matchesArn(patternOfPieces(resolution.pieces), parts, view);
  const resolved = candidate.template.segments ? { resolved: textOf(resolution.pieces) } : {};
  if (resolution.kind === 'resolved') return { matches: truthOf(matches), ...resolved };
  return { matches: matches ? 'unknown' : 'no', absentKeys: resolution.keys, ...resolved };
}

/** B12 (contested: I5): part by part, or as one text. */
function matchesArn(pattern: Pattern, parts: readonly string[] | undefined, view: RequestView): boolean {
  const split = splitPattern(pattern);
  if (view.settings.arnWildcards === 'parts') return matchesArnPattern(split, parts);
  return parts !== undefined && matchesPattern(pattern, view.request.resource);
}
