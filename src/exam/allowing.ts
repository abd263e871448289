/** A resource-based or trust policy that besides lets an account hand out its permissions. */
import type { Policy, Statement } from '../language/index.ts';
import { withStatements } from './world.ts';

export function allowing(policy: Policy, account: string): Policy {
  const statement: Statement = {
    index: 0,
    effect: 'Allow',
    principal: { not: false, entries: [{ kind: 'AWS', value: account }] },
    action: { not: false, values: [{ value: '*' }] },
    ...(policy.type === 'trust' ? {} : { resource: { not: false, values: [{ value: '*' }] } }),
    conditions: [],
  };
  return { ...policy, document: withStatements(policy.document, [...policy.document.statements, statement]) };
}
