/** Law: on a present single-valued key a negated operator is the complement of its positive form, with or without IfExists. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decide } from '../../src/evaluate/index.ts';
import { request, statement } from '../helpers/policies.ts';

const PAIRS = [
  ['StringEquals', 'StringNotEquals'],
  ['StringEqualsIgnoreCase', 'StringNotEqualsIgnoreCase'],
  ['StringLike', 'StringNotLike'],
  ['NumericEquals', 'NumericNotEquals'],
  ['DateEquals', 'DateNotEquals'],
  ['IpAddress', 'NotIpAddress'],
  ['ArnLike', 'ArnNotLike'],
] as const;

const value = fc.constantFrom(
  'a',
  'A',
  '*',
  'b?',
  '',
  '10',
  '10.0',
  '2026-01-01',
  '1767225600',
  '10.0.0.0/8',
  '10.1.2.3',
  '::1',
  'arn:aws:s3:::b',
  'arn:*:s3:::*',
);

function holds(operator: string, values: readonly string[], actual: string | undefined): boolean {
  const Condition = { [operator]: { 'ex:Key': values } };
  const allow = statement('identity', { Effect: 'Allow', Action: '*', Resource: '*', Condition });
  const context = actual === undefined ? {} : { 'ex:Key': actual };
  return decide({ identity: [allow] }, request({ context }))?.decision === 'allowed';
}

it('a negated operator is the complement of its positive form', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...PAIRS),
      fc.array(value, { minLength: 1, maxLength: 3 }),
      value,
      ([yes, no], values, actual) => {
        expect(holds(no, values, actual)).toBe(!holds(yes, values, actual));
      },
    ),
    { numRuns: 3000 },
  );
});

it('IfExists is the plain operator on a present key and true on an absent one', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...PAIRS.flat()),
      fc.array(value, { minLength: 1, maxLength: 3 }),
      value,
      (operator, values, actual) => {
        expect(holds(`${operator}IfExists`, values, actual)).toBe(holds(operator, values, actual));
        expect(holds(`${operator}IfExists`, values, undefined)).toBe(true);
      },
    ),
    { numRuns: 3000 },
  );
});
