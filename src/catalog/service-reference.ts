/**
 * AWS's service reference, one JSON document per service, read into what services are compiled from.
 * Form: https://docs.aws.amazon.com/service-authorization/latest/reference/service-reference.html
 */
import { type AccessLevel, KEY_TYPES, type Service, type ServiceAction } from './service.ts';
import type { SourceAction, SourceKey, SourceService } from './service-source.ts';

/** Where the list of services is published. */
export const SERVICE_REFERENCE = 'https://servicereference.us-east-1.amazonaws.com/v1/service-list.json';

export interface ReferencePlace {
  readonly service: string;
  readonly url: string;
}

export type ReadResult<Value> = { readonly value: Value } | { readonly problem: string };

type Json = Readonly<Record<string, unknown>>;

/** The list of services with the addresses of their documents. */
export function readServiceList(list: unknown): ReadResult<readonly ReferencePlace[]> {
  if (!Array.isArray(list) || list.length === 0) return { problem: 'the list of services is no list, or empty' };
  const places: ReferencePlace[] = [];
  for (const item of list) {
    const { service, url } = object(item) ?? {};
    if (typeof service !== 'string' || !/^[a-z0-9-]+$/.test(service) || typeof url !== 'string') {
      return { problem: `an entry of the list of services is not understood: ${JSON.stringify(item)}` };
    }
    places.push({ service, url });
  }
  return { value: places };
}

/**
 * One service. The reference does not tell titles, required resources, dependent actions and what is only a permission:
 * `known`, the data until now, does.
 */
export function readServiceReference(
  document: unknown,
  prefix: string,
  known: Service | undefined,
): ReadResult<SourceService> {
  const root = object(document);
  const problems: string[] = [];
  if (root?.Name !== prefix) return { problem: `it is not about ${prefix}` };
  const types = list(root.Resources).flatMap((row) => typesOf(row, problems));
  const conditionKeys = list(root.ConditionKeys).flatMap((row) => keyOf(row, problems));
  const names = { types, keys: new Set(conditionKeys.map(({ key }) => key.toLowerCase())) };
  const actions = list(root.Actions).flatMap((row) => actionOf(row, { ...names, known, problems }));
  if (list(root.Actions).length === 0) problems.push('it has no actions');
  for (const { conditionKeys: listed } of types) unlisted(listed, names.keys, problems);
  const [problem] = problems;
  if (problem !== undefined) return { problem };
  return {
    value: {
      prefix,
      title: known?.title ?? prefix,
      actions,
      resourceTypes: types.map(({ key, arn, conditionKeys }) => ({ key, arn, conditionKeys })),
      conditionKeys,
    },
  };
}

interface TypeSource {
  /** As actions name it. */
  readonly name: string;
  /** Its own: a type with several forms of ARN is several. */
  readonly key: string;
  readonly arn: string;
  readonly conditionKeys: readonly string[];
}

function typesOf(row: Json, problems: string[]): TypeSource[] {
  const { Name: name } = row;
  const arns = texts(row.ARNFormats);
  if (typeof name !== 'string' || !name || arns.length === 0) {
    problems.push(`a resource type without a name or ARN: ${JSON.stringify(row)}`);
    return [];
  }
  const odd = arns.find((arn) => !/^arn(:[^:]*){4}:[ -~]+$/.test(arn));
  if (odd !== undefined) problems.push(`the ARN of the resource type ${name} is not understood: ${odd}`);
  const conditionKeys = texts(row.ConditionKeys);
  return arns.map((arn, index) => ({ name, key: index === 0 ? name : `${name} (${index + 1})`, arn, conditionKeys }));
}

function keyOf(row: Json, problems: string[]): SourceKey[] {
  const { Name: key } = row;
  const [written] = texts(row.Types);
  const type = TYPES.find((one) => one === written);
  if (typeof key !== 'string' || !/^[!-~ ]+$/.test(key) || type === undefined) {
    problems.push(`a condition key is not understood: ${JSON.stringify(row)}`);
    return [];
  }
  return [{ key, type }];
}

const TYPES: readonly SourceKey['type'][] = KEY_TYPES.flatMap((type) => [type, `ArrayOf${type}` as const]);

interface Names {
  readonly types: readonly TypeSource[];
  readonly keys: ReadonlySet<string>;
  readonly known: Service | undefined;
  readonly problems: string[];
}

function actionOf(row: Json, names: Names): SourceAction[] {
  const { Name: name } = row;
  if (typeof name !== 'string' || !/^[A-Za-z0-9-]+$/.test(name)) {
    names.problems.push(`an action is not understood: ${JSON.stringify(row)}`);
    return [];
  }
  const before = names.known?.actions.find((one) => one.name.toLowerCase() === name.toLowerCase());
  const accessLevel = levelOf(row) ?? before?.level;
  if (accessLevel === undefined) names.problems.push(`the action ${name} has no access level`);
  const conditionKeys = texts(row.ActionConditionKeys);
  unlisted(conditionKeys, names.keys, names.problems);
  return [
    {
      name,
      accessLevel: accessLevel ?? '',
      resourceTypes: list(row.Resources).flatMap((resource) => resourcesOf(resource, name, before, names)),
      conditionKeys,
      dependentActions: before?.dependents ?? [],
      isPermissionOnly: before?.permissionOnly === true,
    },
  ];
}

function resourcesOf(resource: Json, action: string, before: ServiceAction | undefined, names: Names) {
  const forms = names.types.filter(({ name }) => name === resource.Name);
  if (forms.length === 0)
    names.problems.push(`the action ${action} has an unknown resource: ${JSON.stringify(resource)}`);
  return forms.map(({ key }) => {
    const old = before?.resources.find(({ type }) => type.name === key);
    const required = forms.length === 1 && old?.required === true;
    const conditionKeys = (old?.conditionKeys ?? []).filter((one) => names.keys.has(one.toLowerCase()));
    return { name: key, required, conditionKeys, dependentActions: [] };
  });
}

/** The reference marks levels; what has no mark reads. */
function levelOf(row: Json): AccessLevel | undefined {
  const marks = object(object(row.Annotations)?.Properties);
  if (!marks) return undefined;
  if (marks.IsPermissionManagement === true) return 'Permissions management';
  if (marks.IsTaggingOnly === true) return 'Tagging';
  if (marks.IsWrite === true) return 'Write';
  return marks.IsList === true ? 'List' : 'Read';
}

function unlisted(names: readonly string[], keys: ReadonlySet<string>, problems: string[]): void {
  const odd = names.find((name) => !keys.has(name.toLowerCase()));
  if (odd !== undefined) problems.push(`the condition key ${odd} is not in its list`);
}

function object(value: unknown): Json | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : undefined;
}

function list(value: unknown): readonly Json[] {
  return Array.isArray(value) ? value.map((item) => object(item) ?? {}) : [];
}

function texts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}
