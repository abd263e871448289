/** The mutants of the lab that its scenarios do not notice, as a list that must not grow unseen; CI proves each of them equivalent. */
import { expect, test } from 'vitest';
import { mutantName, mutantsOfRun, runMutants, runScenarios } from '../../src/scenario/index.ts';
import { fileAt, filesBelow } from './project.ts';

test('the scenarios of the lab notice every mutant but those of the list', async () => {
  const files = filesBelow('scenarios', '.scenario.yaml').map(fileAt);
  const report = runScenarios(files);
  const options = { findDifference: () => ({ kind: 'unknown', why: '' }) as const };
  const results = [...runMutants(mutantsOfRun(files, report, options), report, options)];
  expect(results.length).toBeGreaterThan(1000);
  const survivors = results.filter(({ status }) => status !== 'killed').map(({ mutant }) => mutantName(mutant));
  await expect(`${survivors.join('\n')}\n`).toMatchFileSnapshot('../cases/mutants/lab-survivors.txt');
}, 120_000);
