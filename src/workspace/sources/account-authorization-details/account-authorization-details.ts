/** `aws iam get-account-authorization-details`: every user, group, role and managed policy of an account. */
import { type Diagnostic, type PolicyType, parseArn, type SourceText } from '../../../language/index.ts';
import { member } from '../../../parse/index.ts';
import { documentAt } from '../policy-document.ts';
import type {
  AttachedPolicy,
  DeclaredGroup,
  DeclaredRole,
  DeclaredUser,
  SourceFormat,
  SourcePolicy,
} from '../source-format.ts';
import { at, items, type Spot, textAt, textsOf } from '../spot.ts';

const LISTS = ['UserDetailList', 'GroupDetailList', 'RoleDetailList', 'Policies'];

export const accountAuthorizationDetails: SourceFormat = {
  id: 'account-authorization-details',
  title: 'dump of an account (get-account-authorization-details)',
  recognises: (node) => LISTS.slice(0, 3).some((key) => member(node, key)?.kind === 'array'),
  read: (node, source) => {
    const root = { node, path: '' };
    const dump: Dump = { root, source, policies: [], diagnostics: [], managed: new Map(), limits: onlyLimits(root) };
    for (const one of items(at(dump.root, 'Policies'))) readManaged(one, dump);
    const declared = {
      users: items(at(dump.root, 'UserDetailList')).flatMap((one) => readUser(one, dump)),
      groups: items(at(dump.root, 'GroupDetailList')).flatMap((one) => readGroup(one, dump)),
      roles: items(at(dump.root, 'RoleDetailList')).flatMap((one) => readRole(one, dump)),
      resources: [],
    };
    const policies = [...dump.policies].sort((a, b) => (a.node.range?.start ?? 0) - (b.node.range?.start ?? 0));
    return { policies, declared, diagnostics: dump.diagnostics };
  },
};

interface Dump {
  readonly root: Spot;
  readonly source: SourceText;
  readonly policies: SourcePolicy[];
  readonly diagnostics: Diagnostic[];
  /** The version in force of each managed policy, by ARN. */
  readonly managed: Map<string, SourcePolicy>;
  /** ARNs of managed policies that are boundaries and nothing else. */
  readonly limits: ReadonlySet<string>;
}

function onlyLimits(root: Spot): ReadonlySet<string> {
  const principals = LISTS.slice(0, 3).flatMap((key) => items(at(root, key)));
  const attached = principals.flatMap((one) =>
    items(at(one, 'AttachedManagedPolicies')).map((policy) => textAt(policy, 'PolicyArn')),
  );
  const boundaries = principals.flatMap((one) => boundaryOf(one) ?? []);
  return new Set(boundaries.filter((arn) => !attached.includes(arn)));
}

function boundaryOf(principal: Spot): string | undefined {
  return textAt(at(principal, 'PermissionsBoundary'), 'PermissionsBoundaryArn');
}

/** Undefined, and told, for a text that is no document. */
function readPolicy(spot: Spot | undefined, name: string, type: PolicyType, dump: Dump): SourcePolicy | undefined {
  if (!spot) return undefined;
  const { node, diagnostics } = documentAt(spot, dump.source);
  dump.diagnostics.push(...diagnostics);
  if (!node) return undefined;
  const policy: SourcePolicy = { name, type, node, path: spot.path };
  dump.policies.push(policy);
  return policy;
}

/** All versions; the default one is in force. AWS's own policies, which a dump can hold too, are nobody's to mend. */
function readManaged(spot: Spot, dump: Dump): void {
  const [arn, name] = [textAt(spot, 'Arn') ?? '', textAt(spot, 'PolicyName') ?? ''];
  const inForce = textAt(spot, 'DefaultVersionId');
  const isOfAws = arn.includes(':iam::aws:policy/');
  for (const version of items(at(spot, 'PolicyVersionList'))) {
    const id = textAt(version, 'VersionId') ?? '';
    const isDefault = at(version, 'IsDefaultVersion')?.node;
    const isInForce =
      inForce === undefined ? isDefault?.kind === 'boolean' && isDefault.text === 'true' : id === inForce;
    if (isOfAws) continue;
    const type = dump.limits.has(arn) ? 'boundary' : 'identity';
    const label = isInForce ? `policy/${name}` : `policy/${name} ${id}`;
    const policy = readPolicy(at(version, 'Document'), label, type, dump);
    if (policy && isInForce) dump.managed.set(arn, policy);
  }
}

