/** Accounts, organizations, principals and resources; from them requests, policies in play and sessions. */
export { assume, type Chain, type ChainResult } from './assume.ts';
export type { Caller, SessionFacts } from './caller.ts';
export { type Call, type DerivedRequest, deriveRequest } from './derive-request.ts';
export type * from './environment.ts';
export { type From, viaOf } from './from.ts';
export { HOP_CALLS, type Hop, type HopCall, type TaskPolicy } from './hop.ts';
export type { HopCheck, HopResult, Refusal, Session } from './hop-result.ts';
export type { LoadedPolicy, PolicyLoader } from './policy-loader.ts';
export { type ReadEnvironment, readEnvironment } from './read-environment.ts';
export { type HopSource, type ReadHop, readHop } from './read-hop.ts';
export {
  BUILT_IN_PROVIDERS,
  DEFAULT_SESSION,
  type Place,
  type PrincipalReference,
  type ResolvedPrincipal,
  resolvePrincipal,
} from './resolve-principal.ts';
