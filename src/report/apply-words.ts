/** What is said of an apply, whatever the form: how far it came, what differs, and how to finish it. */
import { type ApplyResult, type Run, remainingCalls, type WriteCall } from '../account/index.ts';
import { nameOf } from './plan-words.ts';

export interface Finish {
  /** The journal's file. */
  readonly journal: string;
  /** Options by which the account is reached, with a space before each. */
  readonly way: string;
}

type Foreign = Extract<ApplyResult, { readonly kind: 'stale' }>['foreign'][number];

/** `default of SageMakerInvokeEndpoint is v4, expected v3`. */
export function foreignWords({ object, aspect, expected, found }: Foreign): string {
  return `${aspectWords(aspect)} of ${nameOf(object)} is ${valueWords(found)}, expected ${valueWords(expected)}`;
}

function aspectWords(aspect: string): string {
  if (aspect === 'default') return 'the default version';
  if (aspect === 'exists') return 'the existence';
  if (aspect === 'trust') return 'the trust policy';
  return aspect.replace(/^attached (.*)$/, (_all, arn: string) => `the attachment ${nameOf(arn)}`);
}

function valueWords(value: string | null): string {
  if (value === null) return 'nothing';
  return /^[0-9a-f]{64}$/.test(value) ? `another document (${value.slice(0, 12)})` : value;
}

/** Commands of iamproof that bring it to an end, and what they do. */
export function finishingCommands({ end, way }: Run, options: string): readonly (readonly [string, string])[] {
  const on = [`iamproof apply --resume${options}`, way === 'forwards' ? 'goes on' : 'goes on back'] as const;
  if (way === 'backwards') return end === 'partial' ? [] : [on];
  return [on, [`iamproof rollback${options}`, 'takes it back']];
}

/** The calls that are left, in the direction in which it was going. */
export function openCalls(run: Run): readonly WriteCall[] {
  return run.end === 'applied' || run.end === 'rolled back' ? [] : remainingCalls(run, run.way);
}
