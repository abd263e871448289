/** The ways of a call, and what requests there cannot be: a VPC endpoint's policy counts for those that pass it. */
import type { ConditionEntry, PoliciesInPlay, RequestContext } from '../../language/index.ts';
import type { Asker } from '../asker.ts';
import type { Side, World } from './side.ts';

/** One way of a call. */
export interface Route {
  readonly policies: PoliciesInPlay;
  readonly context: RequestContext;
  /** Requests of which one of these holds are left out. */
  readonly guards: readonly (readonly ConditionEntry[])[];
}

/** Through each VPC endpoint that has a policy, and any other way; endpoints matter where policies read them. */
export function routesOf({ environment, given }: World, asker: Asker, side: Side): readonly Route[] {
  const { policies, context, read } = side;
  const guards = outsideGuards(environment, asker, read);
  const isRead = read.has('aws:sourcevpce') || read.has('aws:sourcevpc');
  const isGiven = Object.keys(given).some((key) => /^aws:sourcevpce?$/i.test(key));
  const endpoints = environment.accounts.flatMap(({ vpcEndpoints }) => vpcEndpoints.filter(({ policy }) => policy));
  if (!isRead || isGiven || endpoints.length === 0) return [{ policies, context, guards }];
  const others = entry(
    'StringEquals',
    'aws:SourceVpce',
    endpoints.map(({ id }) => id),
  );
  const through = endpoints.map(({ id, vpc, policy }) => ({
    policies: { ...policies, vpce: policy ? [policy] : [] },
    context: { ...context, 'aws:sourcevpce': id, 'aws:sourcevpc': vpc },
    guards,
  }));
  return [{ policies, context, guards: [...guards, [others]] }, ...through];
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
