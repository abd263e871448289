/** Scenario files as data: which cases they make and what becomes of each. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { type CaseResult, runScenarios, type ScenarioFilter } from '../../src/scenario/index.ts';
import { fileOf } from './project.ts';

interface Case {
  readonly name: string;
  readonly defaults?: object;
  readonly scenarios: readonly object[];
  readonly filter?: ScenarioFilter;
  readonly results: Readonly<Record<string, string>>;
  readonly report?: object;
}

function load(name: string) {
  return parse(readFileSync(new URL(`../cases/scenario/${name}`, import.meta.url), 'utf8'), { maxAliasCount: -1 });
}

const world: object = load('world.yaml');

for (const file of ['expectations.yaml', 'tables.yaml', 'selection.yaml']) {
  describe(file, () => {
    const cases: readonly Case[] = load(file);
    for (const one of cases) {
      test(one.name, () => {
        const { defaults = {}, scenarios, filter = {} } = one;
        const report = runScenarios([fileOf({ environment: world, defaults, scenarios })], { filter });
        const results = report.files.flatMap((result) => result.results);
        expect(results.map((result) => [result.case.name, told(result)])).toEqual(Object.entries(one.results));
        expect(report).toMatchObject(one.report ?? {});
      });
    }
  });
}

function told({ status, differences }: CaseResult): string {
  return differences.length === 0 ? status : `${status}: ${differences.join('; ')}`;
}
