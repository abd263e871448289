/** What no scenario file can bring about by itself. */
import { expect, test } from 'vitest';
import { DEFAULT_SETTINGS } from '../../src/language/index.ts';
import { differencesFrom } from '../../src/scenario/compare.ts';
import type { ExpectedDecision, Received } from '../../src/scenario/index.ts';
import { expandScenarios, runCase } from '../../src/scenario/index.ts';
import { fileOf } from './project.ts';

const UNKNOWN: Received = { decision: 'unknown', missing: [], statements: [] };

test('an unknown verdict meets no expectation', () => {
  for (const decision of ['allowed', 'denied', 'implicitDeny', 'explicitDeny'] satisfies ExpectedDecision[]) {
    expect(differencesFrom({ expected: { decision }, checks: [] }, UNKNOWN)).toEqual([
      `expected the decision \`${decision}\`, received \`unknown\``,
    ]);
  }
});

test('the settings decide contested points', () => {
  const Condition = { StringEquals: { 's3:prefix': 'a' } };
  const policy = { Version: '2012-10-17', Statement: { Effect: 'Allow', Action: 's3:*', Resource: '*', Condition } };
  const [one] = expandScenarios(
    fileOf({
      environment: { accounts: { '111122223333': { users: { alice: { policies: [policy] } } } } },
      scenarios: [
        {
          name: 'a',
          principal: 'user/alice',
          action: 's3:ListBucket',
          resource: 'arn:aws:s3:::b',
          context: { 's3:prefix': ['a', 'b'] },
          expect: 'denied',
        },
      ],
    }),
  );
  if (!one) throw new Error('no case');
  expect(runCase(one).status).toBe('passed');
  expect(runCase(one, { ...DEFAULT_SETTINGS, multivaluedWithoutQualifier: 'any-value' }).received?.decision).toBe(
    'allowed',
  );
});

test('running a case twice gives the same result', () => {
  const file = fileOf({
    environment: { accounts: { '111122223333': { users: { alice: {} } } } },
    scenarios: [{ name: 'a', principal: 'user/alice', action: 's3:ListAllMyBuckets', expect: 'denied' }],
  });
  const [one] = expandScenarios(file);
  if (!one) throw new Error('no case');
  expect(runCase(one)).toEqual(runCase(one));
  expect(expandScenarios(file)).toEqual(expandScenarios(file));
});
