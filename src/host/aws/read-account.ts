/** The account layer's reader on the SDK: IAM and STS, whole lists, documents decoded. */
import {
  GetAccountSummaryCommand,
  GetGroupCommand,
  GetGroupPolicyCommand,
  GetPolicyCommand,
  GetPolicyVersionCommand,
  GetRoleCommand,
  GetRolePolicyCommand,
  GetUserCommand,
  GetUserPolicyCommand,
  type IAMClient,
  ListAccountAliasesCommand,
  paginateListAttachedGroupPolicies,
  paginateListAttachedRolePolicies,
  paginateListAttachedUserPolicies,
  paginateListEntitiesForPolicy,
  paginateListGroupPolicies,
  paginateListPolicyVersions,
  paginateListRolePolicies,
  paginateListUserPolicies,
  type Tag as SdkTag,
} from '@aws-sdk/client-iam';
import { GetCallerIdentityCommand, type STSClient } from '@aws-sdk/client-sts';
import {
  type AccountReader,
  decodeDocument,
  type IdentityKind,
  type LiveIdentity,
  type LiveVersion,
  type PolicyHolder,
  type Tag,
} from '../../account/index.ts';
import { type Asker, all } from './ask.ts';

interface Clients {
  readonly iam: IAMClient;
  readonly sts: STSClient;
}

export function readAccount({ iam, sts }: Clients, { ask, find }: Asker): AccountReader {
  const client = iam;
  return {
    callerIdentity: () =>
      ask('GetCallerIdentity', async () => {
        const { Account = '', Arn = '', UserId = '' } = await sts.send(new GetCallerIdentityCommand({}));
        return { account: Account, arn: Arn, userId: UserId, partition: Arn.split(':')[1] ?? 'aws' };
      }),
    accountAlias: () =>
      ask('ListAccountAliases', async () => {
        const { AccountAliases } = await client.send(new ListAccountAliasesCommand({}));
        return AccountAliases?.[0];
      }),
    accountSummary: () =>
      ask('GetAccountSummary', async () => {
        const { SummaryMap } = await client.send(new GetAccountSummaryCommand({}));
        return SummaryMap ?? {};
      }),
    policy: (arn) =>
      find('GetPolicy', async () => {
        const { Policy } = await client.send(new GetPolicyCommand({ PolicyArn: arn }));
        return (
          Policy && {
            arn: Policy.Arn ?? arn,
            name: Policy.PolicyName ?? '',
            id: Policy.PolicyId ?? '',
            path: Policy.Path ?? '/',
            ...(Policy.Description ? { description: Policy.Description } : {}),
            defaultVersionId: Policy.DefaultVersionId ?? '',
            attachmentCount: Policy.AttachmentCount ?? 0,
            boundaryUsageCount: Policy.PermissionsBoundaryUsageCount ?? 0,
            tags: tagsOf(Policy.Tags),
          }
        );
      }),
    policyVersions: (arn) =>
      find('ListPolicyVersions', async () => {
        const versions = await all(paginateListPolicyVersions({ client }, { PolicyArn: arn }), (page) => page.Versions);
        return versions
          .map(
            ({ VersionId = '', IsDefaultVersion, CreateDate }): LiveVersion => ({
              id: VersionId,
              isDefault: IsDefaultVersion === true,
              ...(CreateDate ? { created: CreateDate.toISOString() } : {}),
            }),
          )
          .sort((a, b) => Number(a.id.slice(1)) - Number(b.id.slice(1)));
      }),
    policyDocument: (arn, versionId) =>
      find('GetPolicyVersion', async () => {
        const input = { PolicyArn: arn, VersionId: versionId };
        const { PolicyVersion } = await client.send(new GetPolicyVersionCommand(input));
        return PolicyVersion?.Document === undefined ? undefined : decodeDocument(PolicyVersion.Document);
      }),
    policyHolders: (arn) =>
      find('ListEntitiesForPolicy', async () => [
        ...(await holders(client, arn, 'policy')),
        ...(await holders(client, arn, 'boundary')),
      ]),
    identity: (kind, name) => find(`Get${WRITTEN[kind]}`, () => identity(client, kind, name)),
    attachedPolicies: (kind, name) =>
      find(`ListAttached${WRITTEN[kind]}Policies`, async () => {
        const found = await attached(client, kind, name);
        return found.map(({ PolicyArn = '', PolicyName = '' }) => ({ arn: PolicyArn, name: PolicyName }));
      }),
    inlinePolicyNames: (kind, name) => find(`List${WRITTEN[kind]}Policies`, () => inlineNames(client, kind, name)),
    inlinePolicy: (kind, name, policyName) =>
      find(`Get${WRITTEN[kind]}Policy`, async () => {
        const text = await inlineText(client, kind, { name, policyName });
        return text === undefined ? undefined : decodeDocument(text);
      }),
  };
}

