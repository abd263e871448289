/** What sets an action pattern or a statement apart, as bits: a check that looks for little passes over most at a glance. */
import type { ServiceAction } from '../catalog/index.ts';
import { actionName, type CompiledAction, matchesAction } from '../compile/index.ts';
import { isEscalating } from './escalations.ts';
import { EXPOSING, isTold, REWRITING, SENSITIVE } from './telling-actions.ts';

export const TRAIT = {
  everything: 1,
  wildcard: 2,
  unknownService: 4,
  unknownAction: 8,
  wholeService: 16,
  sensitive: 32,
  exposing: 64,
  permissions: 128,
  passesRole: 256,
  createsSlr: 512,
  escalates: 1024,
  /** Does more than list and read. */
  changes: 2048,
  /** Each action can be limited to resources, and no other finding speaks of it. */
  limitable: 4096,
  rewrites: 16_384,
  // Not of an action: what else the statement has.
  conditions: 32_768,
  arns: 65_536,
  principals: 131_072,
  notAction: 262_144,
  notResource: 524_288,
  /** A text with `${`. */
  variables: 1_048_576,
} as const;

export interface Described {
  readonly text: string;
  readonly everything: boolean;
  readonly hasWildcard: boolean;
  readonly service: string;
  readonly name: string;
  readonly serviceIsKnown: boolean;
  readonly actions: readonly ServiceAction[];
  readonly compiled: CompiledAction;
}

export function traitsOf(facts: Described): number {
  const { everything, hasWildcard, name, service, serviceIsKnown, actions, compiled, text } = facts;
  const standsFor = (action: string) => matchesAction(compiled, actionName(action));
  let traits = 0;
  const set = (trait: number, holds: boolean) => {
    if (holds) traits |= trait;
  };
  set(TRAIT.everything, everything);
  set(TRAIT.variables, text.includes('${'));
  set(TRAIT.wildcard, everything || hasWildcard);
  set(TRAIT.unknownService, service !== '' && !serviceIsKnown);
  set(TRAIT.unknownAction, serviceIsKnown && actions.length === 0);
  set(TRAIT.wholeService, name === '*');
  set(TRAIT.passesRole, standsFor('iam:PassRole'));
  set(TRAIT.createsSlr, standsFor('iam:CreateServiceLinkedRole'));
  set(TRAIT.changes, everything || actions.some(({ level }) => level !== 'List' && level !== 'Read'));
  set(
    TRAIT.limitable,
    !hasWildcard && actions.length > 0 && actions.every((one) => one.resources.length > 0 && !isTold(one)),
  );
  set(TRAIT.rewrites, REWRITING.has(text));
  set(TRAIT.escalates, !everything && isEscalating(compiled));
  if (everything || name === '*') return traits;
  set(TRAIT.sensitive, SENSITIVE.some(standsFor));
  set(
    TRAIT.exposing,
    actions.some(({ id, resources }) => EXPOSING.has(id) && resources.length > 0),
  );
  set(
    TRAIT.permissions,
    actions.some(({ level, resources }) => level === 'Permissions management' && resources.length > 0),
  );
  return traits;
}
