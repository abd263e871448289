/** The file of a plan: the plan, and a seal that shows whether anybody has changed it since it was verified. */
import { canonicalJson } from './document-equality.ts';
import type { Hash } from './observe.ts';
import type { Plan } from './plan.ts';

export type ReadPlan =
  | { readonly kind: 'plan'; readonly plan: Plan }
  /** Clause for a message: what the file is instead. */
  | { readonly kind: 'no plan'; readonly why: string };

/** The seal, in hexadecimal: of the canonical form of all that is in the plan. */
export function planSeal(plan: Plan, hash: Hash): string {
  return hash(canonicalJson(JSON.stringify(plan)));
}

export function printPlan(plan: Plan, hash: Hash): string {
  return `${JSON.stringify({ seal: planSeal(plan, hash), plan }, null, 2)}\n`;
}

/** The shape of a plan is not looked at: what has the seal was written by `printPlan`. */
export function readPlan(text: string, hash: Hash): ReadPlan {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { kind: 'no plan', why: 'it is no JSON' };
  }
  if (!isSealed(value)) return { kind: 'no plan', why: 'it is no plan of `iamproof plan --out`' };
  if (value.plan.schemaVersion !== 1) return { kind: 'no plan', why: 'it was written by another version of iamproof' };
  if (value.seal !== planSeal(value.plan, hash)) {
    return {
      kind: 'no plan',
      why: 'it was changed after it was made, so that what it says of verification may be untrue',
    };
  }
  return { kind: 'plan', plan: value.plan };
}

function isSealed(value: unknown): value is { readonly seal: string; readonly plan: Plan } {
  if (typeof value !== 'object' || value === null || !('seal' in value) || !('plan' in value)) return false;
  return typeof value.plan === 'object' && value.plan !== null;
}
