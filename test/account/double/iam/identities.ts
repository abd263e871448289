/** Users, groups and roles: made, read, listed, taken away; trust, boundaries and tags. */
import { AwsError, deleteConflict, exists, limitExceeded, noSuchEntity, validationError } from '../aws-error.ts';
import { checkDocument, sizeOf } from '../documents.ts';
import { optional, tagsOf, textOf, textsOf } from '../form.ts';
import { type Call, type Operation, type Operations, pageOf } from '../operation.ts';
import { type Identity, identitiesOf, type Kind, keyOf, withIdentity, withoutIdentity } from '../state.ts';
import { identityIn, WRITTEN } from './find.ts';
import { named, pathIn } from './policies.ts';
import { identityShape, tagList } from './shapes.ts';

export const IDENTITY_OPERATIONS: Operations = {
  ...forKind('user'),
  ...forKind('group'),
  ...forKind('role'),
  ...withBoundary('user'),
  ...withBoundary('role'),
  ...withTags('user'),
  ...withTags('role'),

  UpdateAssumeRolePolicy: (call) => {
    const role = changeable(identityIn(call, 'role'));
    return { state: withIdentity(call.state, { ...role, trust: trustIn(call, 'PolicyDocument') }) };
  },

  UpdateRole: (call) => {
    const role = changeable(identityIn(call, 'role'));
    return { state: withIdentity(call.state, { ...role, ...roleDetails(call) }) };
  },

  AddUserToGroup: (call) => {
    const [group, user] = [identityIn(call, 'group'), identityIn(call, 'user')];
    const groups = [...new Set([...user.groups, group.name])];
    const { GroupsPerUserQuota } = call.quotas;
    if (groups.length > GroupsPerUserQuota)
      throw limitExceeded(`Cannot exceed quota for GroupsPerUser: ${GroupsPerUserQuota}`);
    return { state: withIdentity(call.state, { ...user, groups }) };
  },

  RemoveUserFromGroup: (call) => {
    const [group, user] = [identityIn(call, 'group'), identityIn(call, 'user')];
    return { state: withIdentity(call.state, { ...user, groups: user.groups.filter((name) => name !== group.name) }) };
  },

  ListGroupsForUser: (call) => {
    const { groups } = identityIn(call, 'user');
    const { items, paging } = pageOf(groups, (name) => name, call);
    const shapes = items.map((name) => identityShape(identityIn(call, 'group', name), 'listed'));
    return { result: { Groups: shapes, ...paging } };
  },
};

function forKind(kind: Kind): Operations {
  const written = WRITTEN[kind];
  return {
    [`Create${written}`]: (call) => create(call, kind),
    [`Get${written}`]: (call) => {
      const whole = { [written]: identityShape(identityIn(call, kind), 'whole') };
      return { result: kind === 'group' ? { ...whole, ...members(call) } : whole };
    },
    [`List${written}s`]: (call) => {
      const prefix = optional(call.parameters, 'PathPrefix') ?? '/';
      const found = [...identitiesOf(call.state, kind).values()].filter(({ path }) => path.startsWith(prefix));
      const { items, paging } = pageOf(found, ({ name }) => name, call);
      return { result: { [`${written}s`]: items.map((one) => identityShape(one, 'listed')), ...paging } };
    },
    [`Delete${written}`]: (call) => {
      const identity = changeable(identityIn(call, kind));
      if (identity.attached.length > 0) throw deleteConflict('Cannot delete entity, must detach all policies first.');
      if (Object.keys(identity.inline).length > 0)
        throw deleteConflict('Cannot delete entity, must delete policies first.');
      if (identity.groups.length > 0) throw deleteConflict('Cannot delete entity, must remove users from group first.');
      if (kind === 'group' && membersOf(call, identity.name).length > 0) {
        throw deleteConflict('Cannot delete entity, must remove users from group first.');
      }
      return { state: withoutIdentity(call.state, identity) };
    },
  };
}

