/** Every condition operator on data: test/cases/operators/<Name>.json. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/evaluate/index.ts';
import { CONDITION_OPERATORS, type RequestContext } from '../../src/language/index.ts';
import { request, statement } from '../helpers/policies.ts';

interface OperatorCase {
  readonly name: string;
  readonly rule: string;
  readonly condition: Record<string, Record<string, unknown>>;
  readonly context: RequestContext;
  readonly holds: boolean;
}

const folder = new URL('../cases/operators/', import.meta.url);
const files = readdirSync(folder);

it('every operator of IAM has a case file', () => {
  const missing = CONDITION_OPERATORS.filter((operator) => !files.includes(`${operator.name}.json`));
  expect(missing).toEqual([]);
});

describe.each(files)('%s', (file) => {
  const cases = JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as OperatorCase[];
  it.each(cases)('$rule $name', ({ condition, context, holds }) => {
    const allow = statement('identity', { Effect: 'Allow', Action: '*', Resource: '*', Condition: condition });
    const { decision } = evaluate({ identity: [allow] }, request({ context }));
    expect(decision).toBe(holds ? 'allowed' : 'implicitDeny');
  });
});
