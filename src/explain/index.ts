/** A trace in sentences; near misses; the smallest change that would flip the verdict. */
export type { Change, Question } from './changes.ts';
export { conditionWish, entryWish } from './condition-wish.ts';
export * from './describe.ts';
export { NOTHING } from './edit.ts';
export * from './explain.ts';
export type { Flip } from './flips.ts';
export { SERVICE_RULES } from './service-rules.ts';
export * from './words.ts';
