/** Policies written in other words that mean the same today: smaller, or in full. */
export { foldActions } from './action-wildcards.ts';
export { type ExpandedPolicy, expandPolicy } from './expand-policy.ts';
export { type MetPolicies, meetPolicies } from './meet-policies.ts';
export { type MinimizedPolicy, minimizePolicy, type NewWildcard } from './minimize-policy.ts';
export { type Limit, limitOf, sizeOf } from './policy-limit.ts';
export { splitPolicy } from './split-policy.ts';
