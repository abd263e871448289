import { expect, test } from 'vitest';
import { GLOBAL_CONDITION_KEYS, globalConditionKey } from '../../src/language/condition-keys.ts';
import { catalog } from '../catalog/open-catalog.ts';

/** How the catalog calls the types of values. */
const TYPES: Readonly<Record<string, string>> = {
  String: 'string',
  ARN: 'arn',
  Bool: 'boolean',
  Numeric: 'number',
  Date: 'date',
  IPAddress: 'address',
};

test('the table has every global key of the catalog, with its type', () => {
  for (const key of catalog.globalKeys()) {
    const row = globalConditionKey(key.name.replace('${TagKey}', 'x'));
    expect(row, key.name).toBeDefined();
    expect(row?.type, key.name).toBe(TYPES[key.type]);
    expect(row?.alsoType, key.name).toBe(key.alsoType && TYPES[key.alsoType]);
    expect(row?.multivalued, key.name).toBe(key.multivalued);
  }
});

test('the catalog has every key of the table', () => {
  const known = new Set(catalog.globalKeys().map((key) => key.name.replace('${TagKey}', '')));
  expect(GLOBAL_CONDITION_KEYS.filter((key) => !known.has(key.name)).map((key) => key.name)).toEqual([]);
});

test('names ignore case, tag keys need a tag, each row is one sentence', () => {
  expect(globalConditionKey('AWS:sourceip')?.name).toBe('aws:SourceIp');
  expect(globalConditionKey('aws:principaltag/Team')?.name).toBe('aws:PrincipalTag/');
  expect(globalConditionKey('aws:PrincipalTag/')).toBeUndefined();
  expect(globalConditionKey('s3:prefix')).toBeUndefined();
  for (const { name, presentWhen } of GLOBAL_CONDITION_KEYS)
    expect(presentWhen, name).toMatch(/^[A-Z][^.]*(?:\.|\. [A-Z][^.]*\.)$/);
});
