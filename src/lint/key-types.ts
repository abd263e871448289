/** The types of condition key values in words, and the operators that compare them. */
import type { KeyType } from '../catalog/index.ts';

/** `a date`: for messages. */
export const VALUE_TYPES: Readonly<Record<KeyType, string>> = {
  String: 'a text',
  ARN: 'an ARN',
  Bool: 'true or false',
  Numeric: 'a number',
  Date: 'a date',
  IPAddress: 'an IP address',
};

const OPERATORS: Readonly<Record<KeyType, string>> = {
  String: '`StringEquals` or `StringLike`',
  ARN: '`ArnLike` or `ArnNotLike`',
  Bool: '`Bool`',
  Numeric: '`NumericEquals`, `NumericLessThan` or another Numeric operator',
  Date: '`DateLessThan`, `DateGreaterThan` or another Date operator',
  IPAddress: '`IpAddress` or `NotIpAddress`',
};

/** The operators for a type, in words. */
export function operatorFor(type: KeyType): string {
  return OPERATORS[type];
}
