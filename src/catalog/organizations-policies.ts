/** The two policies of AWS Organizations that allow everything and stand where no other SCP or RCP is attached (A42). */
import type { ManagedPolicy } from './managed-policies.ts';

function allowAll(kind: 'scp' | 'rcp', arn: string, principal: { readonly Principal?: '*' }): ManagedPolicy {
  const statement = { Effect: 'Allow', ...principal, Action: '*', Resource: '*' };
  const text = JSON.stringify({ Version: '2012-10-17', Statement: [statement] }, null, 2);
  const name = arn.slice(arn.lastIndexOf('/p-') + '/p-'.length);
  return { arn, name, kind, text, size: text.replace(/\s/g, '').length };
}

/** FullAWSAccess and RCPFullAWSAccess; only the latter has a Principal. */
export const ORGANIZATIONS_POLICIES: readonly ManagedPolicy[] = [
  allowAll('scp', 'arn:aws:organizations::aws:policy/service_control_policy/p-FullAWSAccess', {}),
  allowAll('rcp', 'arn:aws:organizations::aws:policy/resource_control_policy/p-RCPFullAWSAccess', { Principal: '*' }),
];
