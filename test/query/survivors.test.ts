/** Survivors where they are used: proven equivalent there, or told apart by a scenario. */
import { expect, it } from 'vitest';
import { survivorInEnvironments } from '../../src/query/index.ts';
import { mutantName, mutantsOfRun, proveDifference, runMutants, runScenarios } from '../../src/scenario/index.ts';
import { type FileSystem, openWorkspace, readConfig } from '../../src/workspace/index.ts';
import { catalog } from '../catalog/open-catalog.ts';

const FILES: Readonly<Record<string, string>> = {
  'policies/bucket.json': `{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Principal": { "AWS": "444455556666" },
    "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*" }] }`,
  'policies/reader.json': `{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Action": ["s3:GetObject", "s3:PutObject"],
    "Resource": "arn:aws:s3:::data/*" }] }`,
  'policies/limit.json': `{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Action": ["s3:GetObject", "sqs:SendMessage"],
    "Resource": "*" }] }`,
  'scenarios/one.environment.yaml': `accounts:
  "111122223333":
    users:
      alice: { policies: [policies/reader.json], boundary: policies/limit.json }
    resources:
      arn:aws:s3:::reports: { policy: policies/bucket.json }
      arn:aws:s3:::data: {}
  "444455556666": {}
`,
  'scenarios/one.scenario.yaml': `environment: scenarios/one.environment.yaml
scenarios:
  - { name: reads, principal: user/alice, action: s3:GetObject, resource: "arn:aws:s3:::data/x", expect: allowed }
  - { name: the partner reads, principal: 444455556666/root, action: s3:GetObject, resource: "arn:aws:s3:::reports/x", expect: allowed }
`,
};

const files: FileSystem = {
  root: '/project',
  readText: (path) => {
    const text = FILES[path];
    return text === undefined ? { problem: 'no such file' } : { text };
  },
  writeText: () => expect.unreachable('nothing is written'),
  exists: (path) => path in FILES,
  listFiles: () => Object.keys(FILES),
};

function statuses(findDifference: typeof survivorInEnvironments): Record<string, string> {
  const { config = expect.unreachable('no configuration') } = readConfig(files, undefined);
  const { scenarioFiles, diagnostics } = openWorkspace({ files, config, catalog: () => catalog, scenariosOnly: true });
  expect(diagnostics).toEqual([]);
  const report = runScenarios(scenarioFiles);
  expect(report.totals).toMatchObject({ failed: 0, error: 0 });
  const run = { findDifference };
  const results = [...runMutants(mutantsOfRun(scenarioFiles, report, run), report, run)];
  return Object.fromEntries(results.map(({ mutant, status }) => [mutantName(mutant), status]));
}

it('what a document alone does not decide its environment does', () => {
  const [alone, inEnvironment] = [statuses(proveDifference), statuses(survivorInEnvironments)];
  expect(Object.entries(alone).filter(([name, status]) => inEnvironment[name] !== status)).toMatchInlineSnapshot(`
    [
      [
        "policies/bucket.json#0 with \`arn:aws:s3:::*\` for \`arn:aws:s3:::reports/*\` in Resource",
        "open",
      ],
      [
        "policies/limit.json#0 without \`sqs:SendMessage\` in Action",
        "open",
      ],
      [
        "policies/limit.json#0 with \`sqs:*\` for \`sqs:SendMessage\` in Action",
        "open",
      ],
    ]
  `);
  expect(Object.entries(inEnvironment).filter(([, status]) => status === 'open')).toEqual([]);
});
