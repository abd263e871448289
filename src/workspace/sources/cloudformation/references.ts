/** `Ref` and `Fn::GetAtt`: values of parameters and pseudo parameters, names and ARNs of resources. */
import { nearestName } from '../../../catalog/index.ts';
import { deployTime, hasDeployTime, type Range } from '../../../language/index.ts';
import { member, type SourceNode } from '../../../parse/index.ts';
import {
  type Call,
  type Intrinsic,
  isUndecided,
  MOST_UNDERWAY,
  malformed,
  openNode,
  type Resolver,
  scalarText,
  textNode,
} from './resolver.ts';
import { type AttributeRow, RESOURCE_ATTRIBUTES } from './resource-attributes.ts';
import type { TemplateResource } from './template.ts';

export const ref: Intrinsic = (call, resolver) => {
  const name = call.argument.kind === 'string' ? call.argument.text : undefined;
  if (name === undefined) return malformed(call, resolver, 'the name of a parameter or resource');
  return name === 'AWS::NoValue' ? undefined : referTo(name, call, resolver);
};

/** @param call what refers, for its place */
export function referTo(name: string, call: Call, resolver: Resolver): SourceNode {
  const { template } = resolver;
  if (PSEUDO.has(name)) return textNode(pseudoParameter(name, resolver), call.range);
  const parameter = template.parameters.get(name);
  if (parameter) return parameterValue(name, parameter, { range: call.range, resolver });
  const resource = template.resources.get(name);
  if (resource) return textNode(refText(resource, resolver), call.range);
  if (!template.hasMacro) unknownName(name, call, resolver);
  return openNode(name, call.range);
}

const PSEUDO: ReadonlySet<string> = new Set(
  ['AccountId', 'Region', 'Partition', 'URLSuffix', 'StackName', 'StackId', 'NotificationARNs'].map(
    (name) => `AWS::${name}`,
  ),
);

const PARTITION_OF_REGION: readonly (readonly [string, string])[] = [
  ['cn-', 'aws-cn'],
  ['us-gov-', 'aws-us-gov'],
  ['us-isob-', 'aws-iso-b'],
  ['us-isof-', 'aws-iso-f'],
  ['us-iso-', 'aws-iso'],
  ['eu-isoe-', 'aws-iso-e'],
  ['eusc-', 'aws-eusc'],
];

/** Those of other partitions are not the same for all services, or not published. */
const URL_SUFFIXES: Readonly<Record<string, string>> = {
  aws: 'amazonaws.com',
  'aws-us-gov': 'amazonaws.com',
  'aws-cn': 'amazonaws.com.cn',
};

export function pseudoParameter(name: string, resolver: Resolver): string {
  return knownPseudoParameter(name, resolver) ?? deployTime(name);
}

function knownPseudoParameter(name: string, resolver: Resolver): string | undefined {
  const { account, region, partition, parameters } = resolver.template.options;
  const given = parameters?.[name];
  if (given !== undefined) return given;
  switch (name) {
    case 'AWS::AccountId':
      return account;
    case 'AWS::Region':
      return region;
    case 'AWS::Partition': {
      const stated = knownPseudoParameter('AWS::Region', resolver);
      if (partition !== undefined || stated === undefined) return partition;
      return PARTITION_OF_REGION.find(([prefix]) => stated.startsWith(prefix))?.[1] ?? 'aws';
    }
    case 'AWS::URLSuffix':
      return URL_SUFFIXES[knownPseudoParameter('AWS::Partition', resolver) ?? ''];
    default:
      return undefined;
  }
}

interface Asking {
  readonly range: Range | undefined;
  readonly resolver: Resolver;
}

/** What was given for it; what it has to be; or open. The default is what it may be, not what it is. */
function parameterValue(name: string, parameter: SourceNode, { range, resolver }: Asking): SourceNode {
  const { options } = resolver.template;
  const type = scalarText(member(parameter, 'Type')) ?? 'String';
  const value = options.parameters?.[name] ?? ownValue(parameter, type, options.parameterDefaults ?? false);
  if (value === undefined) return openNode(name, range);
  if (!/^(?:CommaDelimitedList|List<|AWS::SSM::Parameter::Value<List<)/.test(type)) return textNode(value, range);
  const items = value.split(',').map((item) => textNode(item.trim(), range));
  return { kind: 'array', items, ...(range ? { range } : {}) };
}

