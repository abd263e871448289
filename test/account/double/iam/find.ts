/** Finds what a call of IAM names, as IAM says that it is not there. */
import { noSuchEntity } from '../aws-error.ts';
import { textOf } from '../form.ts';
import type { Call } from '../operation.ts';
import { type Identity, identitiesOf, type Kind, keyOf, type ManagedPolicy, type Version } from '../state.ts';

/** How IAM writes a kind in names of operations and parameters. */
export const WRITTEN = { user: 'User', group: 'Group', role: 'Role' } as const;

export function identityIn(call: Call, kind: Kind, name = textOf(call.parameters, `${WRITTEN[kind]}Name`)): Identity {
  const found = identitiesOf(call.state, kind).get(keyOf(name));
  if (found) return found;
  throw noSuchEntity(`The ${kind} with name ${name} cannot be found.`);
}

export function policyIn({ state, parameters }: Call, arn = textOf(parameters, 'PolicyArn')): ManagedPolicy {
  const found = state.policies.get(arn);
  if (found) return found;
  throw noSuchEntity(`Policy ${arn} was not found.`);
}

export function versionIn(call: Call, policy: ManagedPolicy): Version {
  const id = textOf(call.parameters, 'VersionId');
  const found = policy.versions.find(({ number }) => `v${number}` === id);
  if (found) return found;
  throw noSuchEntity(`Policy ${policy.arn} version ${id} does not exist or is not attachable.`);
}
