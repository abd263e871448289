/** Callers that tell policies apart which name principals: one for each entry, and strangers. */
import { compilePolicy } from '../../compile/index.ts';
import { type Policy, type Principal, parseArn } from '../../language/index.ts';

/** An account that no policy names. */
const STRANGER = '999999999999';

/** Somebody that each principal of the policies names, somebody whom none names, and somebody without credentials. */
export function callersNamedIn(policies: readonly Policy[]): readonly Principal[] {
  const entries = policies.flatMap((policy) =>
    compilePolicy(policy).statements.flatMap(({ principals }) => principals),
  );
  const named = entries.flatMap((one): Principal[] => {
    switch (one.kind) {
      case 'everyone':
      case 'unique-id':
      case 'CanonicalUser':
        return [];
      case 'account':
        return [userOf(one.account, one.partition)];
      case 'arn':
        return [callerOf(one.arn) ?? userOf(STRANGER)];
      case 'Service':
        return [{ type: 'service', service: one.name }];
      case 'Federated':
        return [{ type: one.name.includes(':saml-provider/') ? 'saml' : 'oidc', provider: one.name }];
      default:
        return one satisfies never;
    }
  });
  const all = [...named, userOf(STRANGER), { type: 'anonymous' } as const];
  const seen = new Map(all.map((one) => [JSON.stringify(one), one]));
  return [...seen.values()];
}

function userOf(account: string, partition = 'aws'): Principal {
  return { type: 'user', arn: `arn:${partition}:iam::${account}:user/example`, account };
}

function callerOf(arn: string): Principal | undefined {
  const parsed = parseArn(arn);
  if (!parsed) return undefined;
  const { partition, service, account, resource } = parsed;
  const [kind, name = ''] = resource.split('/');
  if (service === 'iam' && kind === 'user') return { type: 'user', arn, account };
  if (service === 'iam' && kind === 'role') {
    const last = resource.slice(resource.lastIndexOf('/') + 1);
    const session = `arn:${partition}:sts::${account}:assumed-role/${last}/example`;
    return { type: 'role-session', arn: session, roleArn: arn, account };
  }
  if (service === 'sts' && kind === 'assumed-role') {
    return { type: 'role-session', arn, roleArn: `arn:${partition}:iam::${account}:role/${name}`, account };
  }
  return service === 'sts' && kind === 'federated-user' ? { type: 'federated-user', arn, account } : undefined;
}
