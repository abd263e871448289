/** A caller alone, or with a resource: the request, the policies and the context as the evaluator sees them. */
import { contextValue, type KeyValue, type RequestView, situationOf, UNKNOWN, viewRequest } from '../evaluate/index.ts';
import type { PoliciesInPlay, Request, RequestContext } from '../language/index.ts';
import type { MatrixCaller, MatrixQuestion, MatrixResource } from './matrix-question.ts';

/** The caller's request before its resource is known: what conditions and principals find in it holds for every resource. */
export function callerView({ action, unknown, settings }: MatrixQuestion, caller: MatrixCaller): RequestView {
  const { principal, context, policies } = caller;
  const request = { principal, action, resource: '*', context, unknown };
  const hasBoundary = policies.boundary !== undefined && situationOf(request, {}, settings).caller === 'policies';
  return viewRequest(request, settings, hasBoundary);
}

/**
 * What a statement sees of the pair.
 * @param readsContext does it read context keys of the resource?
 */
export function pairView(view: RequestView, target: MatrixResource, readsContext: boolean): RequestView {
  const { request } = view;
  const { resource } = target;
  return { ...view, request: readsContext ? pairRequest(request, target) : { ...request, resource } };
}

/** The request of `decide` for this caller and this resource. */
export function pairRequest(request: Request, { policies: _, context, ...target }: MatrixResource): Request {
  return { ...request, ...target, context: joinContexts(request.context, context) };
}

export function pairPolicies(caller: MatrixCaller, target: MatrixResource): PoliciesInPlay {
  return { ...caller.policies, ...target.policies };
}

/** Key names ignore case (C50). */
function joinContexts(caller: RequestContext, resource: RequestContext): RequestContext {
  const own = new Set(Object.keys(resource).map((key) => key.toLowerCase()));
  const kept = Object.entries(caller).filter(([key]) => !own.has(key.toLowerCase()));
  return Object.fromEntries([...kept, ...Object.entries(resource)]);
}

/** What the keys come to for a caller, as a text: where it is equal, conditions on these keys come out equal. */
export function facetOf(view: RequestView, keys: readonly string[]): string {
  const [first, ...others] = keys;
  if (first === undefined) return '';
  const value = contextValue(view, first, first);
  // Most policies read one key; no JSON list begins with `=`.
  if (others.length === 0 && typeof value === 'string') return `=${value}`;
  return JSON.stringify([plain(value), ...others.map((key) => plain(contextValue(view, key, key)))]);
}

function plain(value: KeyValue): string | readonly string[] | number | null {
  return value === UNKNOWN ? 0 : (value ?? null);
}
