/** IAM's words as types and tables. */
export * from './arn.ts';
export * from './condition-operators.ts';
export * from './covers.ts';
export * from './decision.ts';
export * from './deploy-time.ts';
export * from './diagnostic.ts';
export * from './layer-set.ts';
export * from './pattern.ts';
export * from './policies-in-play.ts';
export * from './policy-document.ts';
export * from './request.ts';
export * from './settings.ts';
export * from './source.ts';
export * from './truth.ts';
