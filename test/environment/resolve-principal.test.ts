import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { resolvePrincipal } from '../../src/environment/index.ts';
import { environmentOf } from './world.ts';

const CASES = new URL('../cases/environment/', import.meta.url);
const textOf = (name: string) => readFileSync(new URL(name, CASES), 'utf8');
const environment = environmentOf(parse(textOf('world.yaml')));

for (const { reference, arn, error, help } of parse(textOf('principals.yaml'))) {
  test(JSON.stringify(reference), () => {
    const { caller, diagnostics } = resolvePrincipal(environment, reference);
    expect(diagnostics).toHaveLength(error ? 1 : 0);
    expect(caller === undefined).toBe(error !== undefined);
    expect(caller?.principal.arn).toBe(arn);
    if (error) expect(`${diagnostics[0]?.code} ${diagnostics[0]?.message}`).toContain(error);
    if (help) expect(diagnostics[0]?.help).toContain(help);
  });
}

test('the diagnostic stands where the reference stands', () => {
  const source = { name: 'x.scenario.yaml', text: 'principal: user/nobody' };
  const place = { location: { source, range: { start: 11, end: 22 } }, path: '/principal' };
  const [diagnostic] = resolvePrincipal(environment, 'user/nobody', place).diagnostics;
  expect(diagnostic).toMatchObject({ severity: 'error', ...place });
});
