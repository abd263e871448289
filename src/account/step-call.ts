/** The call that makes a step, forwards or backwards. */
import {
  ATTACHED,
  type Effects,
  INLINE,
  type ObjectName,
  type ObjectReference,
  objectReference,
  VERSION,
} from './object-state.ts';
import type { ObjectDetails, Plan } from './plan.ts';
import type { WriteCall } from './write-call.ts';

/** The version of a policy that AWS knows by a number which the plan could not. */
export type VersionOf = (object: ObjectName, slot: string) => string;

export function callOf(
  { object, effects }: { readonly object: ObjectName; readonly effects: Effects },
  plan: Pick<Plan, 'objects' | 'documents'>,
  versionOf: VersionOf,
): WriteCall {
  const reference = objectReference(object);
  const document = (hash: string | null): string => {
    const text = hash === null ? undefined : plan.documents[hash];
    if (text === undefined) throw new Error(`the plan does not hold the document ${hash} of ${object}`);
    return text;
  };
  if (effects.exists) {
    return effects.exists.to === null
      ? deletion(reference)
      : creation(reference, effects, { details: plan.objects[object], document });
  }
  const [only, ...others] = Object.entries(effects);
  if (!only || others.length > 0) throw new Error(`a step of ${object} does not change one thing`);
  const [aspect, { to }] = only;
  if (reference.kind === 'policy') {
    const { arn } = reference;
    if (aspect === 'default') {
      return {
        operation: 'SetDefaultPolicyVersion',
        input: { PolicyArn: arn, VersionId: versionOf(object, to ?? '') },
      };
    }
    if (to === null) {
      const slot = aspect.slice(VERSION.length);
      return { operation: 'DeletePolicyVersion', input: { PolicyArn: arn, VersionId: versionOf(object, slot) } };
    }
    const input = { PolicyArn: arn, PolicyDocument: document(to), SetAsDefault: false } as const;
    return { operation: 'CreatePolicyVersion', input };
  }
  if (aspect === 'trust') {
    return {
      operation: 'UpdateAssumeRolePolicy',
      input: { RoleName: reference.name, PolicyDocument: document(to) },
    };
  }
  if (aspect === 'boundary') return boundaryCall(reference, to);
  if (aspect.startsWith(ATTACHED)) return attachmentCall(reference, aspect.slice(ATTACHED.length), to !== null);
  const name = aspect.slice(INLINE.length);
  return inlineCall(reference, name, to === null ? undefined : document(to));
}

type Identity = Exclude<ObjectReference, { readonly kind: 'policy' }>;

interface Creation {
  readonly details: ObjectDetails | undefined;
  readonly document: (hash: string | null) => string;
}

function creation(reference: ObjectReference, effects: Effects, { details, document }: Creation): WriteCall {
  if (!details) throw new Error('the plan does not say how the object is created');
  const { name, description } = details;
  const Path = details.path;
  const about = description === undefined ? {} : { Description: description };
  const boundary = effects.boundary?.to;
  const limit = boundary ? { PermissionsBoundary: boundary } : {};
  switch (reference.kind) {
    case 'policy': {
      const version = Object.entries(effects).find(([aspect]) => aspect.startsWith(VERSION))?.[1].to ?? null;
      return {
        operation: 'CreatePolicy',
        input: { PolicyName: name, Path, ...about, PolicyDocument: document(version) },
      };
    }
    case 'user':
      return { operation: 'CreateUser', input: { UserName: name, Path, ...limit } };
    case 'group':
      return { operation: 'CreateGroup', input: { GroupName: name, Path } };
    case 'role': {
      const { maxSessionDuration } = details;
      const duration = maxSessionDuration === undefined ? {} : { MaxSessionDuration: maxSessionDuration };
      const AssumeRolePolicyDocument = document(effects.trust?.to ?? null);
      const input = { RoleName: name, Path, ...about, ...duration, AssumeRolePolicyDocument, ...limit };
      return { operation: 'CreateRole', input };
    }
    default:
      return reference satisfies never;
  }
}

function deletion(reference: ObjectReference): WriteCall {
  switch (reference.kind) {
    case 'policy':
      return { operation: 'DeletePolicy', input: { PolicyArn: reference.arn } };
    case 'user':
      return { operation: 'DeleteUser', input: { UserName: reference.name } };
    case 'group':
      return { operation: 'DeleteGroup', input: { GroupName: reference.name } };
    case 'role':
      return { operation: 'DeleteRole', input: { RoleName: reference.name } };
    default:
      return reference satisfies never;
  }
}

function boundaryCall({ kind, name }: Identity, arn: string | null): WriteCall {
  if (kind === 'user') {
    return arn === null
      ? { operation: 'DeleteUserPermissionsBoundary', input: { UserName: name } }
      : { operation: 'PutUserPermissionsBoundary', input: { UserName: name, PermissionsBoundary: arn } };
  }
  return arn === null
    ? { operation: 'DeleteRolePermissionsBoundary', input: { RoleName: name } }
    : { operation: 'PutRolePermissionsBoundary', input: { RoleName: name, PermissionsBoundary: arn } };
}

function attachmentCall({ kind, name }: Identity, PolicyArn: string, attach: boolean): WriteCall {
  switch (kind) {
    case 'user':
      return { operation: attach ? 'AttachUserPolicy' : 'DetachUserPolicy', input: { UserName: name, PolicyArn } };
    case 'group':
      return { operation: attach ? 'AttachGroupPolicy' : 'DetachGroupPolicy', input: { GroupName: name, PolicyArn } };
    case 'role':
      return { operation: attach ? 'AttachRolePolicy' : 'DetachRolePolicy', input: { RoleName: name, PolicyArn } };
    default:
      return kind satisfies never;
  }
}

function inlineCall({ kind, name }: Identity, PolicyName: string, PolicyDocument: string | undefined): WriteCall {
  switch (kind) {
    case 'user':
      return PolicyDocument === undefined
        ? { operation: 'DeleteUserPolicy', input: { UserName: name, PolicyName } }
        : { operation: 'PutUserPolicy', input: { UserName: name, PolicyName, PolicyDocument } };
    case 'group':
      return PolicyDocument === undefined
        ? { operation: 'DeleteGroupPolicy', input: { GroupName: name, PolicyName } }
        : { operation: 'PutGroupPolicy', input: { GroupName: name, PolicyName, PolicyDocument } };
    case 'role':
      return PolicyDocument === undefined
        ? { operation: 'DeleteRolePolicy', input: { RoleName: name, PolicyName } }
        : { operation: 'PutRolePolicy', input: { RoleName: name, PolicyName, PolicyDocument } };
    default:
      return kind satisfies never;
  }
}
