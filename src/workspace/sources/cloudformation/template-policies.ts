/** The policies that stand in a template. */
import { hasDeployTime, type PolicyType } from '../../../language/index.ts';
import { member, type SourceNode } from '../../../parse/index.ts';
import type { SourcePolicy } from '../source-format.ts';
import { conditionHolds } from './conditions.ts';
import { type Branch, type Place, placesOf } from './policy-places.ts';
import {
  ORGANIZATIONS_CONTENT,
  ORGANIZATIONS_POLICY_TYPES,
  POLICY_PROPERTIES,
  type PolicyProperty,
} from './policy-properties.ts';
import { readDocument } from './read-document.ts';
import { scalarText } from './resolver.ts';
import { SERVERLESS_PROPERTIES } from './serverless.ts';
import { getsRole, type TemplateResource } from './template.ts';
import type { TemplateReading } from './template-reading.ts';

export interface TemplatePolicy {
  readonly resource: TemplateResource;
  /** Where the document stands below `Properties`, functions left out. */
  readonly names: readonly string[];
  /** One for each case; together they are all that the document may be. */
  readonly cases: readonly SourcePolicy[];
  /** The document with undecided choices left open; the only case where there is one. */
  readonly whole: SourcePolicy;
  /** Undecided conditions under which it is there at all, that of its resource left out. */
  readonly branches: readonly Branch[];
}

export function templatePolicies(reading: TemplateReading): readonly TemplatePolicy[] {
  const taken = new Set<string>();
  return [...reading.template.resources.values()].flatMap((resource) => {
    if (isLeftOut(resource, reading)) return [];
    return propertiesOf(resource, reading).flatMap((property) =>
      policiesAt(resource, property, reading).map((policy) => uniquelyNamed(policy, taken)),
    );
  });
}

/** The condition of the resource is decided, and does not hold. */
export function isLeftOut(resource: TemplateResource, reading: TemplateReading): boolean {
  const { condition } = resource;
  if (condition === undefined) return false;
  return conditionHolds(condition, resource.node, reading.at(resource.path).resolver()) === false;
}

function propertiesOf(resource: TemplateResource, reading: TemplateReading): readonly PolicyProperty[] {
  if (resource.type === 'AWS::Organizations::Policy') return organizationsProperties(resource, reading);
  const own = POLICY_PROPERTIES[resource.type] ?? [];
  return getsRole(resource) ? [...own, ...SERVERLESS_PROPERTIES] : own;
}

/** Another property says which type of policy it is. */
function organizationsProperties(resource: TemplateResource, reading: TemplateReading): readonly PolicyProperty[] {
  const written = member(resource.properties, 'Type');
  const kind = written && scalarText(reading.at(resource.path).resolver().resolve(written));
  if (kind === undefined || !hasDeployTime(kind)) {
    const type = ORGANIZATIONS_POLICY_TYPES.get(kind ?? '');
    return type ? [{ path: [ORGANIZATIONS_CONTENT], type }] : [];
  }
  const message = `the type of the policy \`${resource.id}\` is known only at deploy time`;
  const help = 'write `SERVICE_CONTROL_POLICY` or `RESOURCE_CONTROL_POLICY`, or give the value of the parameter';
  reading.report('template-not-read', { message, range: written?.range, path: `${resource.path}/Type`, help });
  return [];
}

function policiesAt(resource: TemplateResource, property: PolicyProperty, reading: TemplateReading): TemplatePolicy[] {
  const { properties, path } = resource;
  if (!properties) return [];
  const here = reading.at(path);
  const start = { node: properties, path, names: [], branches: [] };
  return placesOf(start, property.path, here.resolver()).flatMap((place) => {
    if (property.isDocument?.(place.node) === false) return [];
    const policy = policyAt(resource, property, { place, reading: here });
    return policy ?? [];
  });
}

interface At {
  readonly place: Place;
  readonly reading: TemplateReading;
}

function policyAt(
  resource: TemplateResource,
  property: PolicyProperty,
  { place, reading }: At,
): TemplatePolicy | undefined {
  const own = resource.condition === undefined ? [] : [{ condition: resource.condition, holds: true }];
  const read = readDocument(place, [...own, ...place.branches], reading.at(place.path));
  if (!read || read.whole.kind === 'null') return undefined;
  const made = (node: SourceNode, branches: readonly Branch[]): SourcePolicy => ({
    name: nameOf(resource, place, reading) + inWords([...place.branches, ...branches]),
    type: property.type satisfies PolicyType,
    node: property.isStatement ? withVersion(node) : node,
    path: property.isStatement ? path(read.path) : read.path,
  });
  const cases = read.cases.map(({ node, branches }) => made(node, branches));
  const whole = cases.length === 1 && cases[0] ? cases[0] : made(read.whole, []);
  return { resource, names: place.names, cases, whole, branches: place.branches };
}

/** The statement's own place is `/Statement` of the document around it. */
function path(statement: string): string {
  return statement.slice(0, statement.lastIndexOf('/Statement'));
}

/** EventBridge puts the statement into a document of its own. */
function withVersion(statement: SourceNode): SourceNode {
  const { range } = statement;
  const version = { kind: 'string', text: '2012-10-17', ...(range ? { range } : {}) } as const;
  const members = [
    { key: 'Version', value: version },
    { key: 'Statement', value: statement },
  ];
  return { kind: 'object', members, ...(range ? { range } : {}) };
}

/** What AWS CDK calls the resource, or its logical id; an inline policy by its own name. */
function nameOf(resource: TemplateResource, { names, around }: Place, reading: TemplateReading): string {
  const construct = scalarText(member(member(resource.node, 'Metadata'), 'aws:cdk:path'));
  const owner = construct === undefined ? `Resources.${resource.id}` : construct.replace(/\/Resource$/, '');
  const inline = around && member(around, 'PolicyName');
  const inlineName = inline && scalarText(reading.resolver().resolve(inline));
  const isInline = names[0] === 'Policies' && inlineName !== undefined && !hasDeployTime(inlineName);
  const property = isInline ? `Policies.${inlineName}` : names.join('.');
  return `${owner}${construct === undefined ? '.' : ' '}${property}`;
}

/** ` if IsProduction and not HasReplica` */
function inWords(branches: readonly Branch[]): string {
  const words = new Set(branches.map(({ condition, holds }) => (holds ? condition : `not ${condition}`)));
  return words.size === 0 ? '' : ` if ${[...words].join(' and ')}`;
}

function uniquelyNamed(policy: TemplatePolicy, taken: Set<string>): TemplatePolicy {
  const cases = policy.cases.map((one) => {
    let name = one.name;
    for (let count = 2; taken.has(name); count += 1) name = `${one.name} #${count}`;
    taken.add(name);
    return name === one.name ? one : { ...one, name };
  });
  return { ...policy, cases, whole: cases.length === 1 && cases[0] ? cases[0] : policy.whole };
}
