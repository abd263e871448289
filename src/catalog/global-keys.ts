/** Global condition keys: the source's table, and by hand what it lacks or has wrong. */
import type { ServicesIndex } from './data-format.ts';
import { conditionKeyOf } from './read-services.ts';
import type { ConditionKey, KeyType } from './service.ts';

/** A row that the sources lack or have wrong, with the day on which it was written. */
export interface KeyCorrection {
  readonly name: string;
  readonly type: KeyType;
  readonly alsoType?: KeyType;
  readonly date: string;
}

/** AWS: types as in the IAM User Guide, reference_policies_condition-keys; docs/semantics.md section D. */
export const KEY_CORRECTIONS: readonly KeyCorrection[] = [
  { name: 'aws:EpochTime', type: 'Date', alsoType: 'Numeric', date: '2026-11-23' },
  { name: 'aws:FederatedProvider', type: 'String', alsoType: 'ARN', date: '2026-11-23' },
  { name: 'aws:SignInSessionArn', type: 'ARN', date: '2026-11-23' },
  { name: 'aws:SourceVpcArn', type: 'ARN', date: '2026-11-23' },
  { name: 'codebuild:BuildArn', type: 'ARN', date: '2026-11-23' },
  { name: 'codebuild:ProjectArn', type: 'ARN', date: '2026-11-23' },
];

/** The global keys of the data with the corrections in place, by lower-case name. */
export function globalKeysOf(index: ServicesIndex): ReadonlyMap<string, ConditionKey> {
  const keys = new Map(index.globalKeys.map((row) => [row[0].toLowerCase(), conditionKeyOf(row, 'global')]));
  for (const { name, type, alsoType } of KEY_CORRECTIONS) {
    keys.set(name.toLowerCase(), {
      name,
      type,
      ...(alsoType && { alsoType }),
      multivalued: false,
      scope: 'global',
    });
  }
  return keys;
}
