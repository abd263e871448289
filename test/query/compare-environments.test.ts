/** A change of an environment: what the scenarios see of it is in the comparison, and what the comparison tells can be seen. */
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { replaceInEnvironment } from '../../src/environment/index.ts';
import { decide } from '../../src/evaluate/index.ts';
import { fileSystem } from '../../src/host/file-system.ts';
import { DEFAULT_SETTINGS, type Policy, replacePolicies } from '../../src/language/index.ts';
import { compareEnvironments } from '../../src/query/index.ts';
import { mutantsOf, runScenarios } from '../../src/scenario/index.ts';
import { openWorkspace, readConfig } from '../../src/workspace/index.ts';
import { catalog } from '../catalog/open-catalog.ts';

const files = fileSystem(fileURLToPath(new URL('../..', import.meta.url)));
const { config = expect.unreachable('the lab has no configuration') } = readConfig(files, undefined);
const { scenarioFiles } = openWorkspace({ files, config, catalog: () => catalog, scenariosOnly: true });
const PATHS = ['scenarios/course.environment.yaml', 'scenarios/topics/tags.environment.yaml'];

const settings = DEFAULT_SETTINGS;

describe.each(PATHS)('%s', (path) => {
  const own = scenarioFiles.filter(({ environment }) => environment.source.name === path);
  const { environment: before } = own[0] ?? expect.unreachable(path);
  const steps = runScenarios(own).files.flatMap(({ results }) => results.flatMap((result) => result.steps));
  const policies = new Map(before.policies.map((policy) => [policy.document.source?.name, policy]));
  const mutants = [...policies.values()]
    .filter(({ name }) => !name.startsWith('aws:'))
    .flatMap((policy) => {
      const all = mutantsOf({ name: policy.name, types: [policy.type], document: policy.document });
      // Every kind of mistake now and then; the first is often that the policy is gone.
      return all.filter((_, index) => index % 5 === policy.name.length % 5).map((mutant) => ({ policy, mutant }));
    })
    .filter((_, index) => index % (path.includes('course') ? 13 : 2) === 0);

  it('there is something to change', () => {
    expect(mutants.length).toBeGreaterThan(2);
    expect(steps.length).toBeGreaterThan(20);
  });

  it.each(mutants.map(({ policy, mutant }) => [`${policy.name} ${mutant.words}`, policy, mutant] as const))(
    '%s',
    (_, policy, { document }) => {
      const source = policy.document.source;
      const replaced = new Map<Policy, Policy>();
      const replace = (one: Policy) => {
        if (one.document.source !== source || !document) return one.document.source === source ? undefined : one;
        const made = replaced.get(one) ?? { ...one, document };
        replaced.set(one, made);
        return made;
      };
      const after = replaceInEnvironment(before, replace);
      const { gained, lost, unknown } = compareEnvironments({ before, after, catalog, settings });
      const seen = { gained: 0, lost: 0 };
      for (const { policies: inPlay, request, result } of steps) {
        const now = decide(replacePolicies(inPlay, replace), request, settings)?.decision;
        if (result.decision === 'unknown' || now === undefined) continue;
        if (now === 'allowed' && result.decision !== 'allowed') seen.gained += 1;
        if (now !== 'allowed' && result.decision === 'allowed') seen.lost += 1;
      }
      if (unknown.length > 0) return;
      if (gained.length === 0) expect(seen.gained).toBe(0);
      if (lost.length === 0) expect(seen.lost).toBe(0);
    },
  );
});
