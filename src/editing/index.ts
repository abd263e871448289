/** Help for whoever writes a policy: what can stand where the cursor is, what stands there, and a first draft. */
export { completeAt } from './complete.ts';
export { principalChoices } from './complete-principals.ts';
export { resourceOffers } from './complete-resources.ts';
export type { Completion, EditingContext } from './completion.ts';
export { conditionChoices } from './condition-choices.ts';
export { draftPolicy, type PolicyChoices } from './draft-policy.ts';
export { hoverAt } from './hover.ts';
