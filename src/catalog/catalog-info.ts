/** Where the catalog's data comes from and of which day it is. */

/** A package the data was compiled from. */
export interface CatalogSource {
  readonly package: string;
  readonly version: string;
  readonly license: string;
  /** What was taken from it. */
  readonly gives: string;
}

/** The data's dates, sources and fingerprint, known without opening a file. */
export interface CatalogInfo {
  /** Day of the service authorization data. */
  readonly date: string;
  /** Day of the newest change to an AWS managed policy in the data. */
  readonly managedPoliciesDate: string;
  readonly sources: readonly CatalogSource[];
  /** SHA-256 of the data files one after another, in hexadecimal. */
  readonly hash: string;
}
