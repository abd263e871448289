/** Does the statement's Resource or NotResource reach the requested resource? (B10 to B19, V3) */
import { type CompiledResource, type CompiledStatement, textOf } from '../compile/index.ts';
import {
  arnColons,
  type ElementTrace,
  locationIn,
  matchesArnPattern,
  matchesParts,
  matchesPattern,
  matchesPieces,
  not,
  type PolicyDocument,
  type Truth,
  truthOf,
  type ValueTrace,
} from '../language/index.ts';
import type { RequestView } from './request-view.ts';
import { type Resolution, resolveTemplate } from './variables.ts';

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
  if (denyApplies) return not(listed);
  const kinds = statement.resources.map(({ template, open }) =>
    template.segments && !open ? resolveTemplate(template, view).kind : '',
  );
  if (kinds.includes('unresolvable')) return 'no';
  // U1: a key that is not known may be absent.
  return kinds.includes('unknown') && listed === 'no' ? 'unknown' : not(listed);
}

/** The keys that variables of the element need and the request does not have, as often as they are needed. */
export function keysMissingInResource(
  statement: CompiledStatement,
  view: RequestView,
  colons: Colons,
): readonly string[] {
  return statement.resources.flatMap((candidate) => {
    if (candidate.open && resourceMatches(candidate, view, colons) === 'no') return [];
    return variablesOf(candidate, view).absentKeys ?? [];
  });
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
  if (!colons || !candidate.isArn) return candidate.open ? matchesAsText(candidate, view) : 'no';
  const { resource } = view.request;
  // B12 (contested: I5): part by part, or as one text.
  if (view.settings.arnWildcards === 'string') return matchesAsText(candidate, view);
  const { plain, parts, variable } = candidate;
  if (plain) return truthOf(resource.startsWith(plain.head) && matchesPattern(plain.tail, resource, plain.head.length));
  if (parts) return truthOf(matchesArnPattern(parts, resource, colons));
  if (!variable || !matchesParts(variable.head, resource, colons)) return 'no';
  return matchesResolved(resolveTemplate(variable.tail, view), resource, (colons[4] ?? 0) + 1);
}

function matchesAsText(candidate: CompiledResource, view: RequestView): Truth {
  return matchesResolved(resolveTemplate(candidate.template, view), view.request.resource, 0);
}

/** The text from `start` on; an unknown variable stands for any text (U1). */
function matchesResolved(resolution: Resolution, text: string, start: number): Truth {
  if (resolution.kind === 'unresolvable') return 'no';
  const matches = matchesPieces(resolution.pieces, text, start);
  return resolution.kind === 'unknown' && matches ? 'unknown' : truthOf(matches);
}

/** Where the colons of the request's resource stand; undefined where it is no ARN. */
export type Colons = ReturnType<typeof arnColons>;
