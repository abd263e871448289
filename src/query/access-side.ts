/** The resources of a question as callers of one account meet them, and a matrix for each group of callers. */
import { ANONYMOUS_CALLER, type Environment, findTarget, type Target } from '../environment/index.ts';
import { type Policy, policiesIn } from '../language/index.ts';
import { keysReadFor, type Matrix, type MatrixResource, openMatrix } from '../matrix/index.ts';
import type { AccessQuestion } from './access-question.ts';
import type { Asker } from './asker.ts';
import { type AskerGroup, groupOf, openKeys } from './open-keys.ts';
import { matrixResource } from './sides.ts';

export interface AccessSide {
  readonly resources: readonly MatrixResource[];
  /** Some resource is taken for the caller's own: it looks different from each account. */
  readonly dependsOnAccount: boolean;
  readonly groupFor: (asker: Asker) => GroupSide;
  readonly notes: readonly string[];
  /** Why the question cannot be asked as written. */
  readonly problems: readonly string[];
}

export interface GroupSide {
  readonly matrix: Matrix;
  /** Context keys that stay open. */
  readonly unknown: readonly string[];
}

/** @param account the caller's; undefined for a caller without one */
export type SideOpener = (account: string | undefined) => AccessSide;

/** @param policies those of the callers' side */
export function sideOpener(
  environment: Environment,
  question: AccessQuestion,
  policies: ReadonlySet<Policy>,
): SideOpener {
  const sides = new Map<string | undefined, AccessSide>();
  return (account) => {
    const side = sides.get(account) ?? openSide(environment, question, { account, policies });
    sides.set(account, side);
    return side;
  };
}

interface CallerSide {
  readonly account: string | undefined;
  readonly policies: ReadonlySet<Policy>;
}

function openSide(environment: Environment, question: AccessQuestion, { account, policies }: CallerSide): AccessSide {
  const { action, catalog, settings } = question;
  const caller = {
    ...ANONYMOUS_CALLER,
    principal: { type: 'user', ...(account === undefined ? {} : { account }) } as const,
  };
  const targets = question.resources.map((resource) => findTarget(environment, caller, { action, resource, catalog }));
  const resources = targets.map((target) => matrixResource(environment, target, question));
  const tagPrefixes = knownTags(targets);
  const ofResources = new Set(resources.flatMap((one) => policiesIn(one.policies)));
  const read = new Set([...keysReadFor(policies, action), ...keysReadFor(ofResources, action)]);
  const groups = new Map<AskerGroup, GroupSide>();
  return {
    resources,
    dependsOnAccount: targets.some(({ owner, resource }) => owner === undefined && resource !== '*'),
    groupFor: (asker) => {
      const group = groupOf(asker);
      const unknown = openKeys(read, { group, tagPrefixes, question });
      const side = groups.get(group) ?? { unknown, matrix: openMatrix({ action, unknown, settings }, resources) };
      groups.set(group, side);
      return side;
    },
    notes: [...new Set(targets.flatMap(({ notes }) => notes))],
    problems: [...new Set(targets.flatMap(({ problems }) => problems))],
  };
}

/** What stands before the keys of tags, where the environment tells all tags of all resources. */
function knownTags(targets: readonly Target[]): readonly string[] {
  const known = targets.every(({ resource, described }) => resource === '*' || described);
  return known ? ['aws:ResourceTag/', ...new Set(targets.flatMap(({ tagPrefixes }) => tagPrefixes))] : [];
}

/** The resource-based policies in play, each once. */
export function sidePolicies({ resources }: AccessSide): ReadonlySet<Policy> {
  return new Set(resources.flatMap(({ policies: { resource, trust } }) => [resource ?? [], trust ?? []].flat()));
}
