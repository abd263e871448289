/** Managed policies: made, read, versions, taken away. */
import { AwsError, deleteConflict, exists, limitExceeded, validationError } from '../aws-error.ts';
import { checkDocument, sizeOf } from '../documents.ts';
import { optional, tagsOf, textOf, textsOf } from '../form.ts';
import { type Call, type Operations, pageOf } from '../operation.ts';
import {
  attachmentsOf,
  boundedBy,
  everybody,
  isOfAws,
  type ManagedPolicy,
  withoutPolicy,
  withPolicy,
} from '../state.ts';
import { policyIn, versionIn } from './find.ts';
import { policyShape, tagList, versionShape } from './shapes.ts';

export const POLICY_OPERATIONS: Operations = {
  CreatePolicy: (call) => {
    const { state, parameters, quotas, now, newId } = call;
    const name = named(textOf(parameters, 'PolicyName'), 'policyName', 128);
    const path = pathIn(call);
    const arn = `arn:aws:iam::${state.account}:policy${path}${name}`;
    if ([...state.policies.keys()].some((one) => one.toLowerCase() === arn.toLowerCase())) {
      throw exists(`A policy called ${name} already exists. Duplicate names are not allowed.`);
    }
    if (ownPolicies(call).length >= quotas.PoliciesQuota) {
      throw limitExceeded(`Cannot exceed quota for PoliciesPerAccount: ${quotas.PoliciesQuota}`);
    }
    const description = optional(parameters, 'Description');
    const policy: ManagedPolicy = {
      arn,
      name,
      path,
      id: newId('ANPA'),
      ...(description === undefined ? {} : { description }),
      created: now,
      updated: now,
      versions: [{ number: 1, document: documentIn(call), created: now }],
      inForce: 1,
      highest: 1,
      tags: tagsOf(parameters),
    };
    const after = withPolicy(state, policy);
    return { result: { Policy: policyShape(policy, after, 'whole') }, state: after };
  },

  GetPolicy: (call) => ({ result: { Policy: policyShape(policyIn(call), call.state, 'whole') } }),

  ListPolicies: (call) => {
    const { state, parameters } = call;
    const scope = optional(parameters, 'Scope') ?? 'All';
    const prefix = optional(parameters, 'PathPrefix') ?? '/';
    const onlyAttached = optional(parameters, 'OnlyAttached') === 'true';
    const usage = optional(parameters, 'PolicyUsageFilter');
    const found = [...state.policies.values()].filter(
      ({ arn, path }) =>
        (scope === 'All' || (scope === 'AWS') === isOfAws(arn)) &&
        path.startsWith(prefix) &&
        (!onlyAttached || attachmentsOf(state, arn).length > 0) &&
        (usage !== 'PermissionsBoundary' || boundedBy(state, arn).length > 0),
    );
    const { items, paging } = pageOf(found, ({ arn }) => arn, call);
    return { result: { Policies: items.map((one) => policyShape(one, state, 'listed')), ...paging } };
  },

  GetPolicyVersion: (call) => {
    const policy = policyIn(call);
    return { result: { PolicyVersion: versionShape(versionIn(call, policy), policy, 'whole') } };
  },

  ListPolicyVersions: (call) => {
    const policy = policyIn(call);
    // The newest first, as AWS lists them.
    const { items, paging } = pageOf(policy.versions, ({ number }) => String(1_000_000 - number), call);
    return { result: { Versions: items.map((one) => versionShape(one, policy, 'listed')), ...paging } };
  },

  CreatePolicyVersion: (call) => {
    const { state, parameters, quotas, now } = call;
    const policy = ownPolicyIn(call);
    const document = documentIn(call);
    if (policy.versions.length >= quotas.VersionsPerPolicyQuota) {
      throw limitExceeded(
        `A managed policy can have up to ${quotas.VersionsPerPolicyQuota} versions. Before you create a new version, you must delete an existing version.`,
      );
    }
    const number = policy.highest + 1;
    const version = { number, document, created: now };
    const changed = {
      ...policy,
      versions: [...policy.versions, version],
      highest: number,
      updated: now,
      ...(optional(parameters, 'SetAsDefault') === 'true' ? { inForce: number } : {}),
    };
    return { result: { PolicyVersion: versionShape(version, changed, 'listed') }, state: withPolicy(state, changed) };
  },

  SetDefaultPolicyVersion: (call) => {
    const policy = ownPolicyIn(call);
    const { number } = versionIn(call, policy);
    return { state: withPolicy(call.state, { ...policy, inForce: number, updated: call.now }) };
  },

  DeletePolicyVersion: (call) => {
    const policy = ownPolicyIn(call);
    const { number } = versionIn(call, policy);
    if (number === policy.inForce) throw deleteConflict('Cannot delete the default version of a policy.');
    const versions = policy.versions.filter((one) => one.number !== number);
    return { state: withPolicy(call.state, { ...policy, versions, updated: call.now }) };
  },

  DeletePolicy: (call) => {
    const { arn, versions } = ownPolicyIn(call);
    if (attachmentsOf(call.state, arn).length > 0 || boundedBy(call.state, arn).length > 0) {
      throw deleteConflict('Cannot delete a policy attached to entities.');
    }
    if (versions.length > 1) {
      throw deleteConflict(
        "This policy has more than one version. Before you delete a policy, you must delete the policy's versions. The default version is deleted with the policy.",
      );
    }
    return { state: withoutPolicy(call.state, arn) };
  },

  ListEntitiesForPolicy: (call) => {
    const { arn } = policyIn(call);
    const filter = optional(call.parameters, 'EntityFilter');
    const usage = optional(call.parameters, 'PolicyUsageFilter');
    const holders = everybody(call.state).filter(
      ({ kind, attached, boundary }) =>
        (filter === undefined || filter.toLowerCase() === kind) &&
        ((usage !== 'PermissionsBoundary' && attached.includes(arn)) ||
          (usage !== 'PermissionsPolicy' && boundary === arn)),
    );
    const { items, paging } = pageOf(holders, ({ kind, name }) => `${kind} ${name}`, call);
    const of = (wanted: string) => items.filter(({ kind }) => kind === wanted);
    return {
      result: {
        PolicyGroups: of('group').map(({ name, id }) => ({ GroupName: name, GroupId: id })),
        PolicyUsers: of('user').map(({ name, id }) => ({ UserName: name, UserId: id })),
        PolicyRoles: of('role').map(({ name, id }) => ({ RoleName: name, RoleId: id })),
        ...paging,
      },
    };
  },

  TagPolicy: (call) => {
    const policy = ownPolicyIn(call);
    return { state: withPolicy(call.state, { ...policy, tags: { ...policy.tags, ...tagsOf(call.parameters) } }) };
  },

  UntagPolicy: (call) => {
    const policy = ownPolicyIn(call);
    const gone = textsOf(call.parameters, 'TagKeys');
    const tags = Object.fromEntries(Object.entries(policy.tags).filter(([key]) => !gone.includes(key)));
    return { state: withPolicy(call.state, { ...policy, tags }) };
  },

  ListPolicyTags: (call) => {
    const { items, paging } = pageOf(tagList(policyIn(call).tags), ({ Key }) => Key, call);
    return { result: { Tags: items, ...paging } };
  },
};

