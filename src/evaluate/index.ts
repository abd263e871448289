/** The meaning of IAM: policies and a request in, decision and trace out; and the parts of it that other engines share. */
export { decideBoth, emptyTally, type Tally, tallyGrant, tallyLayer } from './both-readings.ts';
export { conditionHolds } from './condition.ts';
export { decide } from './decide.ts';
export { evaluate } from './evaluate.ts';
export type { Outcome } from './outcome.ts';
export { possiblePrincipalMatches, principalMatches, roleArnOf } from './principal.ts';
export { allowsWithout, exemption, nodesOf, scpExemption } from './reach.ts';
export { decideWithReasons, type Reason, type Reasoned } from './reasons.ts';
export { contextValue, type KeyValue, type RequestView, UNKNOWN, viewRequest } from './request-view.ts';
export { type Colons, resourceElementMatches, resourceMatches } from './resource.ts';
export { SITUATION_KEYS, type Situation, situationOf } from './situation.ts';
export { candidateApplies, namesCaller } from './statement.ts';
export { type Resolution, resolveTemplate } from './variables.ts';
