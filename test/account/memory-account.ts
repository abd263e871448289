/** IAM in memory, as far as applying plans goes: its rules for writes, reads that may lag behind, and faults on demand. */
import type {
  AccountPort,
  Answer,
  AttachedPolicy,
  AwsFailure,
  FailureKind,
  IdentityKind,
  LiveVersion,
  PolicyHolder,
  WriteCall,
  WriteReceipt,
} from '../../src/account/index.ts';

export const ACCOUNT = '111122223333';

interface Version {
  readonly id: string;
  readonly document: string;
}

interface StoredPolicy {
  readonly name: string;
  readonly path: string;
  readonly versions: readonly Version[];
  readonly default: string;
  /** Numbers are never given twice. */
  readonly next: number;
}

interface StoredIdentity {
  readonly kind: IdentityKind;
  readonly name: string;
  readonly path: string;
  readonly trust?: string;
  readonly boundary?: string;
  readonly attached: readonly string[];
  readonly inline: Readonly<Record<string, string>>;
}

/** Immutable, so that a reading of the past is a reading of an older one. */
export interface Account {
  readonly policies: Readonly<Record<string, StoredPolicy>>;
  readonly identities: Readonly<Record<string, StoredIdentity>>;
}

/** Managed policies of AWS, which can be attached, by ARN. */
export type AwsPolicies = Readonly<Record<string, string>>;

export interface MemoryOptions {
  readonly aws?: AwsPolicies;
  readonly quotas?: Readonly<Record<string, number>>;
  /** Milliseconds by which reads lag at most; each by another part of it. */
  readonly lag?: number;
  /** What befalls a write: by its number, from 0. */
  readonly fault?: (write: number) => Fault | undefined;
  /** Called before each call of the port. */
  readonly before?: (memory: Memory, call: string) => void;
  readonly account?: string;
}

export type Fault =
  | { readonly kind: 'refused'; readonly why: FailureKind; readonly code: string }
  /** An answer 500, or a connection that broke: nothing was done. */
  | { readonly kind: 'lost before' }
  /** The connection broke when it was done. */
  | { readonly kind: 'lost after' };

export interface Memory extends AccountPort {
  /** As it is, whatever reads tell. */
  readonly now: () => Account;
  /** Somebody else writes. */
  readonly change: (change: (account: Account) => Account) => void;
  readonly wait: (milliseconds: number) => void;
  /** Every call that was sent, in order. */
  readonly writes: readonly WriteCall[];
}

