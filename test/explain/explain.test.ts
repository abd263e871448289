/** What an explanation says, and that the changes it offers do what it says. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/evaluate/index.ts';
import { explain, type Question } from '../../src/explain/index.ts';
import { nodeOfValue } from '../../src/parse/index.ts';
import { readSimulation } from '../../src/simulation/index.ts';
import { worlds } from '../arbitraries/worlds.ts';
import { policy, request, statement } from '../helpers/policies.ts';

function explained(question: Question) {
  return explain(question, evaluate(question.policies, question.request));
}

const readLogs = statement(
  'identity',
  {
    Sid: 'ReadLogs',
    Effect: 'Allow',
    Action: 's3:GetObject',
    Resource: 'arn:aws:s3:::bucket/*',
    Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } },
  },
  'data-reader.json',
);

describe('an implicit deny by an absent key', () => {
  const told = explained({ policies: { identity: [readLogs] }, request: request() });

  it('is told in AWS words', () => {
    expect(told.headline).toBe('implicit deny: user/alice may not call s3:GetObject on arn:aws:s3:::bucket/key');
    expect(told.awsMessage).toBe(
      'User: arn:aws:iam::111122223333:user/alice is not authorized to perform: s3:GetObject on resource: arn:aws:s3:::bucket/key because no identity-based policy allows the s3:GetObject action',
    );
  });

  it('names the nearest miss and the key', () => {
    expect(told.nearMisses.map(({ text }) => text)).toEqual([
      'statement ReadLogs of data-reader.json: action and resource match; Bool aws:MultiFactorAuthPresent: key absent',
    ]);
    expect(told.unknownKeys).toEqual(['aws:MultiFactorAuthPresent']);
  });

  it('offers the request change first, and says what a policy change also lets in', () => {
    expect(told.flips[0]?.changes.map(({ text }) => text)).toEqual([
      'send aws:MultiFactorAuthPresent=true with the request',
    ]);
    const ifExists = told.flips.find(({ changes }) => changes[0]?.text.startsWith('write BoolIfExists'));
    expect(ifExists?.changes[0]?.touches).toEqual([
      'it then also applies whenever aws:MultiFactorAuthPresent is absent',
    ]);
  });
});

it('an explicit deny names the statement and the condition that made it', () => {
  const outside = statement(
    'resource',
    {
      Sid: 'OnlyFromOffice',
      Effect: 'Deny',
      Principal: '*',
      Action: 's3:*',
      Resource: '*',
      Condition: { NotIpAddress: { 'aws:SourceIp': '151.29.0.0/16' } },
    },
    'ip-restriction.json',
  );
  const all = statement('identity', { Effect: 'Allow', Action: '*', Resource: '*' });
  const told = explained({
    policies: { identity: [all], resource: outside },
    request: request({ context: { 'aws:SourceIp': '203.0.113.9' } }),
  });
  expect(told.because.map(({ text }) => text)).toEqual([
    'statement OnlyFromOffice of ip-restriction.json (resource-based policy) denies s3:GetObject: NotIpAddress aws:SourceIp: `203.0.113.9` is not in `151.29.0.0/16`',
  ]);
  expect(told.flips[0]?.changes[0]?.text).toBe('send aws:SourceIp=151.29.0.0 with the request');
  expect(told.awsMessage).toMatch(/with an explicit deny in a resource-based policy$/);
});

it('a denial by two layers is cured by a change for each', () => {
  const nothing = policy('boundary', {
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action: 'ec2:*', Resource: '*' }],
  });
  const other = statement('identity', { Effect: 'Allow', Action: 'ec2:*', Resource: '*' });
  const told = explained({ policies: { identity: [other], boundary: [nothing] }, request: request() });
  expect(told.flips[0]?.changes.map(({ layer }) => layer)).toEqual(['identity', 'boundary']);
});

it('a boundary that a direct grant passes by is not said to allow', () => {
  const boundary = [statement('boundary', { Effect: 'Allow', Action: 'ec2:*', Resource: '*' })];
  const grant = {
    Effect: 'Allow',
    Principal: { AWS: 'arn:aws:iam::111122223333:user/alice' },
    Action: '*',
    Resource: '*',
  };
  const told = explained({ policies: { boundary, resource: statement('resource', grant) }, request: request() });
  expect(told.because.at(-1)?.text).toBe(
    'the permissions boundary does not allow it, and need not: the resource side names the caller directly',
  );
});

it('an AWS managed policy is never offered for change', () => {
  const managed = statement('identity', { Effect: 'Allow', Action: 'ec2:*', Resource: '*' }, 'aws:AmazonEC2FullAccess');
  expect(explained({ policies: { identity: [managed] }, request: request() }).flips).toEqual([]);
});

it('every set of changes that is offered turns the decision into allowed', () => {
  let offered = 0;
  fc.assert(
    fc.property(worlds(), (world) => {
      const { node } = nodeOfValue(world);
      const simulation = node && readSimulation(node, undefined, () => ({})).simulation;
      for (const one of simulation?.requests ?? []) {
        const question = { policies: simulation?.policies ?? {}, request: one };
        for (const { after } of explained(question).flips) {
          expect(evaluate(after.policies, after.request).decision).toBe('allowed');
          offered += 1;
        }
      }
    }),
    { numRuns: 3000 },
  );
  expect(offered).toBeGreaterThan(300);
});
