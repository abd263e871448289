/** The decision flow across policy types, top to bottom as AWS draws it (E.9). Nothing else decides. */
import { type DecidedBy, type Decision, LAYERS, type Layer, type PrincipalMatch } from '../language/index.ts';
import type { Situation } from './situation.ts';

/** What the layers came to. */
export interface Findings {
  /** Some Deny statement of the layer applies. */
  readonly denies: (layer: Layer) => boolean;
  /** The layer lets the request through: an Allow applies in each of its nodes, or it is not in play and limits nothing. */
  readonly allows: (layer: Layer) => boolean;
  /** How the applying Allow statements of the resource side name the caller. */
  readonly grants: ReadonlySet<PrincipalMatch>;
  /** A session policy limits even direct grants (contested: I24). */
  readonly sessionLimitsDirectGrants: boolean;
}

export interface Outcome {
  readonly decision: Decision;
  readonly decidedBy: DecidedBy;
  readonly rule?: string;
  readonly missing: readonly Layer[];
}

export function authorize(situation: Situation, findings: Findings): Outcome {
  // F30, F31: two calls that no policy can forbid.
  if (situation.alwaysAllowed) return { ...allowed('none-required'), rule: situation.alwaysAllowed };

  // E2: one Deny anywhere wins.
  const denying = LAYERS.find((layer) => findings.denies(layer));
  if (denying) return { decision: 'explicitDeny', decidedBy: denying, missing: [] };

  if (situation.refusedBy) {
    return { decision: 'implicitDeny', decidedBy: 'service-rule', rule: situation.refusedBy, missing: [] };
  }

  // E11, E60, E70: what filters every grant.
  const filters = (['rcp', 'scp', 'vpce'] as const).filter((layer) => !findings.allows(layer));
  const grant = findGrant(situation, findings);
  const missing = [...filters, ...grant.missing];
  const [first] = missing;
  if (first === undefined) return allowed(grant.by);
  return { decision: 'implicitDeny', decidedBy: first, missing };
}

function allowed(decidedBy: DecidedBy): Outcome {
  return { decision: 'allowed', decidedBy, missing: [] };
}

/** What grants the request, or every layer that would have had to. */
interface Grant {
  readonly by: DecidedBy;
  readonly missing: readonly Layer[];
}

function findGrant(situation: Situation, findings: Findings): Grant {
  const { resourceLayer } = situation;
  const named = findings.grants.size > 0;
  if (situation.caller === 'none') return { by: resourceLayer, missing: named ? [] : [resourceLayer] };
  if (situation.caller === 'root') return rootGrant(situation, findings);
  if (situation.callerSideOnly) return { by: 'identity', missing: lacking(findings, CALLER_SIDE) };
  if (situation.sameAccount) return sameAccountGrant(situation, findings);
  // E50: both sides must allow.
  const missing = [...(named ? [] : [resourceLayer]), ...lacking(findings, CALLER_SIDE)];
  return { by: `identity+${resourceLayer}`, missing };
}

const CALLER_SIDE = ['identity', 'boundary', 'session'] as const;

function lacking(findings: Findings, layers: readonly Layer[]): Layer[] {
  return layers.filter((layer) => !findings.allows(layer));
}

/** E40, E47, E83: root needs nothing on its own account but what is mandatory, elsewhere the resource's word. */
function rootGrant(situation: Situation, findings: Findings): Grant {
  const { resourceLayer, sameAccount, resourcePolicyMandatory } = situation;
  const needsResource = (!sameAccount || resourcePolicyMandatory) && !situation.callerSideOnly;
  const unnamed = needsResource && findings.grants.size === 0;
  const missing = [...(unnamed ? [resourceLayer] : []), ...lacking(findings, ['session'])];
  return { by: sameAccount || situation.callerSideOnly ? 'root' : resourceLayer, missing };
}

/** E21, E30 to E34: either side grants; how directly the resource side names the caller says what still limits it. */
function sameAccountGrant(situation: Situation, findings: Findings): Grant {
  const { resourceLayer, resourcePolicyMandatory } = situation;
  const limits = grantLimits(findings);
  const missingOnResourcePath = limits && lacking(findings, limits);
  // P3, E80: naming the account lets identity policies speak; only where that is mandatory does it matter (E33).
  const identityMaySpeak = !resourcePolicyMandatory || findings.grants.has('account');
  const missingOnCallerPath = lacking(findings, CALLER_SIDE);
  const callerPath = identityMaySpeak && missingOnCallerPath.length === 0;
  const resourcePath = missingOnResourcePath?.length === 0;
  const both = callerPath && (resourcePath || resourcePolicyMandatory);
  if (both) return { by: `identity+${resourceLayer}`, missing: [] };
  if (resourcePath) return { by: resourceLayer, missing: [] };
  if (callerPath) return { by: 'identity', missing: [] };
  if (missingOnResourcePath) return { by: resourceLayer, missing: missingOnResourcePath };
  return { by: 'identity', missing: [...(identityMaySpeak ? [] : [resourceLayer]), ...missingOnCallerPath] };
}

/** E30: direct grants are not limited (I24); E31: limited grants are, by boundary and session policy. Undefined: no such grant. */
function grantLimits(findings: Findings): readonly Layer[] | undefined {
  const has = (...matches: PrincipalMatch[]) => matches.some((match) => findings.grants.has(match));
  if (has('user', 'federated-user')) return [];
  if (has('session', 'everyone', 'everyone-but')) return findings.sessionLimitsDirectGrants ? ['session'] : [];
  return has('role', 'parent-user') ? ['boundary', 'session'] : undefined;
}
