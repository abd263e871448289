/** An environment: the accounts, principals, resources and policies a question is asked in, as plain data. */
import type { Policy, SourceText } from '../language/index.ts';

/** Tag key -> value. */
export type Tags = Readonly<Record<string, string>>;

/** Context keys as a person gives them: null takes a key away that would follow from the rest. */
export type GivenContext = Readonly<Record<string, GivenValue>>;

export type GivenValue = string | number | boolean | null | readonly (string | number | boolean)[];

export interface Environment {
  /** The file it was read from. */
  readonly source: SourceText;
  readonly description?: string;
  readonly organization?: Organization;
  /** In the order of the file, then those that only the organization names. */
  readonly accounts: readonly Account[];
  /** Every policy the environment holds, as often as it is attached. */
  readonly policies: readonly Policy[];
}

export interface Organization {
  readonly id: string;
  /** Account id. */
  readonly managementAccount: string;
  readonly root: OrganizationUnit;
}

/** The root of an organization or an organizational unit. */
export interface OrganizationUnit {
  readonly level: 'root' | 'ou';
  readonly id: string;
  readonly name?: string;
  readonly scps: readonly Policy[];
  readonly rcps: readonly Policy[];
  /** Account ids. */
  readonly accounts: readonly string[];
  readonly units: readonly OrganizationUnit[];
}

export interface Account {
  /** 12 digits. */
  readonly id: string;
  readonly name?: string;
  readonly canonicalUserId?: string;
  /** Attached to the account itself; empty outside an organization. */
  readonly scps: readonly Policy[];
  readonly rcps: readonly Policy[];
  readonly groups: readonly Group[];
  readonly users: readonly User[];
  readonly roles: readonly Role[];
  /** ARNs of SAML and OIDC providers. */
  readonly identityProviders: readonly string[];
  readonly resources: readonly Resource[];
  readonly vpcEndpoints: readonly VpcEndpoint[];
}

export interface Group {
  readonly name: string;
  readonly policies: readonly Policy[];
}

/** What a user and a role have in common. */
interface Identity {
  readonly name: string;
  readonly arn: string;
  readonly policies: readonly Policy[];
  readonly boundary?: Policy;
  readonly tags: Tags;
}

export interface User extends Identity {
  /** `AIDA...` */
  readonly id?: string;
  /** Names of groups of the account. */
  readonly groups: readonly string[];
}

export interface Role extends Identity {
  /** `AROA...` */
  readonly id?: string;
  readonly trust: Policy;
  /** Seconds a session may last at most. */
  readonly maxSessionDuration: number;
}

export interface Resource {
  readonly arn: string;
  readonly policy?: Policy;
  readonly tags: Tags;
  readonly region?: string;
  /** Context keys that requests to this resource carry. */
  readonly context: GivenContext;
}

export interface VpcEndpoint {
  readonly id: string;
  readonly vpc: string;
  /** Without one the endpoint lets everything through. */
  readonly policy?: Policy;
  /** Prefixes of the services it serves; without the list it serves all. */
  readonly services?: readonly string[];
}
