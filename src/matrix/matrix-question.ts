/** What a matrix is asked: one action, many callers, many resources. */
import type { PoliciesInPlay, Principal, RequestContext, Settings } from '../language/index.ts';

/** A caller with what follows it whatever the resource. */
export interface MatrixCaller {
  readonly principal: Principal;
  /** Context keys of the caller and its session. */
  readonly context: RequestContext;
  readonly policies: Pick<PoliciesInPlay, 'identity' | 'boundary' | 'session' | 'scps'>;
}

/** A resource with what follows it whoever calls. */
export interface MatrixResource {
  /** As `Request.resource`. */
  readonly resource: string;
  readonly resourceAccount?: string;
  readonly resourceAccountIsManagement?: boolean;
  /** Context keys of the resource and the call; one that the caller has too counts instead of the caller's. */
  readonly context: RequestContext;
  readonly policies: Pick<PoliciesInPlay, 'resource' | 'trust' | 'rcps' | 'vpce'>;
}

export interface MatrixQuestion {
  readonly action: string;
  /** As `Request.unknown`, for every pair. */
  readonly unknown: readonly string[];
  readonly settings: Settings;
}
