/** How large a policy may be by its type, and how large it is. */
import { QUOTAS, type QuotaName } from '../catalog/index.ts';
import type { PolicyDocument, PolicyType } from '../language/index.ts';
import { policyValue } from '../parse/index.ts';

export interface Limit {
  readonly most: number;
  /** White space does not count. */
  readonly withoutSpace: boolean;
}

/** AWS: a managed policy for identity policies; as an inline one less or more is possible. */
const QUOTA_OF: Readonly<Record<PolicyType, QuotaName>> = {
  identity: 'managedPolicySize',
  boundary: 'managedPolicySize',
  trust: 'trustPolicySize',
  session: 'sessionPolicySize',
  scp: 'scpSize',
  rcp: 'rcpSize',
  vpce: 'vpcEndpointPolicySize',
  resource: 's3BucketPolicySize',
};

/** @param most another limit than AWS's for the type */
export function limitOf(type: PolicyType, most?: number): Limit {
  const { limit, unit } = QUOTAS[QUOTA_OF[type]];
  return { most: most ?? limit, withoutSpace: unit === 'characters-without-space' };
}

/** In characters, written without needless white space. */
export function sizeOf(document: PolicyDocument, { withoutSpace }: Pick<Limit, 'withoutSpace'>): number {
  const text = JSON.stringify(policyValue(document));
  return withoutSpace ? text.replace(/[ \t\r\n]/g, '').length : text.length;
}
