/** Carries out the intrinsic functions of a part of a template. */
import { deployTime } from '../../../language/index.ts';
import type { TemplateCode } from '../../../lint/index.ts';
import type { Member, ObjectNode, SourceNode } from '../../../parse/index.ts';
import { fnIf } from './conditions.ts';
import { findInMap } from './mappings.ts';
import { getAtt, ref } from './references.ts';
import { type Comparison, type Intrinsic, openNode, type Resolver, type ResolverFault } from './resolver.ts';
import { sub } from './substitution.ts';
import type { Template } from './template.ts';
import { base64, join, length, outside, select, split, toJsonString } from './text-functions.ts';

const INTRINSICS: Readonly<Record<string, Intrinsic>> = {
  Ref: ref,
  'Fn::GetAtt': getAtt,
  'Fn::Sub': sub,
  'Fn::If': fnIf,
  'Fn::FindInMap': findInMap,
  'Fn::Join': join,
  'Fn::Split': split,
  'Fn::Select': select,
  'Fn::Base64': base64,
  'Fn::Length': length,
  'Fn::ToJsonString': toJsonString,
  'Fn::ImportValue': outside,
  'Fn::GetAZs': outside,
  'Fn::Cidr': outside,
  'Fn::Transform': outside,
};

/** The tags of YAML that stand for functions: `!Sub x` is `{ "Fn::Sub": x }`. */
export const TEMPLATE_TAGS: ReadonlyMap<string, string> = new Map(
  [...Object.keys(INTRINSICS), 'Fn::And', 'Fn::Or', 'Fn::Not', 'Fn::Equals', 'Condition'].map((name) => [
    `!${name.replace('Fn::', '')}`,
    name,
  ]),
);

export function createResolver(
  template: Template,
  report: (code: TemplateCode, fault: ResolverFault) => void,
  assumed: ReadonlyMap<string, boolean> = new Map(),
): Resolver {
  const resolver: Resolver = {
    template,
    resolve: (node) => resolve(node, resolver),
    assumed,
    undecided: new Map<string, Comparison>(),
    conditions: new Set<string>(),
    outcomes: new Map<string, boolean | undefined>(),
    ownNames: new Map<string, string>(),
    underway: new Set<string>(),
    report,
  };
  return resolver;
}

function resolve(node: SourceNode, resolver: Resolver): SourceNode | undefined {
  switch (node.kind) {
    case 'array':
      return { ...node, items: node.items.flatMap((item) => resolve(item, resolver) ?? []) };
    case 'object':
      return resolveObject(node, resolver);
    case 'string':
      return { ...node, text: withoutReferences(node.text) };
    default:
      return node;
  }
}

/** Values that CloudFormation fetches from Systems Manager or Secrets Manager while it deploys. */
function withoutReferences(text: string): string {
  return text.replace(/\{\{(resolve:[^{}]+)\}\}/g, (_, name: string) => deployTime(name));
}

function resolveObject(node: ObjectNode, resolver: Resolver): SourceNode | undefined {
  const call = node.members.find(({ key }) => key === 'Ref' || key.startsWith('Fn::'));
  if (!call) {
    const members = node.members.flatMap((one): Member[] => {
      const value = resolve(one.value, resolver);
      return value ? [{ ...one, value }] : [];
    });
    return { ...node, members };
  }
  const { range } = node;
  // AWS::Include and loops make members of their own, beside others.
  if (call.key === 'Fn::Transform' || call.key.startsWith('Fn::ForEach::')) return openNode(call.key, range);
  const intrinsic = INTRINSICS[call.key];
  if (intrinsic && node.members.length === 1) {
    const value = intrinsic({ name: call.key, argument: call.value, range }, resolver);
    return value?.kind === 'string' ? { ...value, text: withoutReferences(value.text) } : value;
  }
  const message = intrinsic
    ? `\`${call.key}\` stands beside other members`
    : `\`${call.key}\` is no function that gives a value`;
  const help = intrinsic ? 'leave it alone in its object' : 'write one of the functions that CloudFormation has';
  resolver.report('template-malformed-function', { message, range: call.keyRange ?? range, help });
  return openNode(call.key, range);
}
