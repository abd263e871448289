/** Which condition keys carry the tags of a resource (C53). */
import type { Catalog, ServiceAction } from '../catalog/index.ts';

/** `aws:ResourceTag/${TagKey}`, `ec2:ResourceTag/${TagKey}`, `s3:BucketTag/${TagKey}`, `rds:db-tag/${TagKey}`; no tags of a request. */
const TAG_KEY = /^([a-z0-9-]+:(?:ResourceTag|(?:Table|Vector)?BucketTag|AccessPointTag|(?!req-)[a-z-]+-tag)\/)\$\{/i;

const GLOBAL = 'aws:ResourceTag/';

/**
 * What stands before the tag key, such as `aws:ResourceTag/` and `ec2:ResourceTag/`: those that the catalog lists for the action
 * on this type of resource. An action that the catalog does not know is taken to report the global one.
 */
export function tagPrefixes(catalog: Catalog, action: string, resource: string): readonly string[] {
  const known = catalog.action(action);
  if (!known) return [GLOBAL];
  const names = namesOf(catalog, known, resource);
  const prefixes = names.flatMap((name) => TAG_KEY.exec(name)?.[1] ?? []);
  return prefixes.filter((prefix, index) => prefixes.indexOf(prefix) === index);
}

function namesOf(catalog: Catalog, action: ServiceAction, resource: string): readonly string[] {
  const [type] = catalog.resourceTypesMatching(action.id, resource);
  if (!type) return catalog.keysOfAction(action.id).map((key) => key.name);
  const ofAction = action.resources.filter((one) => one.type === type).flatMap((one) => one.conditionKeys);
  return [...type.conditionKeys, ...ofAction, ...action.conditionKeys];
}
