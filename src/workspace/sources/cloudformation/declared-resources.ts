/** The resources that a template makes, each with the policy that the template gives it. */

import { deployTime } from '../../../language/index.ts';
import { member } from '../../../parse/index.ts';
import type { DeclaredResource, SourcePolicy } from '../source-format.ts';
import { type OwnValues, ownValues } from './own-values.ts';
import { pseudoParameter } from './references.ts';
import { isUndecided, textNode } from './resolver.ts';
import type { TemplateResource } from './template.ts';
import type { TemplatePolicy } from './template-policies.ts';
import type { TemplateReading } from './template-reading.ts';

/** Resources that are the policies of others -> the property that names those. */
const POLICY_OF: Readonly<Record<string, string>> = {
  'AWS::S3::BucketPolicy': 'Bucket',
  'AWS::SQS::QueuePolicy': 'Queues',
  'AWS::SQS::QueueInlinePolicy': 'Queue',
  'AWS::SNS::TopicPolicy': 'Topics',
  'AWS::SNS::TopicInlinePolicy': 'TopicArn',
  'AWS::SecretsManager::ResourcePolicy': 'SecretId',
  'AWS::Kinesis::ResourcePolicy': 'ResourceArn',
  'AWS::Events::EventBusPolicy': 'EventBusName',
};

/** Policies of an account, whose statements say themselves which of the resources they are about. */
const POLICY_OF_ALL: Readonly<Record<string, string>> = { 'AWS::Logs::ResourcePolicy': 'AWS::Logs::LogGroup' };

/** Resources that add statements of AWS's own making to the policy of another, which a property names. */
const GRANT_TO: Readonly<Record<string, string>> = { 'AWS::Lambda::Permission': 'FunctionName' };

/** Those of identities stand among users, groups and roles; a managed policy is what is attached to them. */
const IDENTITIES = /^AWS::IAM::/;

/** Properties of a resource that hold its own policy, and not that of a part of it. */
const OF_A_PART: ReadonlySet<string> = new Set(['StreamSpecification', 'Replicas']);

export function declaredResources(
  policies: readonly TemplatePolicy[],
  resources: readonly TemplateResource[],
  reading: TemplateReading,
): readonly DeclaredResource[] {
  const values = new Map(resources.map((one) => [one.id, ownValues(one, reading)]));
  const others = policies.filter(({ resource }) => resource.type in POLICY_OF);
  const targets = others.map((policy) => ({
    policy,
    texts: values.get(policy.resource.id)?.texts(POLICY_OF[policy.resource.type] ?? '') ?? [],
  }));
  const grants = resources
    .filter(({ type }) => type in GRANT_TO)
    .map((resource) => ({ resource, text: values.get(resource.id)?.text(GRANT_TO[resource.type] ?? '') ?? '' }));
  const made = resources.flatMap((resource): DeclaredResource[] => {
    const own = values.get(resource.id);
    if (own?.arn === undefined || IDENTITIES.test(resource.type)) return [];
    const ofItself = policies.filter((one) => one.resource === resource && isOfResource(one));
    const ofOthers = targets.filter(({ texts }) => texts.includes(own.ref) || texts.includes(own.arn ?? ''));
    const perhaps = targets.find(({ policy, texts }) => isOfService(resource, policy) && texts.some(isUndecided));
    const ofAll = policies.filter((one) => POLICY_OF_ALL[one.resource.type] === resource.type);
    const all = [...ofItself, ...ofOthers.map(({ policy }) => policy), ...ofAll];
    const grant = grants.find(({ text }) => text === own.ref || text === own.arn)?.resource;
    // The events of a serverless function become permissions to invoke it.
    const granting = grant ?? perhaps?.policy.resource ?? (isServerlessWithEvents(resource) ? resource : undefined);
    return [declared(own.arn, { own, resource, policies: all, ...(granting ? { granting } : {}) })];
  });
  const known = new Set([...values.values()].flatMap(({ ref, arn }) => [ref, arn ?? ref]));
  const foreign = targets.flatMap(({ policy, texts }) =>
    texts.flatMap((text): DeclaredResource[] => {
      const own = values.get(policy.resource.id);
      const arn = known.has(text) || isUndecided(text) ? undefined : foreignArn(text, policy.resource.type, reading);
      if (arn === undefined || !own) return [];
      return [declared(arn, { own: { ...own, tags: {} }, resource: policy.resource, policies: [policy] })];
    }),
  );
  return merged([...made, ...foreign]);
}

