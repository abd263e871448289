/** A mutant that no scenario tells from the original, and what may be asked to tell them apart. */
import { type Caller, deriveRequest, type From, type GivenContext } from '../../environment/index.ts';
import type { PoliciesInPlay, Request, Settings } from '../../language/index.ts';
import type { CaseResult } from '../case-result.ts';
import { layContext } from '../given-values.ts';
import type { ScenarioCase } from '../scenario.ts';
import type { Mutant } from './mutants-of.ts';
import type { Replacement } from './replacement.ts';

/** One question of the scenarios to which the policy had something to say: one action on one resource after the hops. */
export interface Situation {
  readonly case: ScenarioCase;
  /** Who asks: the session after the hops. */
  readonly caller: Caller;
  readonly request: Request;
  readonly policies: PoliciesInPlay;
}

export interface Survivor {
  readonly mutant: Mutant;
  readonly replacement: Replacement;
  /** Those of the scenarios; where none asked anything of the policy there are none. */
  readonly situations: readonly Situation[];
  /** A case of each environment that has the policy: its checks and hops do not count. */
  readonly worlds: readonly ScenarioCase[];
  readonly settings: Settings;
}

/**
 * `equivalent`: proven, whatever is asked; `case`: original and mutant answer it in two ways;
 * `unknown`: neither was found, which proves nothing.
 */
export type Difference =
  | { readonly kind: 'equivalent' }
  | { readonly kind: 'case'; readonly case: ScenarioCase }
  | { readonly kind: 'unknown'; readonly why: string };

/** Tells a survivor from its original: a search, or a prover. `caseOfRequest` makes a case of a request that was found. */
export type FindDifference = (survivor: Survivor) => Difference;

/** The steps of a case as questions of their own. */
export function situationsOf({ case: one, steps, hops }: CaseResult): Situation[] {
  return steps.flatMap((step) => {
    const before = step.of === 'hop' ? step.index : hops.length;
    const caller = before === 0 ? one.principal.caller : hops[before - 1]?.session?.caller;
    if (!caller) return [];
    const { request, policies } = step;
    return {
      case: caseOfRequest({ ...one, hops: one.hops.slice(0, before) }, caller, request),
      caller,
      request,
      policies,
    };
  });
}

/** A case that asks the request: what does not follow from the environment is given as context. */
export function caseOfRequest(base: ScenarioCase, caller: Caller, request: Request): ScenarioCase {
  const { action, resource } = request;
  const { environment, from, catalog } = base;
  const derived = deriveRequest(environment, caller, { action, resource, context: base.context, from, catalog });
  const wanted = byLowerName(request.context);
  const found = byLowerName(derived.request.context);
  const given = Object.fromEntries([
    ...[...wanted].flatMap(([lower, [key, value]]) =>
      JSON.stringify(found.get(lower)?.[1]) === JSON.stringify(value) ? [] : [[key, value]],
    ),
    ...[...found].flatMap(([lower, [key]]) => (wanted.has(lower) ? [] : [[key, null]])),
  ]);
  const told = asSurroundings(from, layContext(base.context, given));
  return { ...base, checks: [{ action, resource, context: {} }], multiple: false, ...told };
}

/** What `from` can say is said there. */
function asSurroundings(from: From, context: GivenContext): { readonly from: From; readonly context: GivenContext } {
  const { 'aws:SourceIp': ip, 'aws:SecureTransport': secure, ...rest } = context;
  const isPublic = typeof ip === 'string' && from.vpcEndpoint === undefined && from.via === undefined;
  const isTold = secure === 'true' || secure === 'false';
  return {
    from: { ...from, ...(isPublic ? { ip } : {}), ...(isTold ? { tls: secure === 'true' } : {}) },
    context: {
      ...rest,
      ...(isPublic || ip === undefined ? {} : { 'aws:SourceIp': ip }),
      ...(isTold || secure === undefined ? {} : { 'aws:SecureTransport': secure }),
    },
  };
}

/** C50 */
function byLowerName(context: Request['context']): Map<string, readonly [string, string | readonly string[]]> {
  return new Map(Object.entries(context).map(([key, value]) => [key.toLowerCase(), [key, value]]));
}
