/** Does the statement's Resource or NotResource reach the requested resource? (B10 to B19, V3) */
import { type CompiledResource, type CompiledStatement, textOf } from '../compile/index.ts';
import {
  arnColons,
  type ElementTrace,
  locationIn,
  matchesArnPattern,
  matchesPattern,
  not,
  type PolicyDocument,
  patternOfPieces,
  splitPattern,
  type Truth,
  truthOf,
  type ValueTrace,
} from '../language/index.ts';
import type { RequestView } from './request-view.ts';
import { resolveTemplate } from './variables.ts';

/** Undefined where the statement has no resource element: then it always matches (B18). */
export function traceResource(
  statement: CompiledStatement,
  document: PolicyDocument,
  view: RequestView,
): ElementTrace | undefined {
  const element = statement.statement.resource;
  if (!element) return undefined;
  const colons = arnColons(view.request.resource);
  const values = statement.resources.map((candidate): ValueTrace => {
    const location = locationIn(document, candidate.text.range);
    return {
      value: candidate.text.value,
      matches: resourceMatches(candidate, view, colons),
      ...variablesOf(candidate, view),
      ...(location ? { location } : {}),
    };
  });
  const matches = resourceElementMatches(statement, view, colons);
  return { element: element.not ? 'NotResource' : 'Resource', matches, values };
}

/** Does the statement's Resource or NotResource reach the request's resource? Without the element: always (B18). */
export function resourceElementMatches(statement: CompiledStatement, view: RequestView, colons: Colons): Truth {
  const element = statement.statement.resource;
  if (!element) return 'yes';
  let listed: Truth = 'no';
  for (const candidate of statement.resources) {
    const one = resourceMatches(candidate, view, colons);
    if (one === 'yes') return truthOf(!element.not);
    if (one === 'unknown') listed = one;
  }
  return element.not ? notListed(listed, statement, view) : listed;
}

function notListed(listed: Truth, statement: CompiledStatement, view: RequestView): Truth {
  // V3 (contested: I13): with an unresolvable variable the exception is gone for a Deny; an Allow does not apply.
  const denyApplies = statement.statement.effect === 'Deny' && view.settings.unresolvedNotResource === 'deny-applies';
  if (!denyApplies && statement.resources.some((candidate) => isUnresolvable(candidate, view))) return 'no';
  return not(listed);
}

function isUnresolvable(candidate: CompiledResource, view: RequestView): boolean {
  return candidate.template.segments !== undefined && resolveTemplate(candidate.template, view).kind === 'unresolvable';
}

/** What the value's variables came to, for the trace. */
function variablesOf(candidate: CompiledResource, view: RequestView): Pick<ValueTrace, 'resolved' | 'absentKeys'> {
  if (!candidate.template.segments) return {};
  const resolution = resolveTemplate(candidate.template, view);
  if (resolution.kind === 'unresolvable') return { absentKeys: resolution.keys };
  const resolved = textOf(resolution.pieces);
  return resolution.kind === 'unknown' ? { resolved, absentKeys: resolution.keys } : { resolved };
}

/** Does one Resource value reach the request's resource? What a variable stands for may be unknown (U1). */
export function resourceMatches(candidate: CompiledResource, view: RequestView, colons: Colons): Truth {
  if (candidate.everything) return 'yes';
  // Not an ARN: matches nothing, as does every ARN when the action takes no resource (B16).
  if (!colons || !candidate.template.text.startsWith('arn')) return 'no';
  const { resource } = view.request;
  if (candidate.parts && view.settings.arnWildcards === 'parts') {
    return truthOf(matchesArnPattern(candidate.parts, resource, colons));
  }
  const resolution = resolveTemplate(candidate.template, view);
  if (resolution.kind === 'unresolvable') return 'no';
  const pattern = patternOfPieces(resolution.pieces);
  // B12 (contested: I5): part by part, or as one text.
  const matches =
    view.settings.arnWildcards === 'parts'
      ? matchesArnPattern(splitPattern(pattern), resource, colons)
      : matchesPattern(pattern, resource);
  return resolution.kind === 'unknown' && matches ? 'unknown' : truthOf(matches);
}

/** Where the colons of the request's resource stand; undefined where it is no ARN. */
export type Colons = ReturnType<typeof arnColons>;
