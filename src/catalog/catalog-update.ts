/** An update of the services, kept beside the program's own data: its description, and whether it is to be used. */
import { CATALOG_INFO } from './catalog-info.generated.ts';

/** Changes with the form of services.json and services.jsonl. */
export const DATA_FORMAT = 1;

/** update.json, beside the two files. */
export interface CatalogUpdate {
  readonly format: number;
  /** The day on which it was fetched. */
  readonly date: string;
  /** The address that it was fetched from. */
  readonly from: string;
  /** SHA-256 of services.json and services.jsonl, in hexadecimal. */
  readonly hashes: { readonly 'services.json': string; readonly 'services.jsonl': string };
}

/** Undefined: to be used. Else why not. */
export function whyNotUsed(update: Partial<CatalogUpdate>): string | undefined {
  if (update.format !== DATA_FORMAT || update.hashes === undefined || update.date === undefined) {
    return 'it was made by another version of iamproof; fetch it again with `iamproof catalog update`';
  }
  if (update.date < CATALOG_INFO.date) return `it is of ${update.date}, older than the data that comes with iamproof`;
  return undefined;
}
