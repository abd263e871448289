/** JSON Schemas held against what was read, with every finding at its place. */
export { didYouMean } from './did-you-mean.ts';
export type { JsonSchema } from './json-schema.ts';
export { validate } from './validate.ts';