function create(call: Call, kind: Kind) {
  const { state, parameters, quotas, now, newId } = call;
  const written = WRITTEN[kind];
  const name = named(textOf(parameters, `${written}Name`), `${kind}Name`, kind === 'group' ? 128 : 64);
  const others = identitiesOf(state, kind);
  if (others.has(keyOf(name))) throw exists(`${written} with name ${name} already exists.`);
  const quota = quotas[`${written}sQuota`];
  if (others.size >= quota) throw limitExceeded(`Cannot exceed quota for ${written}sPerAccount: ${quota}`);
  const path = pathIn(call);
  const boundary = optional(parameters, 'PermissionsBoundary');
  const identity: Identity = {
    kind,
    arn: `arn:aws:iam::${state.account}:${kind}${path}${name}`,
    name,
    path,
    id: newId({ user: 'AIDA', group: 'AGPA', role: 'AROA' }[kind]),
    created: now,
    inline: {},
    attached: [],
    ...(boundary === undefined ? {} : { boundary: boundaryIn(call) }),
    tags: tagsOf(parameters),
    groups: [],
    ...(kind === 'role' ? { trust: trustIn(call, 'AssumeRolePolicyDocument'), ...roleDetails(call) } : {}),
  };
  return { result: { [written]: identityShape(identity, 'whole') }, state: withIdentity(state, identity) };
}

function members(call: Call) {
  const { items, paging } = pageOf(membersOf(call, identityIn(call, 'group').name), ({ name }) => name, call);
  return { Users: items.map((one) => identityShape(one, 'listed')), ...paging };
}

function membersOf({ state }: Call, group: string): readonly Identity[] {
  return [...state.users.values()].filter(({ groups }) => groups.includes(group));
}

function roleDetails({ parameters }: Call) {
  const description = optional(parameters, 'Description');
  const seconds = optional(parameters, 'MaxSessionDuration');
  if (seconds !== undefined && !(Number(seconds) >= 3600 && Number(seconds) <= 43200)) {
    throw validationError("Value at 'maxSessionDuration' failed to satisfy constraint");
  }
  return {
    ...(description === undefined ? {} : { description }),
    ...(seconds === undefined ? {} : { maxSessionDuration: Number(seconds) }),
  };
}

function trustIn({ parameters, quotas }: Call, parameter: string): string {
  const document = textOf(parameters, parameter);
  checkDocument(document, 'trust');
  if (sizeOf(document) > quotas.AssumeRolePolicySizeQuota) {
    throw limitExceeded(`Cannot exceed quota for ACLSizePerRole: ${quotas.AssumeRolePolicySizeQuota}`);
  }
  return document;
}

function boundaryIn({ state, parameters }: Call): string {
  const arn = textOf(parameters, 'PermissionsBoundary');
  if (state.policies.has(arn)) return arn;
  throw noSuchEntity(`Scope ARN: ${arn} does not exist or is not attachable.`);
}

function withBoundary(kind: 'user' | 'role'): Operations {
  const put: Operation = (call) => {
    const identity = changeable(identityIn(call, kind));
    return { state: withIdentity(call.state, { ...identity, boundary: boundaryIn(call) }) };
  };
  const remove: Operation = (call) => {
    const { boundary, ...identity } = changeable(identityIn(call, kind));
    if (boundary === undefined) throw noSuchEntity(`The ${kind} ${identity.name} has no permissions boundary.`);
    return { state: withIdentity(call.state, identity) };
  };
  return {
    [`Put${WRITTEN[kind]}PermissionsBoundary`]: put,
    [`Delete${WRITTEN[kind]}PermissionsBoundary`]: remove,
  };
}

function withTags(kind: 'user' | 'role'): Operations {
  return {
    [`Tag${WRITTEN[kind]}`]: (call) => {
      const identity = identityIn(call, kind);
      const tags = { ...identity.tags, ...tagsOf(call.parameters) };
      if (Object.keys(tags).length > call.quotas.tags)
        throw limitExceeded(`Cannot exceed quota for TagsPer${WRITTEN[kind]}: ${call.quotas.tags}`);
      return { state: withIdentity(call.state, { ...identity, tags }) };
    },
    [`Untag${WRITTEN[kind]}`]: (call) => {
      const identity = identityIn(call, kind);
      const gone = textsOf(call.parameters, 'TagKeys');
      const tags = Object.fromEntries(Object.entries(identity.tags).filter(([key]) => !gone.includes(key)));
      return { state: withIdentity(call.state, { ...identity, tags }) };
    },
    [`List${WRITTEN[kind]}Tags`]: (call) => {
      const { items, paging } = pageOf(tagList(identityIn(call, kind).tags), ({ Key }) => Key, call);
      return { result: { Tags: items, ...paging } };
    },
  };
}

/** Service-linked roles belong to their service. */
export function changeable(identity: Identity): Identity {
  if (!identity.path.startsWith('/aws-service-role/')) return identity;
  throw new AwsError(
    'UnmodifiableEntity',
    `Cannot perform the operation on the protected role '${identity.name}' - this role is only modifiable by AWS`,
  );
}
