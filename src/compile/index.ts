/** Policies in the form that is cheap to decide and to prove. */
export * from './action-name.ts';
export * from './action-plan.ts';
export * from './address.ts';
export * from './compile-policy.ts';
export * from './compiled-policy.ts';
export * from './operand.ts';
export * from './prefix-index.ts';
export * from './scalar.ts';
export * from './set-plan.ts';
export * from './template.ts';