export function memoryAccount(start: Account, options: MemoryOptions = {}): Memory {
  const { aws = {}, lag = 0, fault, before, account = ACCOUNT } = options;
  const quotas = { VersionsPerPolicyQuota: 5, ...options.quotas };
  const history: { readonly at: number; readonly account: Account }[] = [{ at: 0, account: start }];
  const writes: WriteCall[] = [];
  let clock = 0;
  let reads = 0;

  const now = () => history.at(-1)?.account ?? start;
  const change = (make: (account: Account) => Account) => {
    history.push({ at: clock, account: make(now()) });
  };

  /** As of some moment of the last `lag` milliseconds, another for each read. */
  function seen(name: string): Account {
    clock += 5;
    reads += 1;
    before?.(memory, name);
    const at = clock - (lag === 0 ? 0 : (lag * ((reads * 7) % 11)) / 10);
    return history.findLast((one) => one.at <= at)?.account ?? start;
  }

  const answered = <Value>(value: Value): Answer<Value> => ({ kind: 'answered', value });
  const identityIn = (state: Account, kind: IdentityKind, name: string) => state.identities[`${kind}/${name}`];

  const memory: Memory = {
    now,
    change,
    wait: (milliseconds) => {
      clock += milliseconds;
    },
    writes,
    write: async (call) => {
      clock += 5;
      before?.(memory, call.operation);
      const own = fault?.(writes.length);
      writes.push(call);
      if (own?.kind === 'refused') return failed(call.operation, own.why, own.code);
      if (own?.kind === 'lost before') return failed(call.operation, 'ambiguous', 'ServiceFailure');
      const done = perform(call, now(), { aws, quotas, account });
      if ('why' in done) return failed(call.operation, done.why, done.code);
      change(() => done.account);
      if (own?.kind === 'lost after') return failed(call.operation, 'ambiguous', 'ECONNRESET');
      return answered({ requestId: `request-${writes.length}`, ...done.receipt });
    },
    read: {
      callerIdentity: async () =>
        answered({ account, arn: `arn:aws:iam::${account}:user/operator`, userId: 'AIDAEXAMPLE', partition: 'aws' }),
      accountAlias: async () => answered('course'),
      accountSummary: async () => answered(quotas),
      policy: async (arn) => {
        const state = seen('GetPolicy');
        const found = state.policies[arn];
        const about = { arn, id: `ANPA${arn.length}`, attachmentCount: 0, boundaryUsageCount: 0, tags: [] };
        if (aws[arn] !== undefined) return answered({ ...about, name: nameOf(arn), path: '/', defaultVersionId: 'v1' });
        return answered(found && { ...about, name: found.name, path: found.path, defaultVersionId: found.default });
      },
      policyVersions: async (arn) => {
        const found = seen('ListPolicyVersions').policies[arn];
        return answered(found?.versions.map(({ id }): LiveVersion => ({ id, isDefault: id === found.default })));
      },
      policyDocument: async (arn, versionId) => {
        const found = seen('GetPolicyVersion').policies[arn];
        return answered(aws[arn] ?? found?.versions.find(({ id }) => id === versionId)?.document);
      },
      policyHolders: async (arn) => {
        const all = Object.values(seen('ListEntitiesForPolicy').identities);
        const holders = all.flatMap(({ kind, name, attached, boundary }): PolicyHolder[] => [
          ...(attached.includes(arn) ? [{ kind, name, usage: 'policy' } as const] : []),
          ...(boundary === arn ? [{ kind, name, usage: 'boundary' } as const] : []),
        ]);
        return answered(holders);
      },
      identity: async (kind, name) => {
        const found = identityIn(seen('GetIdentity'), kind, name);
        if (!found) return answered(undefined);
        const { path, boundary, trust } = found;
        const arn = `arn:aws:iam::${account}:${kind}${path}${name}`;
        return answered({
          kind,
          name,
          arn,
          id: `A${name}`,
          path,
          ...(boundary === undefined ? {} : { boundary }),
          ...(trust === undefined ? {} : { trust }),
          tags: [],
        });
      },
      attachedPolicies: async (kind, name) => {
        const found = identityIn(seen('ListAttachedPolicies'), kind, name);
        return answered(found?.attached.map((arn): AttachedPolicy => ({ arn, name: nameOf(arn) })));
      },
      inlinePolicyNames: async (kind, name) => {
        const found = identityIn(seen('ListPolicies'), kind, name);
        return answered(found && Object.keys(found.inline));
      },
      inlinePolicy: async (kind, name, policyName) =>
        answered(identityIn(seen('GetPolicyOf'), kind, name)?.inline[policyName]),
    },
  };
  return memory;
}

function failed(operation: string, why: FailureKind, code: string): AwsFailure {
  return { kind: 'failed', why, code, operation, message: `the service said ${code}`, requestId: 'request-failed' };
}

function nameOf(arn: string): string {
  return arn.slice(arn.lastIndexOf('/') + 1);
}

interface Rules {
  readonly aws: AwsPolicies;
  readonly quotas: Readonly<Record<string, number>>;
  readonly account: string;
}

type Performed =
  | { readonly account: Account; readonly receipt: WriteReceipt }
  | { readonly why: FailureKind; readonly code: string };

const NOT_FOUND = { why: 'not-found', code: 'NoSuchEntity' } as const;
const EXISTS = { why: 'exists', code: 'EntityAlreadyExists' } as const;
const LIMIT = { why: 'limit', code: 'LimitExceeded' } as const;
const IN_USE = { why: 'in-use', code: 'DeleteConflict' } as const;

