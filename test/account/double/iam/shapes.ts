/** How IAM shows what it keeps. Documents are percent-encoded by RFC 3986. */
import {
  attachmentsOf,
  boundedBy,
  type Identity,
  type ManagedPolicy,
  type State,
  type Tags,
  type Version,
} from '../state.ts';
import { WRITTEN } from './find.ts';

export function encoded(document: string): string {
  return encodeURIComponent(document).replace(
    /[!'()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

export function tagList(tags: Tags) {
  return Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));
}

/** Lists leave tags and boundaries out; the dump of an account leaves out how a role is described and how long it lasts. */
export function identityShape(identity: Identity, how: 'whole' | 'listed' | 'dumped') {
  const { kind, name, path, id, arn, created, trust, description, maxSessionDuration, boundary, tags } = identity;
  const written = WRITTEN[kind];
  const more = {
    ...(boundary === undefined
      ? {}
      : { PermissionsBoundary: { PermissionsBoundaryType: 'Policy', PermissionsBoundaryArn: boundary } }),
    ...(Object.keys(tags).length > 0 || how === 'dumped' ? { Tags: tagList(tags) } : {}),
  };
  return {
    Path: path,
    [`${written}Name`]: name,
    [`${written}Id`]: id,
    Arn: arn,
    CreateDate: created,
    ...(kind === 'role' ? { AssumeRolePolicyDocument: encoded(trust ?? '') } : {}),
    ...(kind === 'role' && how !== 'dumped'
      ? { Description: description, MaxSessionDuration: maxSessionDuration ?? 3600 }
      : {}),
    ...(how !== 'listed' && kind !== 'group' ? more : {}),
  };
}

export function policyShape(policy: ManagedPolicy, state: State, how: 'whole' | 'listed' | 'dumped') {
  return {
    PolicyName: policy.name,
    PolicyId: policy.id,
    Arn: policy.arn,
    Path: policy.path,
    DefaultVersionId: `v${policy.inForce}`,
    AttachmentCount: attachmentsOf(state, policy.arn).length,
    PermissionsBoundaryUsageCount: boundedBy(state, policy.arn).length,
    IsAttachable: true,
    CreateDate: policy.created,
    UpdateDate: policy.updated,
    ...(how === 'listed' ? {} : { Description: policy.description }),
    ...(how === 'whole' ? { Tags: tagList(policy.tags) } : {}),
  };
}

/** Create and List give no document. */
export function versionShape(version: Version, policy: ManagedPolicy, how: 'whole' | 'listed') {
  return {
    ...(how === 'whole' ? { Document: encoded(version.document) } : {}),
    VersionId: `v${version.number}`,
    IsDefaultVersion: version.number === policy.inForce,
    CreateDate: version.created,
  };
}
