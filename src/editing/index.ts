/** Help for whoever writes a policy: what can stand where the cursor is, and what stands there. */
export { completeAt } from './complete.ts';
export type { Completion, CompletionItem, EditingContext } from './completion.ts';
export { type Hover, hoverAt } from './hover.ts';
