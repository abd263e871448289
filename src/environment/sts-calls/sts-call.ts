/** What every call to STS that gives a session says about itself. */
import type { Settings } from '../../language/index.ts';
import type { Caller } from '../caller.ts';
import type { AbsentKey, DerivedKey } from '../derived.ts';
import type { Environment, Tags } from '../environment.ts';
import type { From } from '../from.ts';
import type { Hop } from '../hop.ts';
import type { Refusal } from '../hop-result.ts';

/** A hop about to be taken. */
export interface HopStep {
  readonly environment: Environment;
  readonly caller: Caller;
  readonly hop: Hop;
  readonly from: From;
  readonly settings: Settings;
}

/** The call taken apart: what must be allowed, what refuses it, and the session that comes of it. */
export interface HopPlan {
  /** All must be allowed on the resource. */
  readonly actions: readonly string[];
  readonly resource: string;
  /** Tags of the resource, where the trust policy can read them. */
  readonly resourceTags?: Tags;
  readonly keys: readonly DerivedKey[];
  readonly absent: readonly AbsentKey[];
  readonly refusals: readonly Refusal[];
  /** The caller once all is allowed. */
  readonly next: Caller;
  /** Seconds. */
  readonly duration: number;
}

/** Why a hop cannot be asked as written. */
export interface HopProblem {
  readonly problems: readonly string[];
}

export interface StsCall {
  /** Members of a hop that the call takes; `via`, `context` and `duration` go with all. */
  readonly takes: readonly (keyof Hop)[];
  readonly plan: (step: HopStep) => HopPlan | HopProblem;
}
