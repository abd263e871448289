/** What goes wrong on purpose: which call it hits, and how. */
import type { State } from './state.ts';

export type Fault =
  /** Refused by AWS before anything is done. */
  | { readonly kind: 'error'; readonly code: string; readonly status: number; readonly message?: string }
  /** Something in between answers, in its own words: 502 with HTML. */
  | { readonly kind: 'gateway'; readonly committed: boolean }
  /** The connection is gone, before or after the call is carried out. */
  | { readonly kind: 'lost'; readonly committed: boolean }
  /** Answers from the state before the last `age` writes. */
  | { readonly kind: 'stale'; readonly age: number }
  /** Somebody else writes just before the call is carried out. */
  | { readonly kind: 'other-writer'; readonly write: (state: State) => State };

export interface FaultPlan {
  /** Of `CreatePolicyVersion`; missing: of any call. */
  readonly operation?: string;
  /** Only calls that change something, or only others. */
  readonly only?: 'writes' | 'reads';
  /** Calls that fit and pass before it hits. */
  readonly after?: number;
  /** How often it hits; 1 where nothing is said. */
  readonly times?: number;
  readonly fault: Fault;
}

export const THROTTLED: Fault = { kind: 'error', code: 'Throttling', status: 400, message: 'Rate exceeded' };

export interface FaultBox {
  readonly add: (plan: FaultPlan) => void;
  /** The fault that hits a call; counts it. */
  readonly next: (operation: string) => Fault | undefined;
  /** Plans that have not hit as often as they should. */
  readonly left: () => number;
}

export function faultBox(): FaultBox {
  let plans: { plan: FaultPlan; seen: number; hits: number }[] = [];
  return {
    add: (plan) => {
      plans.push({ plan, seen: 0, hits: 0 });
    },
    next: (operation) => {
      for (const one of plans) {
        const { plan } = one;
        if (plan.operation !== undefined && plan.operation !== operation) continue;
        if (plan.only !== undefined && (plan.only === 'reads') !== isRead(operation)) continue;
        one.seen += 1;
        if (one.seen <= (plan.after ?? 0)) continue;
        one.hits += 1;
        if (one.hits >= (plan.times ?? 1)) plans = plans.filter((other) => other !== one);
        return plan.fault;
      }
      return undefined;
    },
    left: () => plans.length,
  };
}

export function isRead(operation: string): boolean {
  return /^(?:Get|List|Describe|Simulate|Decode|Head)/.test(operation);
}
