/** Role assumption, hop by hop: which session a caller ends up with, or where the chain breaks (F). */
import { evaluate } from '../evaluate/index.ts';
import { DEFAULT_SETTINGS, type Settings } from '../language/index.ts';
import { addSeconds } from './add-seconds.ts';
import type { Caller } from './caller.ts';
import { requestFor } from './derive-request.ts';
import { derived } from './derived.ts';
import type { Environment } from './environment.ts';
import type { From } from './from.ts';
import type { Hop, HopCall } from './hop.ts';
import type { HopCheck, HopResult } from './hop-result.ts';
import { type HopPlan, type HopStep, STS_CALLS } from './sts-calls/index.ts';
import { targetOf } from './target.ts';

export interface Chain {
  readonly hops: readonly Hop[];
  /** Where the calls to STS are made from; time, address and MFA count, services on behalf do not. */
  readonly from?: From;
  readonly settings?: Settings;
}

export interface ChainResult {
  /** Up to and including the first hop that fails. */
  readonly hops: readonly HopResult[];
  /** Who acts in the end; missing when a hop failed. */
  readonly session?: Caller;
}

export function assume(environment: Environment, caller: Caller, chain: Chain): ChainResult {
  const { settings = DEFAULT_SETTINGS } = chain;
  const hops: HopResult[] = [];
  let current = caller;
  for (const [index, hop] of chain.hops.entries()) {
    const from = fromOf(chain.from ?? {}, hop, index);
    const result = takeHop({ environment, caller: current, hop, from, settings }, index);
    hops.push(result);
    if (!result.session) return { hops };
    current = result.session.caller;
  }
  return { hops, session: current };
}

/** MFA of the surroundings is that of the first caller; a code shown with a hop is fresh. */
function fromOf({ via: _via, mfa, mfaAge, ...rest }: From, hop: Hop, index: number): From {
  if (hop.mfa) return { ...rest, mfa: true, mfaAge: 0 };
  if (hop.mfa === false || index > 0 || mfa === undefined) return rest;
  return { ...rest, mfa, ...(mfaAge === undefined ? {} : { mfaAge }) };
}

function takeHop(step: HopStep, index: number): HopResult {
  const { caller, hop } = step;
  const via = hop.via ?? usualCall(caller);
  const call = STS_CALLS[via];
  const strange = strangers(hop, call.takes).map((name) => `\`${name}\` is no parameter of ${via}`);
  const plan = strange.length > 0 ? { problems: strange } : call.plan(step);
  const base = { index, hop, via };
  if ('problems' in plan) return { ...base, checks: [], refusals: [], problems: plan.problems };
  const checks = plan.actions.map((action) => check(action, plan, step));
  const problems = [...new Set(checks.flatMap((one) => one.problems))];
  const { refusals, next, duration } = plan;
  const result = { ...base, checks, refusals, problems };
  const allowed = checks.every((one) => one.result.decision === 'allowed');
  if (!allowed || refusals.length > 0 || problems.length > 0) return result;
  const expiresAt = step.from.time === undefined ? undefined : addSeconds(step.from.time, duration);
  return {
    ...result,
    session: {
      caller: next,
      arn: next.principal.arn ?? '',
      duration,
      ...(expiresAt === undefined ? {} : { expiresAt }),
    },
  };
}

/** F6, F7: who has a token and no credentials can only make the call that takes it. */
function usualCall({ principal }: Caller): HopCall {
  if (principal.type === 'saml') return 'AssumeRoleWithSAML';
  return principal.type === 'oidc' ? 'AssumeRoleWithWebIdentity' : 'AssumeRole';
}

const EVERY_CALL: readonly string[] = ['via', 'context', 'duration'];

function strangers(hop: Hop, takes: readonly string[]): string[] {
  return Object.keys(hop).filter((name) => !EVERY_CALL.includes(name) && !takes.includes(name));
}

/** One permission of the call, evaluated. */
function check(action: string, plan: HopPlan, { environment, caller, hop, from, settings }: HopStep): HopCheck {
  const { resource, resourceTags, keys, absent } = plan;
  const target = targetOf(environment, caller, { action, resource });
  const request = requestFor(environment, caller, {
    target: resourceTags ? { ...target, tags: resourceTags, tagPrefixes: ROLE_TAGS } : target,
    given: hop.context ?? {},
    from,
    extra: derived({ keys, absent }),
  });
  return { ...request, result: evaluate(request.policies, request.request, settings) };
}

/** C53 */
const ROLE_TAGS = ['aws:ResourceTag/', 'iam:ResourceTag/'];
