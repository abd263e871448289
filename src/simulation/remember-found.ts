/** Policies that documents name are looked up once. */
import type { PolicyType } from '../language/index.ts';
import type { FindPolicy } from './read-policies.ts';

/** More than there are AWS managed policies. Names that lead nowhere are not kept. */
const MOST_FOUND = 4096;

export function rememberFound(find: FindPolicy): FindPolicy {
  const found = new Map<string, ReturnType<FindPolicy>>();
  return (name: string, type: PolicyType) => {
    const key = `${type} ${name}`;
    const known = found.get(key);
    if (known) return known;
    const result = find(name, type);
    if (!result.policy) return result;
    if (found.size >= MOST_FOUND) found.clear();
    found.set(key, result);
    return result;
  };
}