/** What the write comes to, by IAM's rules. */
function perform(call: WriteCall, state: Account, { aws, quotas, account }: Rules): Performed {
  const put = (arn: string, policy: StoredPolicy | undefined, receipt: WriteReceipt = {}): Performed => ({
    account: { ...state, policies: without({ ...state.policies, [arn]: policy }) },
    receipt,
  });
  const set = (identity: StoredIdentity): Performed => ({
    account: { ...state, identities: { ...state.identities, [`${identity.kind}/${identity.name}`]: identity } },
    receipt: {},
  });
  const create = (
    kind: IdentityKind,
    name: string,
    about: Omit<StoredIdentity, 'kind' | 'name' | 'attached' | 'inline'>,
  ) => (state.identities[`${kind}/${name}`] ? EXISTS : set({ kind, name, attached: [], inline: {}, ...about }));
  const change = (kind: IdentityKind, name: string, make: (identity: StoredIdentity) => StoredIdentity | Performed) => {
    const found = state.identities[`${kind}/${name}`];
    if (!found) return NOT_FOUND;
    const made = make(found);
    return 'kind' in made ? set(made) : made;
  };
  const remove = (kind: IdentityKind, name: string): Performed => {
    const found = state.identities[`${kind}/${name}`];
    if (!found) return NOT_FOUND;
    if (found.attached.length > 0 || Object.keys(found.inline).length > 0) return IN_USE;
    return {
      account: { ...state, identities: without({ ...state.identities, [`${kind}/${name}`]: undefined }) },
      receipt: {},
    };
  };
  const isThere = (arn: string) => aws[arn] !== undefined || state.policies[arn] !== undefined;
  const attach = (kind: IdentityKind, name: string, arn: string): Performed => {
    if (!isThere(arn)) return NOT_FOUND;
    return change(kind, name, (one) => {
      if (one.attached.includes(arn)) return one;
      return one.attached.length >= 10 ? LIMIT : { ...one, attached: [...one.attached, arn] };
    });
  };
  const detach = (kind: IdentityKind, name: string, arn: string): Performed =>
    change(kind, name, (one) =>
      one.attached.includes(arn) ? { ...one, attached: one.attached.filter((other) => other !== arn) } : NOT_FOUND,
    );
  const inline = (kind: IdentityKind, name: string, policy: string, document: string | undefined): Performed =>
    change(kind, name, (one) =>
      document === undefined && one.inline[policy] === undefined
        ? NOT_FOUND
        : { ...one, inline: without({ ...one.inline, [policy]: document }) },
    );
  const limit = (kind: IdentityKind, name: string, arn: string | undefined): Performed => {
    if (arn !== undefined && !isThere(arn)) return NOT_FOUND;
    return change(kind, name, ({ boundary, ...one }) => {
      if (arn === undefined && boundary === undefined) return NOT_FOUND;
      return arn === undefined ? one : { ...one, boundary: arn };
    });
  };

  const { operation, input } = call;
  switch (operation) {
    case 'CreatePolicy': {
      const { PolicyName, Path = '/', PolicyDocument } = input;
      const arn = `arn:aws:iam::${account}:policy${Path}${PolicyName}`;
      const isTaken = Object.values(state.policies).some(({ name }) => name === PolicyName);
      if (isTaken) return EXISTS;
      const versions = [{ id: 'v1', document: PolicyDocument }];
      return put(arn, { name: PolicyName, path: Path, versions, default: 'v1', next: 2 }, { arn });
    }
    case 'CreatePolicyVersion': {
      const found = state.policies[input.PolicyArn];
      if (!found) return NOT_FOUND;
      if (found.versions.length >= (quotas.VersionsPerPolicyQuota ?? 5)) return LIMIT;
      const id = `v${found.next}`;
      const versions = [...found.versions, { id, document: input.PolicyDocument }];
      return put(input.PolicyArn, { ...found, versions, next: found.next + 1 }, { versionId: id });
    }
    case 'SetDefaultPolicyVersion': {
      const found = state.policies[input.PolicyArn];
      if (!found?.versions.some(({ id }) => id === input.VersionId)) return NOT_FOUND;
      return put(input.PolicyArn, { ...found, default: input.VersionId });
    }
    case 'DeletePolicyVersion': {
      const found = state.policies[input.PolicyArn];
      if (!found?.versions.some(({ id }) => id === input.VersionId)) return NOT_FOUND;
      if (found.default === input.VersionId) return IN_USE;
      return put(input.PolicyArn, { ...found, versions: found.versions.filter(({ id }) => id !== input.VersionId) });
    }
    case 'DeletePolicy': {
      const found = state.policies[input.PolicyArn];
      if (!found) return NOT_FOUND;
      const isHeld = Object.values(state.identities).some(
        ({ attached, boundary }) => attached.includes(input.PolicyArn) || boundary === input.PolicyArn,
      );
      return isHeld || found.versions.length > 1 ? IN_USE : put(input.PolicyArn, undefined);
    }
    case 'CreateUser': {
      const { UserName, Path = '/', PermissionsBoundary: boundary } = input;
      return create('user', UserName, { path: Path, ...(boundary === undefined ? {} : { boundary }) });
    }
    case 'CreateGroup':
      return create('group', input.GroupName, { path: input.Path ?? '/' });
    case 'CreateRole': {
      const { RoleName, Path = '/', AssumeRolePolicyDocument: trust, PermissionsBoundary: boundary } = input;
      return create('role', RoleName, { path: Path, trust, ...(boundary === undefined ? {} : { boundary }) });
    }
    case 'DeleteUser':
      return remove('user', input.UserName);
    case 'DeleteGroup':
      return remove('group', input.GroupName);
    case 'DeleteRole':
      return remove('role', input.RoleName);
    case 'PutUserPolicy':
      return inline('user', input.UserName, input.PolicyName, input.PolicyDocument);
    case 'PutGroupPolicy':
      return inline('group', input.GroupName, input.PolicyName, input.PolicyDocument);
    case 'PutRolePolicy':
      return inline('role', input.RoleName, input.PolicyName, input.PolicyDocument);
    case 'DeleteUserPolicy':
      return inline('user', input.UserName, input.PolicyName, undefined);
    case 'DeleteGroupPolicy':
      return inline('group', input.GroupName, input.PolicyName, undefined);
    case 'DeleteRolePolicy':
      return inline('role', input.RoleName, input.PolicyName, undefined);
    case 'AttachUserPolicy':
      return attach('user', input.UserName, input.PolicyArn);
    case 'AttachGroupPolicy':
      return attach('group', input.GroupName, input.PolicyArn);
    case 'AttachRolePolicy':
      return attach('role', input.RoleName, input.PolicyArn);
    case 'DetachUserPolicy':
      return detach('user', input.UserName, input.PolicyArn);
    case 'DetachGroupPolicy':
      return detach('group', input.GroupName, input.PolicyArn);
    case 'DetachRolePolicy':
      return detach('role', input.RoleName, input.PolicyArn);
    case 'PutUserPermissionsBoundary':
      return limit('user', input.UserName, input.PermissionsBoundary);
    case 'PutRolePermissionsBoundary':
      return limit('role', input.RoleName, input.PermissionsBoundary);
    case 'DeleteUserPermissionsBoundary':
      return limit('user', input.UserName, undefined);
    case 'DeleteRolePermissionsBoundary':
      return limit('role', input.RoleName, undefined);
    case 'UpdateAssumeRolePolicy':
      return change('role', input.RoleName, (one) => ({ ...one, trust: input.PolicyDocument }));
    default:
      return operation satisfies never;
  }
}

function without<Value>(all: Readonly<Record<string, Value | undefined>>): Record<string, Value> {
  return Object.fromEntries(Object.entries(all).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])));
}
