/** Accounts, organizations, principals and resources; from them requests, policies in play and sessions. */
export { assume, type Chain, type ChainResult } from './assume.ts';
export { callKind } from './call-kind.ts';
export type { Caller, SessionFacts } from './caller.ts';
export { callersOf } from './callers-of.ts';
export type {
  AttachedPolicy,
  Declared,
  DeclaredGroup,
  DeclaredPolicy,
  DeclaredResource,
  DeclaredRole,
  DeclaredUser,
  OpenedSource,
  SourceOpener,
} from './declared.ts';
export { type Call, callerSide, type DerivedRequest, deriveRequest, targetSide } from './derive-request.ts';
export type * from './environment.ts';
export { beginningsBelow, findResource } from './find-resource.ts';
export { type From, viaOf } from './from.ts';
export { contextOf, multivaluedIn } from './given-context.ts';
export type { Hop, HopCall, TaskPolicy } from './hop.ts';
export type { HopCheck, HopResult, Refusal, Session } from './hop-result.ts';
export { keysRead } from './keys-read.ts';
export { ANONYMOUS_CALLER, serviceCaller, tokenCaller } from './make-caller.ts';
export { organizationPlace } from './organization-place.ts';
export type { LoadedPolicy, PolicyLoader } from './policy-loader.ts';
export { type ReadEnvironment, readEnvironment } from './read-environment.ts';
export { type HopSource, type ReadHop, readHop } from './read-hop.ts';
export { type ReplacePolicy, replaceInCaller, replaceInEnvironment, replaceInHop } from './replace-policies.ts';
export {
  type Place,
  type PrincipalReference,
  type ResolvedPrincipal,
  resolvePrincipal,
} from './resolve-principal.ts';
export { tagPrefixes } from './tag-prefixes.ts';
export { findTarget, type Target } from './target.ts';
