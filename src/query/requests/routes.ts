/** The ways of a call, and what requests there cannot be: a VPC endpoint's policy counts for those that pass it. */
import type { ConditionEntry } from '../../language/index.ts';
import type { Asker } from '../asker.ts';
import type { Side, SideGroup, World } from './sides.ts';

/** One way of a call. */
export interface Route {
  /** As those of the group, on this way. */
  readonly sides: readonly (Side | undefined)[];
  /** Requests of which one of these holds are left out. */
  readonly guards: readonly (readonly ConditionEntry[])[];
}

/** Through each VPC endpoint that has a policy, and any other way; endpoints matter where policies read them. */
export function routesOf(worlds: readonly World[], asker: Asker, { sides, read }: SideGroup): readonly Route[] {
  const guards = worlds.flatMap(({ environment }) => outsideGuards(environment, asker, read));
  const isRead = read.has('aws:sourcevpce') || read.has('aws:sourcevpc');
  const isGiven = worlds.some(({ given }) => Object.keys(given).some((key) => /^aws:sourcevpce?$/i.test(key)));
  const endpoints = worlds.map(({ environment }) => environment.accounts.flatMap(({ vpcEndpoints }) => vpcEndpoints));
  const ids = new Set(endpoints.flatMap((list) => list.flatMap(({ id, policy }) => (policy ? id : []))));
  if (!isRead || isGiven || ids.size === 0) return [{ sides, guards }];
  const through = [...ids].map((id) => ({
    sides: sides.map((side, at) => {
      // An endpoint that is not there limits nothing: a call that passes it could as well go another way.
      const { vpc, policy } = endpoints[at]?.find((one) => one.id === id) ?? {};
      if (!side) return side;
      const context = { ...side.context, 'aws:sourcevpce': id, ...(vpc === undefined ? {} : { 'aws:sourcevpc': vpc }) };
      return { ...side, policies: { ...side.policies, ...(policy ? { vpce: [policy] } : {}) }, context };
    }),
    guards,
  }));
  return [{ sides, guards: [...guards, [entry('StringEquals', 'aws:SourceVpce', [...ids])]] }, ...through];
}

/** What nobody in an account that is not described can have: an ARN of another account, a place in the organization. */
function outsideGuards(
  { organization }: World['environment'],
  { kind, account }: Asker,
  read: ReadonlySet<string>,
): readonly (readonly ConditionEntry[])[] {
  if (kind !== 'account' && kind !== 'outside') return [];
  const guards: ConditionEntry[] = [];
  const place = organization?.id;
  if (kind === 'account' && read.has('aws:principalarn')) {
    guards.push(entry('StringNotLike', 'aws:PrincipalArn', [`arn:*:*::${account}:*`]));
  }
  if (place !== undefined && read.has('aws:principalorgid')) {
    guards.push(entry('StringEquals', 'aws:PrincipalOrgID', [place]));
  }
  if (place !== undefined && read.has('aws:principalorgpaths')) {
    guards.push(entry('ForAnyValue:StringLike', 'aws:PrincipalOrgPaths', [`${place}/*`]));
  }
  return guards.map((one) => [one]);
}

function entry(operator: string, key: string, values: readonly string[]): ConditionEntry {
  return { operator, key, values: values.map((value) => ({ value })) };
}
