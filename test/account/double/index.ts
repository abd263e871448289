/** The double of AWS, as tests use it. */
export { ADMINISTRATOR, type AwsDouble, type DoubleOptions, startDouble } from './double.ts';
export { type Fault, THROTTLED } from './faults.ts';
export type { Credential } from './signature.ts';
export { EMPTY, type Identity, type ManagedPolicy, type State } from './state.ts';
