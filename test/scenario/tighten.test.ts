/** Policies of the lab, cut down to what its scenarios need: the scenarios, read anew with the new file in place, pass. */
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { fileSystem } from '../../src/host/file-system.ts';
import { policiesIn } from '../../src/language/index.ts';
import { printPolicyDocument } from '../../src/parse/index.ts';
import { runScenarios, tightenPolicy } from '../../src/scenario/index.ts';
import { type FileSystem, openWorkspace, readConfig } from '../../src/workspace/index.ts';
import { catalog } from '../catalog/open-catalog.ts';

const files = fileSystem(fileURLToPath(new URL('../..', import.meta.url)));
const { config } = readConfig(files, undefined);

function run(project: FileSystem) {
  if (!config) return expect.unreachable('the lab has no configuration');
  const opened = openWorkspace({ files: project, config, catalog: () => catalog, scenariosOnly: true });
  return runScenarios(opened.scenarioFiles, { settings: config.settings });
}

const report = run(files);
const steps = report.files.flatMap(({ results }) => results.flatMap((result) => result.steps));
const policies = steps.flatMap((step) => policiesIn(step.policies));

it.each([
  ['policies/identity/ml-user-predict-least-privilege.json', 'asked', []],
  ['policies/identity/sagemaker-lab-role-least-privilege.json', 'asked', []],
  ['policies/identity/not-resource-allow-any-action.json', 'asked', []],
  ['policies/boundary/reports-but-never-secrets.json', 'asked', ['arn:aws:s3:::layers/reports/*']],
  ['policies/resource/cross-account-shared-data.json', 'written', []],
  ['policies/scp/course-services-only.json', 'asked', []],
] as const)('%s, resources as %s', (path, resources, wildcards) => {
  const policy = policies.find(({ document }) => document.source?.name === path) ?? expect.unreachable(path);
  const result = tightenPolicy(policy, report, { catalog, resources, wildcards });
  if ('why' in result) return expect.unreachable(result.why);
  expect(result.comparisons.map(({ comparison, gained }) => [comparison, gained])).toEqual([['less', []]]);
  const text = printPolicyDocument(result.document);
  const { totals } = run({ ...files, readText: (one) => (one === path ? { text } : files.readText(one)) });
  expect(totals).toEqual(report.totals);
});
