/** From who and what to the evaluator's question: the request with its context and the policies in play. */
import type { Catalog } from '../catalog/index.ts';
import {
  type PoliciesInPlay,
  type Principal,
  policiesIn,
  type Request,
  type RequestContext,
} from '../language/index.ts';
import { callKeys, sourceKeys } from './call-keys.ts';
import type { Caller } from './caller.ts';
import { type Derived, joinDerived } from './derived.ts';
import type { Environment, GivenContext } from './environment.ts';
import type { From } from './from.ts';
import { gatherPolicies } from './gather-policies.ts';
import { mergeContext, multivaluedIn } from './given-context.ts';
import { keysRead } from './keys-read.ts';
import { type Route, routeOf } from './network-keys.ts';
import { noteAbsences } from './note-absences.ts';
import { organizationPlace } from './organization-place.ts';
import { principalKeys } from './principal-keys.ts';
import { resourceKeys } from './resource-keys.ts';
import { serviceKeys } from './service-keys.ts';
import { sessionKeys } from './session-keys.ts';
import { findTarget, type Target } from './target.ts';

/** One action on one resource, as a person asks for it. */
export interface Call {
  readonly action: string;
  /** An ARN, or `*`. */
  readonly resource: string;
  /** Keys given with the question: they win over what follows from the environment. */
  readonly context?: GivenContext;
  readonly from?: From;
  /** Knows which actions take no resource and which keys carry tags. */
  readonly catalog: Catalog;
}

/** The question to the evaluator with the origin of its context. */
export interface DerivedRequest {
  readonly request: Request;
  readonly policies: PoliciesInPlay;
  /** By context key as it stands in the request. */
  readonly origins: Readonly<Record<string, 'given' | 'derived'>>;
  /** Where each key comes from, in a few words. */
  readonly because: Readonly<Record<string, string>>;
  /** Keys that policies in play read and the request does not carry, where it is known why: the reason by key. */
  readonly absent: Readonly<Record<string, string>>;
  /** What a person should know of how the request came about, one sentence each. */
  readonly notes: readonly string[];
  /** Why the question cannot be asked as written; empty for a sound one. */
  readonly problems: readonly string[];
}

export function deriveRequest(environment: Environment, caller: Caller, call: Call): DerivedRequest {
  const { action, resource, catalog } = call;
  const target = findTarget(environment, caller, { action, resource, catalog });
  return requestFor(environment, caller, { target, given: call.context ?? {}, from: call.from ?? {}, catalog });
}

/** A call whose target is settled. */
export interface SettledCall {
  readonly target: Target;
  readonly given: GivenContext;
  readonly from: From;
  /** Further keys that follow from the call. */
  readonly extra?: Derived;
  readonly catalog?: Catalog;
}

export function requestFor(environment: Environment, caller: Caller, call: SettledCall): DerivedRequest {
  const { target, from, given } = call;
  const { endpoint, ...ofTarget } = targetSide(environment, target, from);
  const all = joinDerived([callerSide(environment, caller, from), ofTarget, ...(call.extra ? [call.extra] : [])]);
  const merged = mergeContext(all.keys, given, multivaluedIn(call.catalog));
  const policies = gatherPolicies(environment, { caller, target, endpoint });
  const absent = noteAbsences(all.absent, keysRead(policiesIn(policies), target.action), merged.context);
  return {
    request: buildRequest(environment, { principal: caller.principal, target, context: merged.context }),
    policies,
    origins: merged.origins,
    because: merged.because,
    absent: Object.fromEntries(absent.map(({ key, because }) => [key, because])),
    notes: [...target.notes, ...all.notes, ...absent.map(({ note }) => note)],
    problems: [...target.problems, ...all.problems, ...merged.problems],
  };
}

/** The half of a request that follows the caller, whatever the resource. */
export function callerSide(environment: Environment, caller: Caller, from: From): Derived {
  return joinDerived([
    principalKeys(environment, caller),
    sessionKeys(caller, from),
    sourceKeys(environment, caller, from),
  ]);
}

/** The half that follows the resource and the way to it, whoever calls. */
export function targetSide(environment: Environment, target: Target, from: From): Route {
  const { endpoint, ...route } = routeOf(environment, from, target.service);
  const all = joinDerived([route, callKeys(from, target), resourceKeys(environment, target), serviceKeys(target)]);
  return { ...all, ...(endpoint ? { endpoint } : {}) };
}

interface Parts {
  readonly principal: Principal;
  readonly target: Target;
  readonly context: RequestContext;
}

function buildRequest(environment: Environment, { principal, target, context }: Parts): Request {
  const { action, resource, owner } = target;
  const isManagement = organizationPlace(environment, owner)?.isManagement;
  return {
    principal,
    action,
    resource,
    ...(owner === undefined ? {} : { resourceAccount: owner }),
    ...(isManagement ? { resourceAccountIsManagement: true } : {}),
    context,
  };
}
