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
