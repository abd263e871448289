/** The form of the files in src/catalog/data: what scripts/update-catalog.ts writes and this folder reads. */
import type { KeyType } from './service.ts';

/** The files, in the order in which `CatalogInfo.hash` takes them in. */
export const CATALOG_FILES = [
  'services.json',
  'services.jsonl',
  'managed-policies.json',
  'managed-policies.bin',
] as const;

export type CatalogFile = (typeof CATALOG_FILES)[number];

/** A condition key: name and type as AWS writes it. */
export type KeyRow = readonly [name: string, type: KeyType | `ArrayOf${KeyType}`];

/** services.json: where in services.jsonl each service stands. The lines stand in this order, without gaps. */
export interface ServicesIndex {
  /** Length in bytes, line feed included. All text is ASCII. */
  readonly services: readonly (readonly [prefix: string, title: string, length: number])[];
  /** Keys that are not bound to one service. */
  readonly globalKeys: readonly KeyRow[];
  /** Key prefixes that are no service (`saml`, `accounts.google.com`) or whose keys others list, and the services that do. */
  readonly foreignKeys: readonly (readonly [prefix: string, services: readonly string[]])[];
}

/** A line of services.jsonl. Numbers are positions in the lists of the same line. */
export interface ServiceLine {
  readonly keys: readonly KeyRow[];
  /** Sets of condition keys; the first one is empty. */
  readonly sets: readonly (readonly number[])[];
  readonly types: readonly (readonly [name: string, arn: string, set: number])[];
  readonly actions: readonly ActionRow[];
}

/** `level` is a position in ACCESS_LEVELS; trailing members that say nothing are left out. */
export type ActionRow = readonly [
  name: string,
  level: number,
  set: number,
  resources?: readonly (readonly [type: number, required: 0 | 1, set: number])[],
  dependents?: readonly string[],
  permissionOnly?: 1,
];

/** managed-policies.json: where in managed-policies.bin each document stands, raw deflate of JSON without white space. */
export interface ManagedPoliciesIndex {
  /** What stands between `arn:aws:iam::aws:policy/` and the name. */
  readonly paths: readonly string[];
  /** Sorted by name; `date` is the day of the last change, `length` the packed bytes. */
  readonly policies: readonly (readonly [name: string, path: number, version: number, date: string, length: number])[];
}
