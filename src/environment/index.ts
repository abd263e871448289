/** Accounts, organizations, principals and resources; from them requests, policies in play and sessions. */
export { assume, type Chain, type ChainResult } from './assume.ts';
export type { Caller, SessionFacts } from './caller.ts';
export { type Call, type DerivedRequest, deriveRequest } from './derive-request.ts';
export type * from './environment.ts';
export type { From } from './from.ts';
export type { Hop, HopCall, TaskPolicy } from './hop.ts';
export type { HopCheck, HopResult, Refusal, Session } from './hop-result.ts';
export type { LoadedPolicy, PolicyLoader } from './policy-loader.ts';
export { type ReadEnvironment, readEnvironment } from './read-environment.ts';
export { type HopSource, type ReadHop, readHop } from './read-hop.ts';
export {
  type Place,
  type PrincipalReference,
  type ResolvedPrincipal,
  resolvePrincipal,
} from './resolve-principal.ts';
