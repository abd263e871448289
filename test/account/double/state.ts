/** What the double holds: one account as IAM keeps it, and what the other services know. States are never changed, only replaced. */

export type Tags = Readonly<Record<string, string>>;

export interface Version {
  readonly number: number;
  readonly document: string;
  readonly created: string;
}

export interface ManagedPolicy {
  readonly arn: string;
  readonly name: string;
  readonly path: string;
  readonly id: string;
  readonly description?: string;
  readonly created: string;
  readonly updated: string;
  /** In the order in which they were made. */
  readonly versions: readonly Version[];
  readonly inForce: number;
  /** Numbers are never given twice. */
  readonly highest: number;
  readonly tags: Tags;
}

export type Kind = 'user' | 'group' | 'role';

export interface Identity {
  readonly kind: Kind;
  readonly arn: string;
  readonly name: string;
  readonly path: string;
  readonly id: string;
  readonly created: string;
  readonly inline: Readonly<Record<string, string>>;
  /** ARNs. */
  readonly attached: readonly string[];
  readonly boundary?: string;
  readonly tags: Tags;
  /** Of users: names of groups. */
  readonly groups: readonly string[];
  /** Of roles. */
  readonly trust?: string;
  readonly description?: string;
  readonly maxSessionDuration?: number;
}

export interface OrganizationPolicy {
  readonly id: string;
  readonly name: string;
  readonly type: 'SERVICE_CONTROL_POLICY' | 'RESOURCE_CONTROL_POLICY';
  readonly content: string;
  /** Ids of roots, units and accounts. */
  readonly targets: readonly string[];
  readonly awsManaged?: boolean;
}

export interface Unit {
  readonly id: string;
  readonly name: string;
  readonly parent: string;
}

export interface Organization {
  readonly id: string;
  readonly managementAccount: string;
  readonly root: string;
  readonly units: readonly Unit[];
  readonly accounts: readonly { readonly id: string; readonly name: string; readonly parent: string }[];
  readonly policies: readonly OrganizationPolicy[];
}

/** A bucket, topic or queue. */
export interface Resource {
  readonly arn: string;
  readonly region: string;
  readonly policy?: string;
  readonly tags: Tags;
}

export interface State {
  readonly account: string;
  readonly alias?: string;
  readonly users: ReadonlyMap<string, Identity>;
  readonly groups: ReadonlyMap<string, Identity>;
  readonly roles: ReadonlyMap<string, Identity>;
  /** The account's own and AWS's, by ARN. */
  readonly policies: ReadonlyMap<string, ManagedPolicy>;
  readonly providers: readonly string[];
  readonly organization?: Organization;
  readonly resources: readonly Resource[];
}

export const EMPTY: State = {
  account: '111122223333',
  users: new Map(),
  groups: new Map(),
  roles: new Map(),
  policies: new Map(),
  providers: [],
  resources: [],
};

/** IAM does not tell names apart by case. */
export function keyOf(name: string): string {
  return name.toLowerCase();
}

const PLACE = { user: 'users', group: 'groups', role: 'roles' } as const;

export function identitiesOf(state: State, kind: Kind): ReadonlyMap<string, Identity> {
  return state[PLACE[kind]];
}

export function withIdentity(state: State, identity: Identity): State {
  const place = PLACE[identity.kind];
  return { ...state, [place]: new Map(state[place]).set(keyOf(identity.name), identity) };
}

export function withoutIdentity(state: State, { kind, name }: Identity): State {
  const left = new Map(state[PLACE[kind]]);
  left.delete(keyOf(name));
  return { ...state, [PLACE[kind]]: left };
}

export function withPolicy(state: State, policy: ManagedPolicy): State {
  return { ...state, policies: new Map(state.policies).set(policy.arn, policy) };
}

export function withoutPolicy(state: State, arn: string): State {
  const left = new Map(state.policies);
  left.delete(arn);
  return { ...state, policies: left };
}

export function everybody({ users, groups, roles }: State): readonly Identity[] {
  return [...users.values(), ...groups.values(), ...roles.values()];
}

export function attachmentsOf(state: State, arn: string): readonly Identity[] {
  return everybody(state).filter(({ attached }) => attached.includes(arn));
}

export function boundedBy(state: State, arn: string): readonly Identity[] {
  return everybody(state).filter(({ boundary }) => boundary === arn);
}

export function isOfAws(arn: string): boolean {
  return arn.includes(':iam::aws:policy/');
}