function attached(arn: string | undefined, { managed }: Dump): AttachedPolicy[] {
  if (arn === undefined) return [];
  const policy = managed.get(arn);
  return [policy ? { kind: 'here', policy } : { kind: 'elsewhere', arn }];
}

/** Those written into the principal, then those attached to it. */
function policiesOf(spot: Spot, owner: string, inline: string, dump: Dump): AttachedPolicy[] {
  const own = items(at(spot, inline)).flatMap((one): AttachedPolicy[] => {
    const name = `${owner} ${textAt(one, 'PolicyName') ?? ''}`;
    const policy = readPolicy(at(one, 'PolicyDocument'), name, 'identity', dump);
    return policy ? [{ kind: 'here', policy }] : [];
  });
  const others = items(at(spot, 'AttachedManagedPolicies')).flatMap((one) => attached(textAt(one, 'PolicyArn'), dump));
  return [...own, ...others];
}

interface Common {
  readonly name: string;
  readonly path: string;
  readonly id?: string;
  readonly policies: readonly AttachedPolicy[];
  readonly boundary?: AttachedPolicy;
  readonly tags: Readonly<Record<string, string>>;
  readonly account?: string;
}

function identityOf(spot: Spot, kind: 'user' | 'role', dump: Dump): Common {
  const name = textAt(spot, `${kind === 'user' ? 'User' : 'Role'}Name`) ?? '';
  const id = textAt(spot, kind === 'user' ? 'UserId' : 'RoleId');
  const inline = kind === 'user' ? 'UserPolicyList' : 'RolePolicyList';
  const [boundary] = attached(boundaryOf(spot), dump);
  const tags = items(at(spot, 'Tags')).map((tag) => [textAt(tag, 'Key') ?? '', textAt(tag, 'Value') ?? ''] as const);
  return {
    name,
    path: textAt(spot, 'Path') ?? '/',
    ...(id === undefined ? {} : { id }),
    policies: policiesOf(spot, `${kind}/${name}`, inline, dump),
    ...(boundary ? { boundary } : {}),
    tags: Object.fromEntries(tags),
    ...accountOf(spot),
  };
}

function accountOf(spot: Spot): { account?: string } {
  const account = parseArn(textAt(spot, 'Arn') ?? '')?.account;
  return account === undefined ? {} : { account };
}

function placeOf(spot: Spot, key: string) {
  const range = at(spot, key)?.node.range;
  return range ? { range } : {};
}

function readUser(spot: Spot, dump: Dump): DeclaredUser {
  const groups = textsOf(at(spot, 'GroupList'));
  return { ...identityOf(spot, 'user', dump), groups, ...placeOf(spot, 'UserName') };
}

function readGroup(spot: Spot, dump: Dump): DeclaredGroup {
  const name = textAt(spot, 'GroupName') ?? '';
  const policies = policiesOf(spot, `group/${name}`, 'GroupPolicyList', dump);
  return { name, policies, ...accountOf(spot), ...placeOf(spot, 'GroupName') };
}

function readRole(spot: Spot, dump: Dump): DeclaredRole[] {
  const name = textAt(spot, 'RoleName') ?? '';
  const trust = readPolicy(at(spot, 'AssumeRolePolicyDocument'), `role/${name} trust`, 'trust', dump);
  return trust ? [{ ...identityOf(spot, 'role', dump), trust, ...placeOf(spot, 'RoleName') }] : [];
}
