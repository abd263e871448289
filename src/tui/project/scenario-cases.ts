/** The cases of the project's scenario files. */
import { expandScenarios, type ScenarioCase, type ScenarioFile } from '../../scenario/index.ts';
import type { Workspace } from '../../workspace/index.ts';

export function firstCase(files: readonly ScenarioFile[]): ScenarioCase | undefined {
  for (const file of files) {
    const [first] = expandScenarios(file);
    if (first) return first;
  }
  return undefined;
}

/** A case by its file and name, as the project has it now. */
export function caseOf(
  { scenarioFiles }: Workspace,
  { file, name }: { readonly file: string; readonly name: string },
): ScenarioCase | undefined {
  const found = scenarioFiles.find(({ source }) => source.name === file);
  return found && expandScenarios(found).find((one) => one.name === name);
}

/** All of them, in the order of the files. */
export function casesOf({ scenarioFiles }: Workspace): readonly ScenarioCase[] {
  return scenarioFiles.flatMap((file) => KNOWN.get(file) ?? remember(file));
}

const KNOWN = new WeakMap<ScenarioFile, readonly ScenarioCase[]>();

function remember(file: ScenarioFile): readonly ScenarioCase[] {
  const cases = expandScenarios(file);
  KNOWN.set(file, cases);
  return cases;
}
