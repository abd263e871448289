/** How much of the account's quotas a plan takes, as AWS tells them, and what AWS would refuse. */
import { QUOTAS } from '../catalog/index.ts';
import type { AccountSummary } from './live.ts';
import {
  ATTACHED,
  INLINE,
  namesOf,
  type ObjectName,
  type ObjectState,
  objectReference,
  VERSION,
  withEffects,
} from './object-state.ts';
import type { Plan } from './plan.ts';

export interface QuotaInput extends Pick<Plan, 'base' | 'steps' | 'documents'> {
  readonly quotas: AccountSummary;
}

/** How much of a quota the plan takes. */
export interface QuotaUse {
  /** `the trust policy of role/app`. */
  readonly what: string;
  readonly used: number;
  readonly limit: number;
  /** `characters without white space`, `managed policies`. */
  readonly unit: string;
}

export function quotaProblems(uses: readonly QuotaUse[]): readonly string[] {
  return uses
    .filter(({ used, limit }) => used > limit)
    .map(({ what, used, limit, unit }) => `${what} would have ${used} ${unit}, the quota is ${limit}`);
}

/** Of what the plan changes: the largest that it becomes, whatever the order of the steps. */
export function quotaUses({ base, steps, documents, quotas }: QuotaInput): readonly QuotaUse[] {
  const sizeOf = (hash: string | null | undefined) => (documents[hash ?? ''] ?? '').replaceAll(/\s/g, '').length;
  const largest = new Map<string, QuotaUse>();
  for (const [object, before] of Object.entries(base)) {
    let state = before;
    for (const step of steps.filter((one) => one.object === object)) {
      state = withEffects(state, step.effects);
      const touched = Object.entries(step.effects).flatMap(([aspect, { to }]) => (to === null ? [] : [aspect]));
      for (const use of usesOf(object, state, { sizeOf, quotas, touched })) {
        const key = `${use.what} ${use.unit}`;
        if (use.used > (largest.get(key)?.used ?? -1)) largest.set(key, use);
      }
    }
  }
  return [...largest.values(), ...countUses({ base, steps, quotas })];
}

interface Measures {
  readonly sizeOf: (hash: string | null | undefined) => number;
  readonly quotas: AccountSummary;
  /** Aspects that a step has given another value: what was too large before is not this plan's. */
  readonly touched: readonly string[];
}

const CHARACTERS = 'characters without white space';

function usesOf(object: ObjectName, state: ObjectState, { sizeOf, quotas, touched }: Measures): readonly QuotaUse[] {
  const reference = objectReference(object);
  if (reference.kind === 'policy') {
    const limit = quotas.PolicySizeQuota ?? QUOTAS.managedPolicySize.limit;
    return touched
      .filter((aspect) => aspect.startsWith(VERSION))
      .map((aspect) => ({ what: object, used: sizeOf(state[aspect]), limit, unit: CHARACTERS }));
  }
  const uses: QuotaUse[] = [];
  const title = TITLES[reference.kind];
  if (touched.includes('trust')) {
    const limit = quotas.AssumeRolePolicySizeQuota ?? QUOTAS.trustPolicySize.limit;
    uses.push({ what: `the trust policy of ${object}`, used: sizeOf(state.trust), limit, unit: CHARACTERS });
  }
  if (touched.some((one) => one.startsWith(INLINE))) {
    const used = namesOf(state, INLINE).reduce((sum, name) => sum + sizeOf(state[INLINE + name]), 0);
    const limit = quotas[`${title}PolicySizeQuota`] ?? QUOTAS[`${reference.kind}InlineSize`].limit;
    uses.push({ what: `the inline policies of ${object}`, used, limit, unit: CHARACTERS });
  }
  if (touched.some((one) => one.startsWith(ATTACHED))) {
    const limit = quotas[`AttachedPoliciesPer${title}Quota`] ?? QUOTAS[`managedPoliciesPer${title}`].limit;
    uses.push({ what: object, used: namesOf(state, ATTACHED).length, limit, unit: 'managed policies' });
  }
  return uses;
}

const TITLES = { user: 'User', group: 'Group', role: 'Role' } as const;

const COUNTED = [
  { kind: 'policy', name: 'Policies', unit: 'customer managed policies' },
  { kind: 'user', name: 'Users', unit: 'users' },
  { kind: 'group', name: 'Groups', unit: 'groups' },
  { kind: 'role', name: 'Roles', unit: 'roles' },
] as const;

/** Objects that are created before others are destroyed. */
function countUses({ steps, quotas }: Pick<QuotaInput, 'base' | 'steps' | 'quotas'>): readonly QuotaUse[] {
  return COUNTED.flatMap(({ kind, name, unit }) => {
    const created = steps.filter(
      ({ object, effects }) => effects.exists?.to && objectReference(object).kind === kind,
    ).length;
    const [there, limit] = [quotas[name], quotas[`${name}Quota`]];
    if (created === 0 || there === undefined || limit === undefined) return [];
    return [{ what: 'the account', used: there + created, limit, unit }];
  });
}
