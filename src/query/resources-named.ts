/** The resources that a person names: one ARN, or a pattern over those that the environment describes. */
import type { Catalog } from '../catalog/index.ts';
import type { Environment } from '../environment/index.ts';
import { matchesPattern, patternOf } from '../language/index.ts';

/** Everything in the environment that has an ARN: resources, roles and users. */
export function describedResources({ accounts }: Environment): readonly string[] {
  return accounts.flatMap(({ resources, roles, users }) => [...resources, ...roles, ...users].map(({ arn }) => arn));
}

/**
 * An ARN without wildcards, and `*`, stand for themselves. A pattern gives the described resources that it matches and
 * the action works on (all of them where the catalog does not know the action); none is an empty list.
 */
export function resourcesNamed(
  environment: Environment,
  { action, resource, catalog }: { action: string; resource: string; catalog: Catalog },
): readonly string[] {
  if (resource === '*' || !/[*?]/.test(resource) || catalog.isResourceless(action)) return [resource];
  const pattern = patternOf(resource);
  const isKnown = catalog.action(action) !== undefined;
  return describedResources(environment).filter(
    (arn) => matchesPattern(pattern, arn) && (!isKnown || catalog.resourceTypesMatching(action, arn).length > 0),
  );
}
