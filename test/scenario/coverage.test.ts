/** Statement coverage as data: what the cases of a run say about each statement. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { runScenarios, type StatementCoverage } from '../../src/scenario/index.ts';
import { fileOf } from './project.ts';

interface Case {
  readonly name: string;
  readonly scenarios: readonly object[];
  readonly levels: Readonly<Record<string, string>>;
  readonly totals?: StatementCoverage['totals'];
}

function load(name: string) {
  return parse(readFileSync(new URL(`../cases/scenario/${name}`, import.meta.url), 'utf8'));
}

const environment: object = load('world.yaml');
const cases: readonly Case[] = load('coverage.yaml');

for (const { name, scenarios, levels, totals } of cases) {
  test(name, () => {
    const { coverage } = runScenarios([fileOf({ environment, scenarios })]);
    expect(levelsOf(coverage)).toMatchObject(levels);
    if (totals) expect(coverage.totals).toEqual(totals);
  });
}

test("AWS's own policies are not the user's to cover", () => {
  const { coverage } = runScenarios([
    fileOf({
      environment,
      scenarios: [{ name: 'a', principal: 'user/carol', action: 's3:GetObject', expect: 'denied' }],
    }),
  ]);
  expect(coverage.policies.map((policy) => policy.name).filter((name) => name.startsWith('aws:'))).toEqual([]);
});

test('a file that two scenario files use, as two types, is one policy', () => {
  const name = 'policies/boundary/no-s3.json';
  const users = { alice: { policies: [name] }, bob: { policies: ['aws:ReadOnlyAccess'], boundary: name } };
  const files = ['user/alice', 'user/bob'].map((principal) => {
    const scenarios = [{ name: 'a', principal, action: 's3:ListAllMyBuckets', expect: 'denied' }];
    return fileOf(
      { environment: { accounts: { '111122223333': { users } } }, scenarios },
      `${principal}.scenario.yaml`,
    );
  });
  const { coverage } = runScenarios(files);
  expect(coverage.policies.map((policy) => [policy.name, policy.types])).toEqual([[name, ['identity', 'boundary']]]);
  expect(coverage.totals.statements).toBe(1);
});

function levelsOf(coverage: StatementCoverage): Record<string, string> {
  const entries = coverage.policies.flatMap((policy) =>
    policy.statements.map(({ index, sid, level, covered }) => [
      `${policy.name}#${sid ?? index}`,
      covered ? level : `${level} !`,
    ]),
  );
  return Object.fromEntries(entries);
}

test('values and outcomes of conditions count where the rest of the statement matches', () => {
  const policy = {
    Version: '2012-10-17',
    Statement: {
      Effect: 'Allow',
      Action: ['s3:GetObject', 's3:PutObject'],
      Resource: ['arn:aws:s3:::a/*', 'arn:aws:s3:::b/*'],
      Condition: { IpAddress: { 'aws:SourceIp': '203.0.113.0/24' }, Bool: { 'aws:SecureTransport': 'true' } },
    },
  };
  const ask = { principal: 'user/alice', action: 's3:GetObject' };
  const { coverage } = runScenarios([
    fileOf({
      environment: { accounts: { '111122223333': { users: { alice: { policies: [policy] } } } } },
      scenarios: [
        { ...ask, name: 'a', resource: 'arn:aws:s3:::a/x', from: { ip: '203.0.113.1' }, expect: 'allowed' },
        { ...ask, name: 'b', resource: 'arn:aws:s3:::a/x', expect: 'denied' },
        { ...ask, name: 'c', resource: 'arn:aws:s3:::c/x', from: { ip: '198.51.100.1', tls: false }, expect: 'denied' },
      ],
    }),
  ]);
  const [statement] = coverage.policies[0]?.statements ?? [];
  expect(statement?.values.map(({ element, value, covered }) => [element, value, covered])).toEqual([
    ['Action', 's3:GetObject', true],
    ['Action', 's3:PutObject', false],
    ['Resource', 'arn:aws:s3:::a/*', true],
    ['Resource', 'arn:aws:s3:::b/*', false],
  ]);
  expect(statement?.conditions.map(({ key, wanted, seen }) => [key, wanted, seen])).toEqual([
    ['aws:SourceIp', ['true', 'false', 'absent'], ['true', 'absent']],
    ['aws:SecureTransport', ['true', 'false'], ['true']],
  ]);
  expect(coverage.elements).toEqual({ total: 4, covered: 2 });
  expect(coverage.outcomes).toEqual({ total: 5, covered: 3 });
});
