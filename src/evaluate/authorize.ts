/** The decision flow across policy types, top to bottom as AWS draws it (E.9). Nothing else decides. */
import {
  type DecidedBy,
  hasLayer,
  LAYERS,
  type LayerSet,
  layerBit,
  layerSet,
  type MatchSet,
  matchSet,
} from '../language/index.ts';
import { allowed, explicitDeny, implicitDeny, noneRequired, type Outcome, refused } from './outcome.ts';
import type { Situation } from './situation.ts';

/** What the layers came to. */
export interface Findings {
  /** Layers of which a Deny statement applies. */
  readonly denies: LayerSet;
  /** Layers that let the request through: an Allow applies in each of their nodes, or they are not in play and limit nothing. */
  readonly allows: LayerSet;
  /** How the applying Allow statements of the resource side name the caller. */
  readonly grants: MatchSet;
}

export function authorize(situation: Situation, findings: Findings): Outcome {
  // F30, F31: two calls that no policy can forbid.
  if (situation.alwaysAllowed) return noneRequired(situation.alwaysAllowed);

  // E2: one Deny anywhere wins.
  if (findings.denies !== 0)
    return explicitDeny(LAYERS.find((layer) => hasLayer(findings.denies, layer)) ?? 'identity');

  // F13, F20, F30, F51, E53.
  if (situation.refusedBy) return refused(situation.refusedBy);

  // E11, E60, E70: what filters every grant; then what grants.
  const grant = findGrant(situation, findings);
  const missing = lacking(findings, FILTERS) | grant.missing;
  return missing === 0 ? allowed(grant.by) : implicitDeny(missing);
}

const FILTERS = layerSet('rcp', 'scp', 'vpce');
const CALLER_SIDE = layerSet('identity', 'boundary', 'session');
const SESSION = layerSet('session');
/** What limits a grant to the role behind a session. */
const ROLE_LIMITS = layerSet('boundary', 'session');

/** What grants the request, or every layer that would have had to. */
interface Grant {
  readonly by: DecidedBy;
  readonly missing: LayerSet;
}

function lacking(findings: Findings, layers: LayerSet): LayerSet {
  return layers & ~findings.allows;
}

function findGrant(situation: Situation, findings: Findings): Grant {
  const { resourceLayer } = situation;
  const unnamed = findings.grants === 0 ? layerBit(resourceLayer) : 0;
  switch (situation.caller) {
    case 'none':
      return { by: resourceLayer, missing: unnamed };
    case 'root':
      return rootGrant(situation, findings, unnamed);
    case 'policies':
      if (situation.callerSideOnly) return { by: 'identity', missing: lacking(findings, CALLER_SIDE) };
      if (situation.sameAccount && !situation.callerSideMandatory) return sameAccountGrant(situation, findings);
      // E50, F12: both sides must allow.
      return { by: both(resourceLayer), missing: unnamed | lacking(findings, CALLER_SIDE) };
    default:
      return situation.caller satisfies never;
  }
}

function both(resourceLayer: Situation['resourceLayer']): DecidedBy {
  return resourceLayer === 'trust' ? 'identity+trust' : 'identity+resource';
}

/** E40, E47, E83: root needs nothing on its own account but what is mandatory, elsewhere the resource's word. */
function rootGrant(situation: Situation, findings: Findings, unnamed: LayerSet): Grant {
  const { resourceLayer, sameAccount, resourcePolicyMandatory, callerSideOnly } = situation;
  const needsResource = (!sameAccount || resourcePolicyMandatory) && !callerSideOnly;
  const missing = (needsResource ? unnamed : 0) | lacking(findings, SESSION);
  return { by: sameAccount || callerSideOnly ? 'root' : resourceLayer, missing };
}

/** E21, E30 to E34: either side grants; how directly the resource side names the caller says what still limits it. */
function sameAccountGrant(situation: Situation, findings: Findings): Grant {
  const { resourceLayer, resourcePolicyMandatory } = situation;
  const missingOnResourcePath = lackingForResourceGrant(situation, findings);
  // P3, E80: naming the account lets identity policies speak; only where that is mandatory does it matter (E33).
  const identityMaySpeak = !resourcePolicyMandatory || (findings.grants & ACCOUNT) !== 0;
  const missingOnCallerPath = lacking(findings, CALLER_SIDE);
  const callerPath = identityMaySpeak && missingOnCallerPath === 0;
  const resourcePath = missingOnResourcePath === 0;
  if (callerPath && (resourcePath || resourcePolicyMandatory)) return { by: both(resourceLayer), missing: 0 };
  if (resourcePath) return { by: resourceLayer, missing: 0 };
  if (callerPath) return { by: 'identity', missing: 0 };
  if (missingOnResourcePath !== undefined) return { by: resourceLayer, missing: missingOnResourcePath };
  return { by: 'identity', missing: (identityMaySpeak ? 0 : layerBit(resourceLayer)) | missingOnCallerPath };
}

const ACCOUNT = matchSet('account');
/** E30 a and c: nothing on the caller's side limits these. */
const TO_THE_IDENTITY = matchSet('user', 'federated-user');
/** E30 b and d: nor these, but for the contested session policy (I24). */
const TO_SESSION_OR_EVERYONE = matchSet('session', 'everyone', 'everyone-but');
/** E31: boundary and session policy limit these. */
const LIMITED = matchSet('role', 'parent-user');

/** The layers that keep a grant of the resource side from counting; undefined where it grants nothing by itself. */
function lackingForResourceGrant(situation: Situation, findings: Findings): LayerSet | undefined {
  const { grants } = findings;
  if ((grants & TO_THE_IDENTITY) !== 0) return 0;
  if ((grants & TO_SESSION_OR_EVERYONE) !== 0) {
    return situation.sessionLimitsDirectGrants ? lacking(findings, SESSION) : 0;
  }
  return (grants & LIMITED) === 0 ? undefined : lacking(findings, ROLE_LIMITS);
}