/** `AWS::S3::Bucket` and `AWS::S3::BucketPolicy` */
function isOfService({ type }: TemplateResource, { resource }: TemplatePolicy): boolean {
  return type.split('::')[1] === resource.type.split('::')[1];
}

function isServerlessWithEvents({ type, properties }: TemplateResource): boolean {
  return type === 'AWS::Serverless::Function' && member(properties, 'Events') !== undefined;
}

/** A policy may name a resource of the template by its ARN, or by its URL, in other words than the template's. */
function merged(resources: readonly DeclaredResource[]): readonly DeclaredResource[] {
  const byArn = new Map<string, DeclaredResource>();
  for (const one of resources) {
    const known = byArn.get(one.arn);
    const policies = [known?.policy, one.policy].flatMap((policy) => policy ?? []);
    const [policy, another] = policies;
    const both = policy && another ? openPolicy(policy.name, policy) : policy;
    byArn.set(one.arn, known ? { ...known, ...(both ? { policy: both } : {}) } : one);
  }
  return [...byArn.values()];
}

/** Of several documents, or one that may not be there, it is not known which it is. */
function openPolicy(name: string, { node, ...rest }: SourcePolicy): SourcePolicy {
  return { ...rest, name, node: textNode(deployTime(name), node.range) };
}

function isOfResource({ whole, names }: TemplatePolicy): boolean {
  return whole.type === 'resource' && !OF_A_PART.has(names[0] ?? '');
}

interface Parts {
  readonly own: OwnValues;
  readonly resource: TemplateResource;
  readonly policies: readonly TemplatePolicy[];
  /** What makes the policy another one: it adds statements, or it is not known whose policy it is. */
  readonly granting?: TemplateResource;
}

function declared(arn: string, { own, resource, policies, granting }: Parts): DeclaredResource {
  const [first, ...others] = policies;
  const isSure =
    first?.branches.length === 0 &&
    others.length === 0 &&
    (first.resource.condition === undefined || first.resource.condition === resource.condition);
  const open = granting ? grantedBy(granting) : first && openPolicy(first.whole.name, first.whole);
  const policy = isSure && !granting ? first?.whole : open;
  return {
    arn,
    ...(policy ? { policy } : {}),
    tags: own.tags,
    ...(own.account === undefined ? {} : { account: own.account }),
    ...(own.region === undefined ? {} : { region: own.region }),
    ...(resource.node.range ? { range: resource.node.range } : {}),
  };
}

function grantedBy({ id, node, path }: TemplateResource): SourcePolicy {
  const name = `Resources.${id}`;
  return { name, type: 'resource', path, node: textNode(deployTime(name), node.range) };
}

/** The ARN of something that the template only gives a policy. */
function foreignArn(text: string, type: string, reading: TemplateReading): string | undefined {
  if (text.startsWith('arn:')) return text;
  const partition = pseudoParameter('AWS::Partition', reading.resolver());
  if (type === 'AWS::S3::BucketPolicy') return `arn:${partition}:s3:::${text}`;
  const queue = /^https:\/\/sqs\.([^/]+?)\.amazonaws\.com(?:\.cn)?\/([^/]+)\/([^/]+)$/.exec(text);
  return queue ? `arn:${partition}:sqs:${queue[1]}:${queue[2]}:${queue[3]}` : undefined;
}
