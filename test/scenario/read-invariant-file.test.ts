/** Every problem of an invariants file stands at its place, and what is in order is read as it is written. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { catalog } from '../catalog/open-catalog.ts';
import { describeDiagnostic, readInvariants } from './project.ts';

interface Case {
  readonly name: string;
  readonly text: string;
  readonly problems?: readonly string[];
  /** Of a file without problems. */
  readonly claims?: readonly object[];
}

const cases: readonly Case[] = parse(
  readFileSync(new URL('../cases/scenario/invariants.yaml', import.meta.url), 'utf8'),
);

for (const { name, text, problems = [], claims } of cases) {
  test(name, () => {
    const { file, diagnostics } = readInvariants({ name: 'test.invariants.yaml', text });
    const told = diagnostics.map(describeDiagnostic).map((one) => one.replace('test.invariants.yaml:', ''));
    expect(told).toEqual(problems.map((problem) => problem.replace('DATE', catalog.date)));
    expect(file === undefined).toBe(diagnostics.some(({ severity }) => severity === 'error'));
    if (claims) expect(file?.invariants.map(({ claim }) => claim)).toMatchObject(claims);
  });
}