export function named(name: string, parameter: string, longest: number): string {
  if (/^[\w+=,.@-]+$/.test(name) && name.length <= longest) return name;
  throw validationError(
    `1 validation error detected: Value at '${parameter}' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\w+=,.@-]+`,
  );
}

export function pathIn({ parameters }: Call): string {
  const path = optional(parameters, 'Path') ?? '/';
  if (/^\/(?:[!-~]+\/)?$/.test(path)) return path;
  throw validationError(
    'The specified value for path is invalid. It must begin and end with / and contain only alphanumeric characters and/or / characters.',
  );
}

function documentIn({ parameters, quotas }: Call): string {
  const document = textOf(parameters, 'PolicyDocument');
  checkDocument(document, 'identity');
  if (sizeOf(document) > quotas.PolicySizeQuota) {
    throw limitExceeded(`Cannot exceed quota for PolicySize: ${quotas.PolicySizeQuota}`);
  }
  return document;
}

function ownPolicies({ state }: Call): readonly ManagedPolicy[] {
  return [...state.policies.values()].filter(({ arn }) => !isOfAws(arn));
}

function ownPolicyIn(call: Call): ManagedPolicy {
  const policy = policyIn(call);
  if (isOfAws(policy.arn))
    throw new AwsError('AccessDenied', `Policy ${policy.arn} is managed by AWS and cannot be changed.`, 403);
  return policy;
}
