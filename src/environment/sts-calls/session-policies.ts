/** Session policies of a hop (F15, E35). */
import { QUOTAS } from '../../catalog/index.ts';
import type { Policy } from '../../language/index.ts';
import type { Hop } from '../hop.ts';
import type { Refusal } from '../hop-result.ts';

/** Inline and managed ones are united; undefined where none are passed, which limits nothing. */
export function sessionPolicies({ sessionPolicy, sessionPolicies: managed }: Hop): readonly Policy[] | undefined {
  if (!sessionPolicy && !managed?.length) return undefined;
  return [...(sessionPolicy ? [sessionPolicy] : []), ...(managed ?? [])];
}

export function sessionPolicyRefusals({ sessionPolicies: managed = [] }: Hop): Refusal[] {
  const { limit } = QUOTAS.sessionManagedPolicies;
  if (managed.length <= limit) return [];
  return [{ rule: 'F15', message: `${managed.length} managed session policies, at most ${limit} are possible` }];
}
