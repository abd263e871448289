/** The services of a catalog brought up to AWS's service reference, held against what is known before anything is kept. */
import type { Catalog } from './catalog.ts';
import { compileServices } from './compile-services.ts';
import type { Service } from './service.ts';
import { readServiceReference } from './service-reference.ts';
import type { SourceKey, SourceService } from './service-source.ts';

export interface UpdatedServices {
  /** services.json and services.jsonl. */
  readonly index: string;
  readonly lines: string;
  readonly newServices: readonly string[];
  /** Ids. */
  readonly newActions: readonly string[];
  readonly goneActions: readonly string[];
  /** Services that stay as they were, and why. */
  readonly kept: readonly { readonly service: string; readonly why: string }[];
  readonly services: number;
  readonly actions: number;
}

/** Less than this share of the services or actions that are known is taken for a broken publication. */
const PLAUSIBLE = 0.9;

/** @param documents the parsed documents of the reference by service; services that are not among them stay as they are */
export function updateServices(
  catalog: Catalog,
  documents: ReadonlyMap<string, unknown>,
): { readonly updated: UpdatedServices } | { readonly problem: string } {
  const before = catalog.serviceNames().flatMap((prefix) => catalog.service(prefix) ?? []);
  const kept: { service: string; why: string }[] = [];
  const services = new Map(before.map((service) => [service.prefix, sourceOf(service)]));
  for (const [prefix, document] of documents) {
    const read = readServiceReference(document, prefix, catalog.service(prefix));
    if ('problem' in read) kept.push({ service: prefix, why: read.problem });
    else services.set(prefix, read.value);
  }
  for (const { prefix } of before) {
    if (!documents.has(prefix)) kept.push({ service: prefix, why: 'it is not in the list of services' });
  }
  const taken = documents.size - kept.filter(({ service }) => documents.has(service)).length;
  if (taken < before.length * PLAUSIBLE) {
    const example = kept[0] ? ` (${kept[0].service}: ${kept[0].why})` : '';
    return { problem: `only ${taken} services could be read, and ${before.length} are known${example}` };
  }
  const old = idsOf(before.map(sourceOf));
  const now = idsOf([...services.values()]);
  if (now.size < old.size * PLAUSIBLE) {
    return { problem: `it has only ${now.size} actions, and ${old.size} are known` };
  }
  const { index, lines } = compileServices({
    services: [...services.values()],
    globalKeys: catalog.globalKeys().map(keyOf),
    overlay: [],
  });
  return {
    updated: {
      index,
      lines,
      newServices: [...services.keys()].filter((prefix) => !catalog.service(prefix)).sort(),
      newActions: [...now].filter((id) => !old.has(id)).sort(),
      goneActions: [...old].filter((id) => !now.has(id)).sort(),
      kept,
      services: services.size,
      actions: now.size,
    },
  };
}

function idsOf(services: readonly SourceService[]): Set<string> {
  return new Set(services.flatMap(({ prefix, actions }) => actions.map(({ name }) => `${prefix}:${name}`)));
}

/** What is compiled, as it was before. */
function sourceOf({ prefix, title, actions, resourceTypes, conditionKeys }: Service): SourceService {
  return {
    prefix,
    title,
    actions: actions.map(({ name, level, resources, conditionKeys, dependents, permissionOnly }) => ({
      name,
      accessLevel: level,
      resourceTypes: resources.map(({ type, required, conditionKeys }) => ({
        name: type.name,
        required,
        conditionKeys,
        dependentActions: [],
      })),
      conditionKeys,
      dependentActions: dependents,
      isPermissionOnly: permissionOnly,
    })),
    resourceTypes: resourceTypes.map(({ name, arn, conditionKeys }) => ({ key: name, arn, conditionKeys })),
    conditionKeys: conditionKeys.map(keyOf),
  };
}

function keyOf({ name, type, multivalued }: Service['conditionKeys'][number]): SourceKey {
  return { key: name, type: multivalued ? `ArrayOf${type}` : type };
}
