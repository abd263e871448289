/** What the decision flow can come to. There are few outcomes; each is made once and shared. */
import { type DecidedBy, type Decision, type Layer, type LayerSet, layersIn } from '../language/index.ts';

export interface Outcome {
  readonly decision: Decision;
  readonly decidedBy: DecidedBy;
  /** The rule that decided without a policy. */
  readonly rule?: string;
  /** Implicit deny: the layers that lack an Allow, in the order of LAYERS. */
  readonly missing: readonly Layer[];
}

const NONE: readonly Layer[] = [];
const ALLOWED = new Map<DecidedBy, Outcome>();
const ALLOWED_BY_RULE = new Map<string, Outcome>();
const EXPLICITLY_DENIED = new Map<Layer, Outcome>();
const IMPLICITLY_DENIED = new Map<LayerSet, Outcome>();
const REFUSED = new Map<string, Outcome>();

export function allowed(decidedBy: DecidedBy): Outcome {
  return shared(ALLOWED, decidedBy, () => ({ decision: 'allowed', decidedBy, missing: NONE }));
}

/** The call needs no permission. */
export function noneRequired(rule: string): Outcome {
  return shared(ALLOWED_BY_RULE, rule, () => ({
    decision: 'allowed',
    decidedBy: 'none-required',
    rule,
    missing: NONE,
  }));
}

export function explicitDeny(layer: Layer): Outcome {
  return shared(EXPLICITLY_DENIED, layer, () => ({ decision: 'explicitDeny', decidedBy: layer, missing: NONE }));
}

/** A rule of the service that is no policy refuses the call. */
export function refused(rule: string): Outcome {
  return shared(REFUSED, rule, () => ({ decision: 'implicitDeny', decidedBy: 'service-rule', rule, missing: NONE }));
}

/** The first layer that lacks an Allow is the one named (E3). */
export function implicitDeny(missing: LayerSet): Outcome {
  return shared(IMPLICITLY_DENIED, missing, () => {
    const layers = layersIn(missing);
    return { decision: 'implicitDeny', decidedBy: layers[0] ?? 'identity', missing: layers };
  });
}

function shared<Key>(outcomes: Map<Key, Outcome>, key: Key, make: () => Outcome): Outcome {
  let outcome = outcomes.get(key);
  if (!outcome) {
    outcome = make();
    outcomes.set(key, outcome);
  }
  return outcome;
}
