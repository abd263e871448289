/** Reads an entry of a Principal element: what it names (A19 to A21). */
import { type PrincipalEntry, parseArn } from '../language/index.ts';
import type { CompiledPrincipal } from './compiled-policy.ts';

const ACCOUNT = /^[0-9]{12}$/;
const UNIQUE_ID = /^(?:AIDA|AROA)[A-Z0-9]+$/;

export function compilePrincipal(entry: PrincipalEntry): CompiledPrincipal {
  const { kind, value } = entry;
  if (kind !== 'AWS') return { kind, name: value, entry };
  if (value === '*') return { kind: 'everyone', entry };
  if (ACCOUNT.test(value)) return { kind: 'account', account: value, entry };
  if (UNIQUE_ID.test(value)) return { kind: 'unique-id', id: value, entry };
  const arn = parseArn(value);
  if (arn?.service === 'iam' && arn.resource === 'root' && ACCOUNT.test(arn.account)) {
    return { kind: 'account', account: arn.account, partition: arn.partition, entry };
  }
  // INVARIANT: a wildcard inside a principal is no wildcard (A20); it is compared as text and so matches no ARN.
  return { kind: 'arn', arn: value, entry };
}