function ownValue(parameter: SourceNode, type: string, takesDefault: boolean): string | undefined {
  // What stands in the template of such a parameter is the name of another parameter, one of Systems Manager.
  if (type.startsWith('AWS::SSM::Parameter::Value<')) return undefined;
  const allowed = member(parameter, 'AllowedValues');
  if (allowed?.kind === 'array' && allowed.items.length === 1) return scalarText(allowed.items[0]);
  return takesDefault ? scalarText(member(parameter, 'Default')) : undefined;
}

function unknownName(name: string, call: Call, resolver: Resolver): void {
  const { parameters, resources } = resolver.template;
  const nearest = nearestName(name, [...parameters.keys(), ...resources.keys()]);
  const message = `the template has no parameter or resource \`${name}\``;
  const help = nearest === undefined ? {} : { help: `did you mean \`${nearest}\`?` };
  resolver.report('template-unknown-name', { message, range: call.range, ...help });
}

export const getAtt: Intrinsic = (call, resolver) => {
  const takes = 'a logical id and the name of an attribute';
  const { argument } = call;
  const texts =
    argument.kind === 'array'
      ? argument.items.map((item) => scalarText(resolver.resolve(item)))
      : [/^[^.]+/.exec(scalarText(argument) ?? '')?.[0], /\.(.+)$/.exec(scalarText(argument) ?? '')?.[1]];
  const [id, ...attribute] = texts;
  if (!id || attribute.length === 0 || attribute.some((part) => !part)) return malformed(call, resolver, takes);
  return textNode(attributeOf(id, attribute.join('.'), { call, resolver }), call.range);
};

/** @param call what asks, for its place */
export function attributeOf(
  id: string,
  attribute: string,
  { call, resolver }: { readonly call: Call; readonly resolver: Resolver },
): string {
  const resource = resolver.template.resources.get(id);
  if (!resource && !resolver.template.hasMacro) unknownName(id, call, resolver);
  const row = resource && RESOURCE_ATTRIBUTES[resource.type];
  const template = row?.attributes[attribute];
  if (!resource || template === undefined || hasDeployTime(attribute)) return deployTime(`${id}.${attribute}`);
  return fill(template, { resource, row, resolver });
}

export function refText(resource: TemplateResource, resolver: Resolver): string {
  const row = RESOURCE_ATTRIBUTES[resource.type];
  return row ? fill(row.ref ?? '{name}', { resource, row, resolver }) : deployTime(resource.id);
}

interface Filling {
  readonly resource: TemplateResource;
  readonly row: AttributeRow | undefined;
  readonly resolver: Resolver;
}

function fill(template: string, filling: Filling): string {
  const { resource, resolver } = filling;
  return template.replace(/\{(\?)?(\w+)\}/g, (_, isMade: string | undefined, key: string) => {
    if (isMade) return deployTime(`${resource.id}.${key}`);
    switch (key) {
      case 'name':
        return ownName(filling);
      case 'path':
        return propertyText('Path', filling) ?? '/';
      default:
        return pseudoParameter(PLACES[key] ?? key, resolver);
    }
  });
}

const PLACES: Readonly<Record<string, string>> = {
  partition: 'AWS::Partition',
  region: 'AWS::Region',
  account: 'AWS::AccountId',
  urlSuffix: 'AWS::URLSuffix',
};

/** Far longer than any name may be; names of names could be of any length. */
const LONGEST_NAME = 2048;

function ownName(filling: Filling): string {
  const { ownNames } = filling.resolver;
  const { id } = filling.resource;
  const known = ownNames.get(id);
  if (known !== undefined) return known;
  const name = findName(filling);
  ownNames.set(id, name);
  return name;
}

/** The name that the template gives, or AWS's own to come. */
function findName(filling: Filling): string {
  const { resource, row } = filling;
  const open = deployTime(row?.nameAttribute === undefined ? resource.id : `${resource.id}.${row.nameAttribute}`);
  const given = row?.name === undefined ? undefined : propertyText(row.name, filling);
  if (given === undefined || given.length > LONGEST_NAME) return open;
  // Functions may be named by their ARN. What another function chooses is called after the condition, so that several
  // resources would have one name; with a name of its own, what refers to one of them leads to no other.
  return given.startsWith('arn:') || isUndecided(given) ? open : given;
}

function propertyText(name: string, { resource, resolver }: Filling): string | undefined {
  const property = member(resource.properties, name);
  if (!property) return undefined;
  const mark = `resource ${resource.id}`;
  if (resolver.underway.has(mark) || resolver.underway.size >= MOST_UNDERWAY) {
    return deployTime(`${resource.id}.${name}`);
  }
  resolver.underway.add(mark);
  const node = resolver.resolve(property);
  resolver.underway.delete(mark);
  return node && (scalarText(node) ?? deployTime(`${resource.id}.${name}`));
}