const WRITTEN = { user: 'User', group: 'Group', role: 'Role' } as const satisfies Record<IdentityKind, string>;

function tagsOf(tags: readonly SdkTag[] | undefined): readonly Tag[] {
  return (tags ?? []).map(({ Key = '', Value = '' }) => ({ key: Key, value: Value }));
}

async function holders(
  client: IAMClient,
  PolicyArn: string,
  usage: PolicyHolder['usage'],
): Promise<readonly PolicyHolder[]> {
  const PolicyUsageFilter = usage === 'policy' ? 'PermissionsPolicy' : 'PermissionsBoundary';
  const pages = paginateListEntitiesForPolicy({ client }, { PolicyArn, PolicyUsageFilter });
  return all(pages, ({ PolicyUsers = [], PolicyGroups = [], PolicyRoles = [] }): readonly PolicyHolder[] => [
    ...PolicyUsers.map(({ UserName: name = '' }) => ({ kind: 'user', name, usage }) as const),
    ...PolicyGroups.map(({ GroupName: name = '' }) => ({ kind: 'group', name, usage }) as const),
    ...PolicyRoles.map(({ RoleName: name = '' }) => ({ kind: 'role', name, usage }) as const),
  ]);
}

async function identity(client: IAMClient, kind: IdentityKind, name: string): Promise<LiveIdentity | undefined> {
  switch (kind) {
    case 'user': {
      const { User } = await client.send(new GetUserCommand({ UserName: name }));
      return User && { kind, name, ...common(User), id: User.UserId ?? '', tags: tagsOf(User.Tags) };
    }
    case 'group': {
      const { Group } = await client.send(new GetGroupCommand({ GroupName: name, MaxItems: 1 }));
      return Group && { kind, name, ...common(Group), id: Group.GroupId ?? '', tags: [] };
    }
    case 'role': {
      const { Role } = await client.send(new GetRoleCommand({ RoleName: name }));
      return (
        Role && {
          kind,
          name,
          ...common(Role),
          id: Role.RoleId ?? '',
          ...(Role.AssumeRolePolicyDocument ? { trust: decodeDocument(Role.AssumeRolePolicyDocument) } : {}),
          ...(Role.Description ? { description: Role.Description } : {}),
          ...(Role.MaxSessionDuration === undefined ? {} : { maxSessionDuration: Role.MaxSessionDuration }),
          tags: tagsOf(Role.Tags),
        }
      );
    }
    default:
      return kind satisfies never;
  }
}

interface Described {
  readonly Arn?: string | undefined;
  readonly Path?: string | undefined;
  readonly PermissionsBoundary?: { readonly PermissionsBoundaryArn?: string | undefined } | undefined;
}

function common({ Arn = '', Path = '/', PermissionsBoundary }: Described) {
  const boundary = PermissionsBoundary?.PermissionsBoundaryArn;
  return { arn: Arn, path: Path, ...(boundary === undefined ? {} : { boundary }) };
}

function attached(client: IAMClient, kind: IdentityKind, name: string) {
  switch (kind) {
    case 'user':
      return all(paginateListAttachedUserPolicies({ client }, { UserName: name }), (page) => page.AttachedPolicies);
    case 'group':
      return all(paginateListAttachedGroupPolicies({ client }, { GroupName: name }), (page) => page.AttachedPolicies);
    case 'role':
      return all(paginateListAttachedRolePolicies({ client }, { RoleName: name }), (page) => page.AttachedPolicies);
    default:
      return kind satisfies never;
  }
}

function inlineNames(client: IAMClient, kind: IdentityKind, name: string) {
  switch (kind) {
    case 'user':
      return all(paginateListUserPolicies({ client }, { UserName: name }), (page) => page.PolicyNames);
    case 'group':
      return all(paginateListGroupPolicies({ client }, { GroupName: name }), (page) => page.PolicyNames);
    case 'role':
      return all(paginateListRolePolicies({ client }, { RoleName: name }), (page) => page.PolicyNames);
    default:
      return kind satisfies never;
  }
}

interface Inline {
  readonly name: string;
  readonly policyName: string;
}

async function inlineText(client: IAMClient, kind: IdentityKind, { name, policyName: PolicyName }: Inline) {
  switch (kind) {
    case 'user':
      return (await client.send(new GetUserPolicyCommand({ UserName: name, PolicyName }))).PolicyDocument;
    case 'group':
      return (await client.send(new GetGroupPolicyCommand({ GroupName: name, PolicyName }))).PolicyDocument;
    case 'role':
      return (await client.send(new GetRolePolicyCommand({ RoleName: name, PolicyName }))).PolicyDocument;
    default:
      return kind satisfies never;
  }
}
