/** AWS SAM: the role that a serverless function or state machine gets, from its property Policies. */
import { type Member, member, type SourceNode } from '../../../parse/index.ts';
import { type Place, placesOf } from './policy-places.ts';
import type { PolicyProperty } from './policy-properties.ts';
import { scalarText } from './resolver.ts';
import { getsRole, type TemplateResource } from './template.ts';
import type { TemplateReading } from './template-reading.ts';

/** Documents among the items of Policies, or in its place. */
export const SERVERLESS_PROPERTIES: readonly PolicyProperty[] = [
  { path: ['Policies', '*'], type: 'identity', isDocument },
];

function isDocument(node: SourceNode): boolean {
  return member(node, 'Statement') !== undefined;
}

/** A managed policy, by name or ARN, as far as it is known. */
export interface ManagedPolicy {
  readonly text: string;
  readonly place: Place;
}

/** The managed policies that Policies names. */
export function serverlessManagedPolicies(
  resource: TemplateResource,
  reading: TemplateReading,
): readonly ManagedPolicy[] {
  const resolver = reading.at(resource.path).resolver();
  return itemsOf(resource, reading).flatMap((place) => {
    if (isDocument(place.node) || templateOf(place.node)) return [];
    const found = resolver.resolve(place.node);
    const items = found?.kind === 'array' ? found.items : found ? [found] : [];
    return items.flatMap((item) => {
      const text = scalarText(item);
      return text === undefined ? [] : [{ text, place }];
    });
  });
}

/** Says which policies SAM would make of its templates, and which resources of SAM make others. */
export function reportServerless(resource: TemplateResource, reading: TemplateReading): void {
  if (resource.type === 'AWS::Serverless::Connector') {
    const message = `the connector \`${resource.id}\` grants what AWS SAM knows, and is not read`;
    reading.report('template-not-read', { message, range: resource.node.range, path: resource.path });
  }
  if (!getsRole(resource)) return;
  for (const { node, path } of itemsOf(resource, reading)) {
    const template = templateOf(node);
    if (!template) continue;
    const message = `the policy template \`${template.key}\` of AWS SAM is not expanded: what it grants \`${resource.id}\` is not looked at`;
    reading.report('template-not-read', { message, range: template.keyRange ?? node.range, path });
  }
}

function itemsOf(resource: TemplateResource, reading: TemplateReading): readonly Place[] {
  if (!resource.properties) return [];
  const start = { node: resource.properties, path: resource.path, names: [], branches: [] };
  return placesOf(start, ['Policies', '*'], reading.at(resource.path).resolver());
}

/** `S3ReadPolicy: {BucketName: ...}` */
function templateOf(node: SourceNode): Member | undefined {
  const [only, ...others] = node.kind === 'object' ? node.members : [];
  const isName =
    only && others.length === 0 && /^\w+$/.test(only.key) && only.key !== 'Ref' && only.key !== 'Statement';
  return isName ? only : undefined;
}
