/** Linting what is known only at deploy time: nothing is made up, and one note says what could not be decided. */
import { describe, expect, it } from 'vitest';
import { deployTime, type PolicyType } from '../../src/language/index.ts';
import { createLinter, DEFAULT_LINT_CONFIG } from '../../src/lint/index.ts';
import { nodeOfValue } from '../../src/parse/index.ts';
import { catalog } from './lint-example.ts';

const X = deployTime('Bucket.Arn');

function codesOf(statement: object, type: PolicyType = 'identity'): string[] {
  const { node } = nodeOfValue({ Version: '2012-10-17', Statement: [statement] });
  if (!node) throw new Error('no document');
  const openFile = () => ({ policies: [{ name: 'one', type, node, path: '/one' }], diagnostics: [] });
  const linter = createLinter({ catalog, config: DEFAULT_LINT_CONFIG, openFile });
  return linter
    .lintFile({ source: { name: 'file.json', text: '{}' } })
    .diagnostics.map(({ code, path }) => `${path} ${code}`);
}

const NOTE = 'known-only-at-deploy-time';

it.each([
  ['a resource', { Effect: 'Allow', Action: 's3:GetObject', Resource: X }, '/one/Statement/0/Resource'],
  ['a part of one', { Effect: 'Allow', Action: 's3:GetObject', Resource: `${X}/*` }, '/one/Statement/0/Resource'],
  [
    'an account',
    { Effect: 'Allow', Action: 'sqs:SendMessage', Resource: `arn:aws:sqs:eu-west-1:${X}:jobs` },
    '/one/Statement/0/Resource',
  ],
  ['an action', { Effect: 'Allow', Action: `s3:${X}`, Resource: 'arn:aws:s3:::b/*' }, '/one/Statement/0/Action'],
  [
    'a value of a condition',
    {
      Effect: 'Allow',
      Action: 's3:ListBucket',
      Resource: 'arn:aws:s3:::b',
      Condition: { IpAddress: { 'aws:SourceIp': X } },
    },
    '/one/Statement/0/Condition/IpAddress/aws:SourceIp',
  ],
])('%s that is not known gives one note and nothing else', (_, statement, path) => {
  expect(codesOf(statement)).toEqual([`${path} ${NOTE}`]);
});

it('several values of one element are one note', () => {
  const Resource = [X, `${X}/*`, 'arn:aws:s3:::b'];
  expect(codesOf({ Effect: 'Allow', Action: 's3:GetObject', Resource })).toEqual([
    `/one/Statement/0/Resource/0 ${NOTE}`,
  ]);
});

it('a principal that is not known is no wrong one', () => {
  const statement = { Effect: 'Allow', Principal: { AWS: X }, Action: 'sts:AssumeRole' };
  expect(codesOf(statement, 'trust')).toEqual([`/one/Statement/0/Principal/AWS ${NOTE}`]);
});

it('what does not depend on it is found', () => {
  expect(codesOf({ Effect: 'Allow', Action: ['s3:GetObjet', 's3:GetObject'], Resource: X })).toContain(
    '/one/Statement/0/Action/0 unknown-action',
  );
});

describe('of which not even the form is known', () => {
  it.each([
    ['an effect', { Effect: X, Action: 's3:GetObject', Resource: '*' }, '/one/Statement/0/Effect'],
    [
      'a condition',
      { Effect: 'Deny', Action: 's3:GetObject', Resource: '*', Condition: X },
      '/one/Statement/0/Condition',
    ],
  ])('%s is told as such', (_, statement, path) => {
    expect(codesOf(statement)).toContain(`${path} form-known-only-at-deploy-time`);
  });
});
