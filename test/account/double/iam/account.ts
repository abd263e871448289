/** The account as a whole: summary, alias, identity providers, and everything at once. */
import { limitExceeded } from '../aws-error.ts';
import { textOf, textsOf } from '../form.ts';
import { type Operations, pageOf } from '../operation.ts';
import {
  attachmentsOf,
  boundedBy,
  everybody,
  type Identity,
  isOfAws,
  type ManagedPolicy,
  type State,
} from '../state.ts';
import { WRITTEN } from './find.ts';
import { encoded, identityShape, policyShape, versionShape } from './shapes.ts';

export const ACCOUNT_OPERATIONS: Operations = {
  GetAccountSummary: ({ state, quotas }) => {
    const { tags: _tags, RolePolicySizeQuota: _size, ...shown } = quotas;
    const own = [...state.policies.values()].filter(({ arn }) => !isOfAws(arn));
    const summary = {
      ...shown,
      Users: state.users.size,
      Groups: state.groups.size,
      Roles: state.roles.size,
      Policies: own.length,
      Providers: state.providers.length,
      AccountMFAEnabled: 1,
    };
    return { result: { SummaryMap: new Map(Object.entries(summary)) } };
  },

  ListAccountAliases: (call) => {
    const { alias } = call.state;
    const { items, paging } = pageOf(alias === undefined ? [] : [alias], (name) => name, call);
    return { result: { AccountAliases: items, ...paging } };
  },

  CreateAccountAlias: ({ state, parameters }) => {
    if (state.alias !== undefined) throw limitExceeded('Cannot exceed quota for AccountAliasesPerAccount: 1');
    return { state: { ...state, alias: textOf(parameters, 'AccountAlias') } };
  },

  ListSAMLProviders: ({ state, now }) => {
    const arns = state.providers.filter((arn) => arn.includes(':saml-provider/'));
    return { result: { SAMLProviderList: arns.map((Arn) => ({ Arn, CreateDate: now })) } };
  },

  ListOpenIDConnectProviders: ({ state }) => {
    const arns = state.providers.filter((arn) => arn.includes(':oidc-provider/'));
    return { result: { OpenIDConnectProviderList: arns.map((Arn) => ({ Arn })) } };
  },

  GetAccountAuthorizationDetails: (call) => {
    const { state, parameters } = call;
    const filter = new Set(textsOf(parameters, 'Filter'));
    const has = (name: string) => filter.size === 0 || filter.has(name);
    const rows = [
      ...everybody(state)
        .filter(({ kind }) => has(WRITTEN[kind]))
        .map((identity) => ({ key: `${ORDER[identity.kind]} ${identity.name}`, identity })),
      ...[...state.policies.values()]
        .filter(({ arn }) => (isOfAws(arn) ? has('AWSManagedPolicy') && isUsed(state, arn) : has('LocalManagedPolicy')))
        .map((policy) => ({ key: `4 ${policy.arn}`, policy })),
    ];
    const { items, paging } = pageOf<{ key: string; identity?: Identity; policy?: ManagedPolicy }>(
      rows,
      ({ key }) => key,
      call,
    );
    const details = (kind: Identity['kind']) =>
      items.flatMap(({ identity }) => (identity?.kind === kind ? [detailOf(identity, state)] : []));
    return {
      result: {
        UserDetailList: details('user'),
        GroupDetailList: details('group'),
        RoleDetailList: details('role'),
        Policies: items.flatMap(({ policy }) => (policy ? [policyDetail(policy, state)] : [])),
        ...paging,
      },
    };
  },
};

const ORDER = { user: 1, group: 2, role: 3 } as const;

function isUsed(state: State, arn: string): boolean {
  return attachmentsOf(state, arn).length > 0 || boundedBy(state, arn).length > 0;
}

function detailOf(identity: Identity, state: State) {
  const { kind, inline, attached, groups } = identity;
  const named = (arn: string) => state.policies.get(arn)?.name ?? '';
  return {
    ...identityShape(identity, 'dumped'),
    [`${WRITTEN[kind]}PolicyList`]: Object.entries(inline).map(([PolicyName, document]) => ({
      PolicyName,
      PolicyDocument: encoded(document),
    })),
    ...(kind === 'user' ? { GroupList: groups } : {}),
    AttachedManagedPolicies: attached.map((PolicyArn) => ({ PolicyName: named(PolicyArn), PolicyArn })),
    ...(kind === 'role' ? { InstanceProfileList: [] } : {}),
  };
}

function policyDetail(policy: ManagedPolicy, state: State) {
  const versions = [...policy.versions].reverse();
  const PolicyVersionList = versions.map((version) => versionShape(version, policy, 'whole'));
  return { ...policyShape(policy, state, 'dumped'), PolicyVersionList };
}
