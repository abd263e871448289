/** What two patterns both stand for, and several layers of policies as one. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchesPattern, patternOf } from '../../src/language/index.ts';
import { parsePolicy, policyValue } from '../../src/parse/index.ts';
import { meetPolicies } from '../../src/rewrite/index.ts';
import { meetActions, meetResources, meetTexts } from '../../src/rewrite/meet-patterns.ts';
import { catalog } from '../catalog/open-catalog.ts';

const patterns = fc.string({ unit: fc.constantFrom('a', 'b', '*', '?'), maxLength: 6 });
const texts = fc.array(fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 7 }), { minLength: 20, maxLength: 20 });

describe('two patterns', () => {
  it('meet in patterns for exactly the texts that match both', () => {
    let told = 0;
    fc.assert(
      fc.property(patterns, patterns, texts, (a, b, tried) => {
        const met = meetTexts(a, b);
        if (!met) return;
        told += 1;
        for (const text of tried) {
          const isBoth = [a, b].every((one) => matchesPattern(patternOf(one), text));
          expect(
            met.some((one) => matchesPattern(patternOf(one), text)),
            `${a} and ${b}: ${text}`,
          ).toBe(isBoth);
        }
      }),
      { numRuns: 3000 },
    );
    expect(told).toBeGreaterThan(2900);
  });

  it.each([
    ['s3:Get*', 's3:*Object', ['s3:Get*Object']],
    ['S3:get*', 's3:GetObject', ['s3:GetObject']],
    ['*', 'ec2:Run*', ['ec2:Run*']],
    ['s3:*', 'ec2:*', []],
  ])('of actions: %s and %s', (a, b, both) => {
    expect(meetActions(a, b)).toEqual(both);
  });

  it.each([
    ['arn:aws:s3:::logs-*', 'arn:aws:s3:::*-eu/*', ['arn:aws:s3:::logs-*-eu/*', 'arn:aws:s3:::logs-eu/*']],
    ['arn:aws:s3:::home/*', 'arn:aws:s3:::home/${aws:username}/*', ['arn:aws:s3:::home/${aws:username}/*']],
    ['arn:aws:s3:::home/a/*', 'arn:aws:s3:::home/${aws:username}/*', undefined],
    ['arn:aws:sqs:us-east-1:*:jobs', 'arn:aws:sqs:*:111122223333:*', ['arn:aws:sqs:us-east-1:111122223333:jobs']],
    ['arn:aws:sqs:us-east-1:*:jobs', 'arn:aws:sqs:eu-west-1:*:jobs', []],
  ])('of resources: %s and %s', (a, b, both) => {
    const met = meetResources(a, b);
    expect(met && [...met].sort()).toEqual(both);
  });
});

function layer(...statements: object[]) {
  const text = JSON.stringify({ Version: '2012-10-17', Statement: statements });
  return [parsePolicy({ name: 'p', text }, 'identity').document ?? expect.unreachable(text)];
}

function met(...layers: ReturnType<typeof layer>[]) {
  const { document, leftOut } = meetPolicies(layers, catalog);
  return { statements: (policyValue(document) as { Statement: unknown }).Statement, leftOut };
}

const all = { Effect: 'Allow', Action: '*', Resource: '*' };

describe('layers', () => {
  it('that allow everything leave the others as they are', () => {
    const read = { Sid: 'Read', Effect: 'Allow', Action: ['s3:GetObject'], Resource: ['arn:aws:s3:::b/*'] };
    expect(met(layer(all), layer(read), layer(all))).toEqual({
      statements: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::b/*' }],
      leftOut: [],
    });
  });

  it('keep every Deny, and the exceptions of NotAction', () => {
    const deny = {
      Sid: 'Tls',
      Effect: 'Deny',
      Action: '*',
      Resource: '*',
      Condition: { Bool: { 'aws:SecureTransport': 'false' } },
    };
    const most = { Effect: 'Allow', NotAction: ['iam:*', 'sts:*'], Resource: '*' };
    expect(met(layer(most), layer(all, deny)).statements).toEqual([most, deny]);
  });

  it('both of whose conditions ask for a key are told as one condition, or left out with the reason', () => {
    const from = (...values: string[]) => ({ ...all, Condition: { StringEquals: { 'aws:RequestedRegion': values } } });
    expect(met(layer(from('us-east-1', 'us-east-2')), layer(from('us-east-2', 'eu-west-1'))).statements).toEqual([
      { ...all, Condition: { StringEquals: { 'aws:RequestedRegion': 'us-east-2' } } },
    ]);
    expect(met(layer(from('us-east-1')), layer(from('eu-west-1')))).toEqual({ statements: [], leftOut: [] });
    const address = (value: string) => ({ ...all, Condition: { IpAddress: { 'aws:SourceIp': value } } });
    expect(met(layer(address('10.0.0.0/8')), layer(address('10.1.0.0/16')))).toEqual({
      statements: [],
      leftOut: ['* with *: both ask for IpAddress aws:SourceIp'],
    });
  });
});
