/** Scenarios against mutants: what kills them, what is missing, and that the missing scenarios kill. */
import { expect, test } from 'vitest';
import {
  appendScenarios,
  type FindDifference,
  mutantsOfRun,
  mutationReport,
  proveDifference,
  runCase,
  runMutants,
  runScenarios,
  type ScenarioFile,
} from '../../src/scenario/index.ts';
import { replacementBy } from '../../src/scenario/mutation/replacement.ts';
import { situationsOf } from '../../src/scenario/mutation/survivor.ts';
import { fileAt, fileOf, readScenarios } from './project.ts';

const POLICY = {
  Version: '2012-10-17',
  Statement: [
    {
      Sid: 'Read',
      Effect: 'Allow',
      Action: 's3:GetObject',
      Resource: 'arn:aws:s3:::reports/*',
      Condition: { IpAddress: { 'aws:SourceIp': '203.0.113.0/24' }, Bool: { 'aws:SecureTransport': 'true' } },
    },
  ],
};
const environment = {
  accounts: {
    '111122223333': {
      users: { reader: { policies: [POLICY] }, idle: {} },
      resources: { 'arn:aws:s3:::reports': {} },
    },
  },
};
const READS = {
  name: 'reads',
  principal: 'user/reader',
  action: 's3:GetObject',
  resource: 'arn:aws:s3:::reports/a',
  from: { ip: '203.0.113.9' },
  expect: 'allowed',
};

const nothing: FindDifference = () => ({ kind: 'unknown', why: 'nobody looked' });

function mutate(file: ScenarioFile, findDifference: FindDifference = nothing) {
  const report = runScenarios([file]);
  expect(report.totals.failed + report.totals.error).toBe(0);
  const options = { findDifference };
  const results = [...runMutants(mutantsOfRun([file], report, options), report, options)];
  return mutationReport(results, new Map([[file.source.name, new Set(file.scenarios.map(({ name }) => name))]]));
}

test('a case kills the mutants that answer it in another way, and no others', () => {
  const { results } = mutate(fileOf({ environment, scenarios: [READS] }));
  const survivors = results.filter(({ status }) => status !== 'killed').map(({ mutant }) => mutant.words);
  expect(survivors).toEqual([
    'without the condition IpAddress on aws:SourceIp',
    'without the condition Bool on aws:SecureTransport',
    'with IpAddressIfExists for IpAddress on aws:SourceIp',
    'with `203.0.113.0/23` for `203.0.113.0/24` in IpAddress on aws:SourceIp',
    'with `203.0.113.0/25` for `203.0.113.0/24` in IpAddress on aws:SourceIp',
    'with `s3:*` for `s3:GetObject` in Action',
    'with `arn:aws:s3:::*` for `arn:aws:s3:::reports/*` in Resource',
  ]);
});

test('what is proven equivalent does not count against the score', () => {
  const file = fileOf({ environment, scenarios: [READS] });
  const before = mutate(file);
  const after = mutate(file, () => ({ kind: 'equivalent' }));
  expect(before.score).toBeLessThan(100);
  expect(after.totals.equivalent).toBe(before.totals.open);
  expect(after.score).toBe(100);
});

test('the missing scenarios pass, and with them every mutant that the search could tell is killed', () => {
  const members = Object.entries(READS).map(
    ([key, value], at) => `  ${at === 0 ? '-' : ' '} ${key}: ${JSON.stringify(value)}\n`,
  );
  const block = `# mine\nenvironment: ${JSON.stringify(environment)}\nscenarios:\n${members.join('')}`;
  const file = read(block);
  const { missing, totals } = mutate(file, proveDifference);
  expect(totals).toMatchObject({ survived: 7, open: 0 });
  const added = appendScenarios(
    file,
    missing.map((one) => one.text),
  );
  if ('problem' in added) throw new Error(added.problem);
  expect(added.text.startsWith(block)).toBe(true);
  const again = read(added.text);
  expect(again.scenarios).toHaveLength(1 + missing.length);
  expect(mutate(again, proveDifference)).toMatchObject({ score: 100, missing: [] });
});

test('a policy that no scenario asks about is searched from the principals that have it', () => {
  const scenarios = [{ ...READS, name: 'idle', principal: 'user/idle', expect: 'denied' }];
  const { totals, missing } = mutate(fileOf({ environment, scenarios }), proveDifference);
  expect(totals.killed).toBe(0);
  expect(missing.length).toBeGreaterThan(0);
  expect(missing.every((one) => one.case.principal.text === 'user/reader')).toBe(true);
});

test('where the mutant lets a hop through that was refused, the chain goes on', () => {
  const trust = {
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Principal: { AWS: 'arn:aws:iam::111122223333:root' },
        Action: 'sts:AssumeRole',
        Condition: { StringEquals: { 'sts:ExternalId': 'x' } },
      },
    ],
  };
  const roles = { dev: { trust, policies: [] } };
  const allow = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Resource: '*' }] };
  const world = { accounts: { '111122223333': { users: { alice: { policies: [allow] } }, roles } } };
  const question = { principal: 'user/alice', assume: [{ role: 'role/dev' }], action: 's3:ListAllMyBuckets' };
  const file = fileOf({ environment: world, scenarios: [{ name: 'a', ...question, expect: 'denied', failedHop: 0 }] });
  const { results } = mutate(file);
  const dropped = results.find(({ mutant }) => mutant.words.startsWith('without the condition'));
  expect(dropped?.status).toBe('killed');
});

test('scenarios are not added where the list has no dashes', () => {
  const file = fileOf({ environment, scenarios: [READS] });
  expect(appendScenarios(file, ['- name: x\n'])).toEqual({
    problem: 'the scenarios of `test.scenario.yaml` are no list of YAML with a dash each',
  });
});

function read(text: string): ScenarioFile {
  const { file, diagnostics } = readScenarios({ name: 'mine.scenario.yaml', text });
  if (!file) throw new Error(JSON.stringify(diagnostics.map(({ message }) => message)));
  return file;
}

test('asking only the cases whose steps move finds the same survivors as asking every case', () => {
  const files = ['evaluation', 'maximum-permissions'].map((name) => fileAt(`scenarios/topics/${name}.scenario.yaml`));
  const report = runScenarios(files);
  const options = { findDifference: nothing };
  const policies = mutantsOfRun(files, report, options);
  const survivors = [...runMutants(policies, report, options)].filter(({ status }) => status !== 'killed');
  const cases = report.files.flatMap(({ results }) => results.map((result) => result.case));
  const expected = policies.flat().filter((mutant) => {
    const { inCase } = replacementBy(mutant);
    return cases.every((one) => runCase(inCase(one)).status === 'passed');
  });
  expect(expected.length).toBeGreaterThan(0);
  expect(survivors.map(({ mutant }) => mutant)).toEqual(expected);
});

test('a case made of a request asks that very request', () => {
  const files = ['cross-account-by-role', 'request-context-keys'].map((name) =>
    fileAt(`scenarios/topics/${name}.scenario.yaml`),
  );
  const situations = runScenarios(files).files.flatMap(({ results }) => results.flatMap(situationsOf));
  expect(situations.length).toBeGreaterThan(50);
  for (const { case: one, request } of situations) {
    const asked = runCase(one).decisive?.request;
    expect(sorted(asked?.context), one.name).toEqual(sorted(request.context));
    expect({ ...asked, context: {} }).toEqual({ ...request, context: {} });
  }
});

function sorted(context: object = {}) {
  return Object.entries(context)
    .map(([key, value]) => [key.toLowerCase(), value])
    .sort();
}
