/** What a resource of a template says of itself, with its functions carried out. */

import { hasDeployTime } from '../../../language/index.ts';
import { type Member, member, type SourceNode } from '../../../parse/index.ts';
import { attributeOf, pseudoParameter, refText } from './references.ts';
import { scalarText } from './resolver.ts';
import { RESOURCE_ATTRIBUTES } from './resource-attributes.ts';
import type { TemplateResource } from './template.ts';
import type { TemplateReading } from './template-reading.ts';

export interface OwnValues {
  /** What `Ref` gives. */
  readonly ref: string;
  /** The resource's ARN, where its type has one that is known. */
  readonly arn?: string;
  /** The account of the stack, where it is known. */
  readonly account?: string;
  readonly region?: string;
  readonly tags: Readonly<Record<string, string>>;
  /** The text of a property. */
  readonly text: (property: string) => string | undefined;
  /** The texts of a list, or of one text in its place. */
  readonly texts: (property: string) => readonly string[];
}

export function ownValues(resource: TemplateResource, reading: TemplateReading): OwnValues {
  const resolver = reading.at(resource.path).resolver();
  const value = (property: string) => {
    const node = member(resource.properties, property);
    return node && resolver.resolve(node);
  };
  const account = pseudoParameter('AWS::AccountId', resolver);
  const region = pseudoParameter('AWS::Region', resolver);
  const arn = arnAttribute(resource.type);
  const call = { name: 'Fn::GetAtt', argument: resource.node, range: resource.node.range };
  return {
    ref: refText(resource, resolver),
    ...(arn === undefined ? {} : { arn: withoutLogStreams(attributeOf(resource.id, arn, { call, resolver })) }),
    ...(hasDeployTime(account) ? {} : { account }),
    ...(hasDeployTime(region) ? {} : { region }),
    tags: tagsOf(value('Tags')),
    text: (property) => scalarText(value(property)),
    texts: (property) => textsOf(value(property)),
  };
}

/** The attribute that is the ARN; the secret's is called Id. */
function arnAttribute(type: string): string | undefined {
  const attributes = Object.keys(RESOURCE_ATTRIBUTES[type]?.attributes ?? {});
  return ['Arn', 'TopicArn', 'PolicyArn', 'BackupVaultArn', 'Id'].find((name) => attributes.includes(name));
}

/** The attribute of a log group ends in `:*`, which its own ARN does not. */
function withoutLogStreams(arn: string): string {
  return arn.replace(/:\*$/, '');
}

function textsOf(node: SourceNode | undefined): readonly string[] {
  const items = node?.kind === 'array' ? node.items : node ? [node] : [];
  return items.flatMap((item) => scalarText(item) ?? []);
}

/** A list of keys and values, or an object of them as some types and AWS SAM have it. */
function tagsOf(node: SourceNode | undefined): Readonly<Record<string, string>> {
  const pairs =
    node?.kind === 'array'
      ? node.items.map((item) => [scalarText(member(item, 'Key')), scalarText(member(item, 'Value'))])
      : (node?.kind === 'object' ? node.members : []).map(({ key, value }: Member) => [key, scalarText(value)]);
  return Object.fromEntries(pairs.filter(([key, value]) => key !== undefined && value !== undefined));
}
