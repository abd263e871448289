/** On which resources a caller's access to an action is looked at. */
import type { Catalog, ResourceType } from '../catalog/index.ts';
import type { Caller, Environment } from '../environment/index.ts';
import { parseArn, splitArn } from '../language/index.ts';
import { describedResources } from './resources-named.ts';

/** Stands in an ARN for a name that nobody said. */
export const EXAMPLE = 'example';
const REGION = 'us-east-1';

/** Takes the id of an action. */
export type ResourcesFor = (action: string) => readonly string[];

/**
 * The described resources that the action works on, and one for each that the caller's own Allow statements name; where
 * there are none, an example of each kind of resource. `*` for an action that takes none.
 */
export function resourcesFor(environment: Environment, caller: Caller, catalog: Catalog): ResourcesFor {
  const described = describedResources(environment);
  const known = new Set([...described, ...described.flatMap(objectIn), ...resourcesGranted(caller)]);
  const byService = new Map<string, string[]>();
  for (const arn of known) {
    const service = parseArn(arn)?.service ?? '';
    byService.set(service, [...(byService.get(service) ?? []), arn]);
  }
  return (action) => {
    if (catalog.isResourceless(action)) return ['*'];
    const types = catalog.action(action)?.resources.map(({ type }) => type) ?? [];
    const services = new Set(types.map(({ arn }) => splitArn(arn)?.[2] ?? ''));
    const fitting = [...services]
      .flatMap((service) => byService.get(service) ?? [])
      .filter((arn) => catalog.resourceTypesMatching(action, arn).length > 0);
    return fitting.length > 0 ? fitting : exampleResources(action, caller, catalog);
  };
}

/** An example of each kind of resource that an action takes, in the caller's account; `*` for one that takes none. */
export function exampleResources(action: string, caller: Caller, catalog: Catalog): readonly string[] {
  if (catalog.isResourceless(action)) return ['*'];
  const types = catalog.action(action)?.resources.map(({ type }) => type) ?? [];
  return [...new Set(types.map((type) => exampleOf(type, caller)))];
}

/** Environments list buckets, policies speak of objects. */
function objectIn(arn: string): readonly string[] {
  return /^arn:[a-z-]+:s3:::[^/]+$/.test(arn) ? [`${arn}/${EXAMPLE}`] : [];
}

/** One ARN for every Resource value, its wildcards and variables filled. */
function resourcesGranted(caller: Caller): readonly string[] {
  return (caller.identity ?? [])
    .flatMap(({ document }) => document.statements)
    .filter(({ effect, resource }) => effect === 'Allow' && resource && !resource.not)
    .flatMap(({ resource }) => resource?.values ?? [])
    .flatMap(({ value }) => exampleFor(value, caller) ?? []);
}

/** Undefined for what names no resource. */
function exampleFor(pattern: string, caller: Caller): string | undefined {
  const named = pattern
    .replaceAll(/\$\{aws:username\}/gi, caller.userName ?? EXAMPLE)
    .replaceAll(/\$\{[^}]*\}/g, EXAMPLE);
  const parts = splitArn(named);
  return parts && parseArn(named) ? fill(parts, caller) : undefined;
}

function exampleOf({ arn }: ResourceType, caller: Caller): string {
  const parts = splitArn(arn.replaceAll(/\$\{[^}]*\}/g, '*')) ?? [];
  return fill(parts, caller);
}

function fill(
  [, partition = '', service = '', region = '', account = '', ...rest]: readonly string[],
  caller: Caller,
): string {
  const filled = [
    'arn',
    partition.replaceAll('*', 'aws'),
    service.replaceAll('*', EXAMPLE),
    region.replaceAll('*', REGION),
    account.replaceAll('*', caller.principal.account ?? ''),
    rest.join(':').replaceAll('*', EXAMPLE),
  ];
  return filled.join(':').replaceAll('?', 'x');
}
