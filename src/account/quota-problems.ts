/** What AWS would refuse for its size or number: the account's own quotas, as AWS tells them. */
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

/** The largest that an object becomes, whatever the order of the steps; each said once. */
export function quotaProblems({ base, steps, documents, quotas }: QuotaInput): readonly string[] {
  const sizeOf = (hash: string | null | undefined) => (documents[hash ?? ''] ?? '').replaceAll(/\s/g, '').length;
  const problems = new Set<string>();
  for (const [object, before] of Object.entries(base)) {
    let state = before;
    for (const step of steps.filter((one) => one.object === object)) {
      state = withEffects(state, step.effects);
      for (const one of problemsOf(object, state, { sizeOf, quotas, touched: Object.keys(step.effects) }))
        problems.add(one);
    }
  }
  for (const one of countProblems({ base, steps, quotas })) problems.add(one);
  return [...problems];
}

interface Measures {
  readonly sizeOf: (hash: string | null | undefined) => number;
  readonly quotas: AccountSummary;
  /** Aspects that a step has changed: what was too large before is not this plan's. */
  readonly touched: readonly string[];
}

function problemsOf(object: ObjectName, state: ObjectState, { sizeOf, quotas, touched }: Measures): readonly string[] {
  const reference = objectReference(object);
  const problems: string[] = [];
  const over = (what: string, size: number, limit: number) => {
    if (size > limit) problems.push(`${what} would have ${size} characters without white space, the quota is ${limit}`);
  };
  if (reference.kind === 'policy') {
    const limit = quotas.PolicySizeQuota ?? QUOTAS.managedPolicySize.limit;
    for (const aspect of touched.filter((one) => one.startsWith(VERSION))) over(object, sizeOf(state[aspect]), limit);
    return problems;
  }
  const title = TITLES[reference.kind];
  if (touched.includes('trust')) {
    const limit = quotas.AssumeRolePolicySizeQuota ?? QUOTAS.trustPolicySize.limit;
    over(`the trust policy of ${object}`, sizeOf(state.trust), limit);
  }
  if (touched.some((one) => one.startsWith(INLINE))) {
    const size = namesOf(state, INLINE).reduce((sum, name) => sum + sizeOf(state[INLINE + name]), 0);
    const limit = quotas[`${title}PolicySizeQuota`] ?? QUOTAS[`${reference.kind}InlineSize`].limit;
    over(`the inline policies of ${object}`, size, limit);
  }
  const count = namesOf(state, ATTACHED).length;
  const most = quotas[`AttachedPoliciesPer${title}Quota`] ?? QUOTAS[`managedPoliciesPer${title}`].limit;
  if (touched.some((one) => one.startsWith(ATTACHED) && state[one] !== undefined) && count > most) {
    problems.push(`${object} would have ${count} managed policies, the quota is ${most}`);
  }
  return problems;
}

const TITLES = { user: 'User', group: 'Group', role: 'Role' } as const;

const COUNTED = [
  { kind: 'policy', name: 'Policies', words: 'customer managed policies' },
  { kind: 'user', name: 'Users', words: 'users' },
  { kind: 'group', name: 'Groups', words: 'groups' },
  { kind: 'role', name: 'Roles', words: 'roles' },
] as const;

/** Objects that are created before others are destroyed. */
function countProblems({ steps, quotas }: Pick<QuotaInput, 'base' | 'steps' | 'quotas'>): readonly string[] {
  return COUNTED.flatMap(({ kind, name, words }) => {
    const created = steps.filter(
      ({ object, effects }) => effects.exists?.to && objectReference(object).kind === kind,
    ).length;
    const [there, most] = [quotas[name], quotas[`${name}Quota`]];
    if (created === 0 || there === undefined || most === undefined || there + created <= most) return [];
    return [`the account would have ${there + created} ${words}, the quota is ${most}`];
  });
}
