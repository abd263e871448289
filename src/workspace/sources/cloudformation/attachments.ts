/** Which policies of a template are attached to which of its users, groups and roles. */
import { deployTime } from '../../../language/index.ts';
import type { AttachedPolicy } from '../source-format.ts';
import { ownValues } from './own-values.ts';
import { isUndecided } from './resolver.ts';
import { serverlessManagedPolicies } from './serverless.ts';
import { getsRole, type TemplateResource } from './template.ts';
import type { TemplatePolicy } from './template-policies.ts';
import type { TemplateReading } from './template-reading.ts';

export interface Attachments {
  /** @param ref what `Ref` of the identity gives */
  readonly policies: (identity: TemplateResource, ref: string) => readonly AttachedPolicy[];
  /** Managed policies by the text that `Ref` of them gives. */
  readonly managed: ReadonlyMap<string, TemplatePolicy>;
  /** Groups that a user is put into by a resource of its own. */
  readonly groups: (user: string) => readonly string[];
}

/** Resources that attach a policy to others -> the properties that name those, by kind. */
const ATTACHING: Readonly<Record<string, readonly (readonly [kind: string, property: string])[]>> = {
  'AWS::IAM::Policy': [
    ['AWS::IAM::Role', 'Roles'],
    ['AWS::IAM::User', 'Users'],
    ['AWS::IAM::Group', 'Groups'],
  ],
  'AWS::IAM::ManagedPolicy': [
    ['AWS::IAM::Role', 'Roles'],
    ['AWS::IAM::User', 'Users'],
    ['AWS::IAM::Group', 'Groups'],
  ],
  'AWS::IAM::RolePolicy': [['AWS::IAM::Role', 'RoleName']],
  'AWS::IAM::UserPolicy': [['AWS::IAM::User', 'UserName']],
  'AWS::IAM::GroupPolicy': [['AWS::IAM::Group', 'GroupName']],
};

export function attachmentsOf(
  policies: readonly TemplatePolicy[],
  resources: readonly TemplateResource[],
  reading: TemplateReading,
): Attachments {
  const values = new Map(resources.map((one) => [one.id, ownValues(one, reading)]));
  const texts = (one: TemplateResource, property: string) => values.get(one.id)?.texts(property) ?? [];
  const managed = new Map(
    policies
      .filter(({ resource }) => resource.type === 'AWS::IAM::ManagedPolicy')
      .map((policy) => [values.get(policy.resource.id)?.ref ?? '', policy]),
  );
  const attached = (identity: TemplateResource, ref: string): readonly AttachedPolicy[] => [
    ...policies
      .filter(({ resource, whole }) => resource === identity && whole.type === 'identity')
      .map((policy) => here(policy, identity)),
    ...managedTexts(identity, texts(identity, 'ManagedPolicyArns'), reading).map((text) =>
      attachedByName(text, identity, managed),
    ),
    ...policies.flatMap((policy): AttachedPolicy[] => {
      const named = (ATTACHING[policy.resource.type] ?? [])
        .filter(([kind]) => kind === kindOf(identity))
        .flatMap(([, property]) => texts(policy.resource, property));
      if (named.includes(ref)) return [here(policy, identity)];
      return named.some(isUndecided) ? [unknown(policy)] : [];
    }),
  ];
  const additions = resources.filter(({ type }) => type === 'AWS::IAM::UserToGroupAddition');
  return {
    policies: (identity, ref) => unique(attached(identity, ref)),
    managed,
    groups: (user) =>
      additions.filter((one) => texts(one, 'Users').includes(user)).flatMap((one) => texts(one, 'GroupName')),
  };
}

function kindOf(identity: TemplateResource): string {
  return getsRole(identity) ? 'AWS::IAM::Role' : identity.type;
}

/** Managed policies that the functions of AWS SAM get without asking. */
const BASIC = 'AWSLambdaBasicExecutionRole';
const IN_A_VPC = 'AWSLambdaVPCAccessExecutionRole';
const TRACING = 'AWSXRayDaemonWriteAccess';
/** Managed policies that do not stand at the root: `service-role/...`. */
const SERVICE_ROLE = /^AWSLambda(?:(?:\w+)?ExecutionRole|ENIManagementAccess|Role)$/;

function managedTexts(identity: TemplateResource, own: readonly string[], reading: TemplateReading): readonly string[] {
  if (!getsRole(identity)) return own;
  const { text, texts } = ownValues(identity, reading);
  const has = (property: string) =>
    identity.properties?.kind === 'object' && identity.properties.members.some(({ key }) => key === property);
  const named = serverlessManagedPolicies(identity, reading).map((policy) =>
    policy.place.branches.length === 0 ? policy.text : deployTime(policy.text),
  );
  const isFunction = identity.type === 'AWS::Serverless::Function';
  const given = isFunction ? [BASIC, ...(has('VpcConfig') ? [IN_A_VPC] : [])] : [];
  const traced = isFunction && /^(?:Active|PassThrough)$/.test(text('Tracing') ?? '') ? [TRACING] : [];
  return [...given, ...traced, ...named, ...texts('ManagedPolicyArns')].map(arnOfName);
}

/** AWS SAM takes the bare names of AWS's own policies. */
function arnOfName(text: string): string {
  if (!/^[\w+=,.@-]+$/.test(text)) return text;
  return `arn:aws:iam::aws:policy/${SERVICE_ROLE.test(text) ? 'service-role/' : ''}${text}`;
}

function attachedByName(
  text: string,
  identity: TemplateResource,
  managed: ReadonlyMap<string, TemplatePolicy>,
): AttachedPolicy {
  const policy = managed.get(text);
  if (policy) return here(policy, identity);
  const { range } = identity.node;
  return { kind: 'elsewhere', arn: text, ...(range ? { range } : {}) };
}

/** Whether it is attached may hang on a condition: then what is attached is not known. */
function here(policy: TemplatePolicy, identity: TemplateResource): AttachedPolicy {
  const { resource, branches, whole } = policy;
  const isSure = resource.condition === undefined || resource.condition === identity.condition;
  if (branches.length === 0 && (resource === identity || isSure)) return { kind: 'here', policy: whole };
  return unknown(policy);
}

function unknown({ whole }: TemplatePolicy): AttachedPolicy {
  const { range } = whole.node;
  return { kind: 'elsewhere', arn: deployTime(whole.name), ...(range ? { range } : {}) };
}

/** A boundary is the same document, read as a policy of another type. */
export function boundaryOf(
  text: string | undefined,
  identity: TemplateResource,
  { managed }: Attachments,
): AttachedPolicy | undefined {
  if (text === undefined) return undefined;
  const found = attachedByName(text, identity, managed);
  if (found.kind === 'elsewhere') return found;
  return { kind: 'here', policy: { ...found.policy, name: `${found.policy.name} as boundary`, type: 'boundary' } };
}

function unique(policies: readonly AttachedPolicy[]): readonly AttachedPolicy[] {
  const key = (one: AttachedPolicy) => (one.kind === 'here' ? one.policy.name : one.arn);
  return [...new Map(policies.map((one) => [key(one), one])).values()];
}
