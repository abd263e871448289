/** The users, groups, roles and resources that a template makes. */
import { deployTime, hasDeployTime } from '../../../language/index.ts';
import type { Declared, DeclaredGroup, DeclaredRole, DeclaredUser, SourcePolicy } from '../source-format.ts';
import { type Attachments, attachmentsOf, boundaryOf } from './attachments.ts';
import { declaredResources } from './declared-resources.ts';
import { type OwnValues, ownValues } from './own-values.ts';
import { textNode } from './resolver.ts';
import { getsRole, type TemplateResource } from './template.ts';
import { isLeftOut, type TemplatePolicy } from './template-policies.ts';
import type { TemplateReading } from './template-reading.ts';

export function declaredIn(policies: readonly TemplatePolicy[], reading: TemplateReading): Declared {
  const resources = [...reading.template.resources.values()].filter((resource) => !isLeftOut(resource, reading));
  const attachments = attachmentsOf(policies, resources, reading);
  const each = (...types: readonly string[]) => resources.filter(({ type }) => types.includes(type));
  const parts = (resource: TemplateResource) => ownValues(resource, reading);
  return {
    users: each('AWS::IAM::User').map((one) => user(one, parts(one), attachments)),
    groups: each('AWS::IAM::Group').map((one) => group(one, parts(one), attachments)),
    roles: [
      ...each('AWS::IAM::Role').flatMap((one) => role(one, parts(one), { attachments, policies }) ?? []),
      ...resources.filter(getsRole).map((one) => serverlessRole(one, parts(one), { attachments, policies })),
    ],
    resources: declaredResources(policies, resources, reading),
  };
}

function group(resource: TemplateResource, own: OwnValues, attachments: Attachments): DeclaredGroup {
  return {
    name: own.ref,
    policies: attachments.policies(resource, own.ref),
    ...(own.account === undefined ? {} : { account: own.account }),
    ...(resource.node.range ? { range: resource.node.range } : {}),
  };
}

function identity(resource: TemplateResource, own: OwnValues, attachments: Attachments) {
  const boundary = boundaryOf(own.text('PermissionsBoundary'), resource, attachments);
  return {
    ...group(resource, own, attachments),
    path: own.text('Path') ?? '/',
    ...(boundary ? { boundary } : {}),
    tags: own.tags,
  };
}

function user(resource: TemplateResource, own: OwnValues, attachments: Attachments): DeclaredUser {
  const groups = new Set([...own.texts('Groups'), ...attachments.groups(own.ref)]);
  return { ...identity(resource, own, attachments), groups: [...groups] };
}

interface Around {
  readonly attachments: Attachments;
  readonly policies: readonly TemplatePolicy[];
}

function trustOf(resource: TemplateResource, policies: readonly TemplatePolicy[]): SourcePolicy | undefined {
  const found = policies.filter((one) => one.resource === resource && one.whole.type === 'trust');
  const [first] = found;
  if (!first || (found.length === 1 && first.branches.length === 0)) return first?.whole;
  // One of several documents, which is not known.
  return { ...first.whole, node: textNode(deployTime(`${resource.id}.AssumeRolePolicyDocument`), resource.node.range) };
}

function role(resource: TemplateResource, own: OwnValues, { attachments, policies }: Around): DeclaredRole | undefined {
  const trust = trustOf(resource, policies);
  const seconds = own.text('MaxSessionDuration');
  return (
    trust && {
      ...identity(resource, own, attachments),
      trust,
      ...(seconds !== undefined && !hasDeployTime(seconds) ? { maxSessionDuration: Number(seconds) } : {}),
    }
  );
}

/** The role that AWS SAM makes: it is called after the function, and AWS completes its name. */
function serverlessRole(resource: TemplateResource, own: OwnValues, { attachments, policies }: Around): DeclaredRole {
  const name = deployTime(`${resource.id}Role`);
  const service = resource.type === 'AWS::Serverless::Function' ? 'lambda' : 'states';
  const parts = identity(resource, { ...own, ref: name }, attachments);
  const trust = trustOf(resource, policies) ?? serviceTrust(`${service}.amazonaws.com`, resource);
  return { ...parts, path: '/', tags: {}, trust };
}

function serviceTrust(service: string, { id, node, path }: TemplateResource): SourcePolicy {
  const text = (value: string) => textNode(value, node.range);
  const statement = {
    kind: 'object',
    members: [
      { key: 'Effect', value: text('Allow') },
      { key: 'Principal', value: { kind: 'object', members: [{ key: 'Service', value: text(service) }] } },
      { key: 'Action', value: text('sts:AssumeRole') },
    ],
  } as const;
  const members = [
    { key: 'Version', value: text('2012-10-17') },
    { key: 'Statement', value: { kind: 'array', items: [statement] } as const },
  ];
  return {
    name: `Resources.${id}Role.AssumeRolePolicyDocument`,
    type: 'trust',
    path,
    node: { kind: 'object', members },
  };
}
