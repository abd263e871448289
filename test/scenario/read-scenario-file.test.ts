/** Every problem of a scenario file stands at its place. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { catalog } from '../catalog/open-catalog.ts';
import { describeDiagnostic, readScenarios } from './project.ts';

interface Case {
  readonly name: string;
  readonly text: string;
  readonly problems: readonly string[];
}

const cases: readonly Case[] = parse(readFileSync(new URL('../cases/scenario/errors.yaml', import.meta.url), 'utf8'));

for (const { name, text, problems } of cases) {
  test(name, () => {
    const { file, diagnostics } = readScenarios({ name: 'test.scenario.yaml', text });
    const told = diagnostics.map(describeDiagnostic).map((one) => one.replace('test.scenario.yaml:', ''));
    expect(told).toEqual(problems.map((problem) => problem.replace('DATE', catalog.date)));
    expect(file === undefined).toBe(diagnostics.some(({ severity }) => severity === 'error'));
  });
}
