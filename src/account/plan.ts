/** A plan: what is live, what it shall become, and what was verified of that. Plain data, as the plan file holds it. */
import type { IdentityKind } from './live.ts';
import type { Effects, ObjectName, ObjectState } from './object-state.ts';
import type { QuotaUse } from './quota-uses.ts';

export interface Plan {
  readonly schemaVersion: 1;
  /** The manifest it was made from. */
  readonly manifest: string;
  readonly account: { readonly id: string; readonly partition: string; readonly alias?: string };
  /** The ARN of who made it. */
  readonly caller: string;
  /** The day, `2026-11-23`. */
  readonly made: string;
  readonly changes: readonly Change[];
  /** What it takes, in order. */
  readonly steps: readonly Step[];
  /** Every object that is changed, as it was when the plan was made. */
  readonly base: Readonly<Record<ObjectName, ObjectState>>;
  readonly objects: Readonly<Record<ObjectName, ObjectDetails>>;
  /** By the hash of their canonical form: those that are to be, and those that were, so that they can be put back. */
  readonly documents: Readonly<Record<string, string>>;
  /** Of what is changed. */
  readonly quotas: readonly QuotaUse[];
  readonly verification: PlanVerification;
}

/** What it takes to create the object. */
export interface ObjectDetails {
  readonly name: string;
  readonly path: string;
  readonly description?: string;
  /** Of roles, in seconds. */
  readonly maxSessionDuration?: number;
}

export type ChangeKind = 'managed policy' | 'identity' | 'trust policy' | 'boundary' | 'inline policy' | 'attachment';

/** One thing that is added, changed or destroyed, as a person counts. */
export interface Change {
  readonly action: 'create' | 'update' | 'delete';
  readonly kind: ChangeKind;
  readonly object: ObjectName;
  /** Of inline policies their name, of attachments and boundaries the ARN. */
  readonly part?: string;
  /** Hashes of documents. Of an attachment, the default version of the policy. */
  readonly before?: string;
  readonly after?: string;
  /** Of a boundary: the ARN of the policy that was it. */
  readonly formerPart?: string;
  /** The file in the workspace that holds the document. */
  readonly file?: string;
  readonly direction: Direction;
  /** Of a managed policy: who has it. */
  readonly holders?: readonly Holder[];
}

/** What a change does to what is allowed: proven over all requests, or not known. */
export type Direction = 'tightens' | 'widens' | 'both' | 'neither' | 'unknown';

export interface Holder {
  readonly kind: IdentityKind;
  readonly name: string;
  readonly usage: 'policy' | 'boundary';
}

/** In this order: what has no effect yet; what takes rights away; what does both; what gives; trust policies; what is destroyed. */
export const PHASES = ['prepare', 'tighten', 'turn', 'widen', 'trust', 'destroy'] as const;

export type Phase = (typeof PHASES)[number];

/** One write. */
export interface Step {
  readonly object: ObjectName;
  readonly effects: Effects;
  readonly phase: Phase;
}

/** What was checked before, bound to the documents that are in the plan. */
export interface PlanVerification {
  readonly passed: boolean;
  /** Why it did not pass. */
  readonly problems: readonly string[];
  /** The date of AWS's data that was linted against. */
  readonly catalog: string;
  readonly scenarios: { readonly passed: number; readonly failed: number };
  readonly invariants: { readonly hold: number; readonly fail: number };
  readonly lint: { readonly errors: number; readonly others: number };
  /** Files of the workspace that stand in the plan, with the hash of the document that was verified and the cases that met it. */
  readonly files: readonly { readonly file: string; readonly document: string; readonly cases: number }[];
}
