/** Mutators as data: what each makes of a statement. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import type { PolicyType } from '../../src/language/index.ts';
import { parsePolicy, policyValue } from '../../src/parse/index.ts';
import { MUTATORS, mutantsOf } from '../../src/scenario/index.ts';

interface Case {
  readonly mutator: string;
  readonly type?: PolicyType;
  readonly statement: object;
  /** By its words the members of the statement that are changed, null for one that is gone; null alone: no statement is left. */
  readonly mutants: Readonly<Record<string, Readonly<Record<string, unknown>> | null>>;
}

const cases: readonly Case[] = parse(readFileSync(new URL('../cases/mutants/mutators.yaml', import.meta.url), 'utf8'));

function policyOf(statement: object, type: PolicyType) {
  const text = JSON.stringify({ Version: '2012-10-17', Statement: [statement] });
  const { document, diagnostics } = parsePolicy({ name: 'p.json', text }, type);
  if (!document) throw new Error(JSON.stringify(diagnostics));
  return { name: 'p.json', types: [type], document };
}

for (const [index, { mutator, type = 'identity', statement, mutants }] of cases.entries()) {
  test(`${mutator} makes of case ${index + 1} what the case says`, () => {
    const made = mutantsOf(
      policyOf(statement, type),
      MUTATORS.filter(({ id }) => id === mutator),
    );
    const expected = Object.entries(mutants).map(([words, change]) => {
      const changed = change && { ...statement, ...change };
      return [words, changed && Object.fromEntries(Object.entries(changed).filter(([, value]) => value !== null))];
    });
    expect(Object.fromEntries(made.map(({ words, document }) => [words, statementOf(document)]))).toEqual(
      Object.fromEntries(expected),
    );
  });
}

function statementOf(document: Parameters<typeof policyValue>[0] | undefined): unknown {
  const value = document && (policyValue(document) as { readonly Statement: readonly unknown[] });
  return value?.Statement[0] ?? null;
}

test('every mutator has a case that shows it', () => {
  const shown = new Set(cases.filter(({ mutants }) => Object.keys(mutants).length > 0).map(({ mutator }) => mutator));
  expect(MUTATORS.map(({ id }) => id).filter((id) => !shown.has(id))).toEqual([]);
});

test('no two mutants of a policy mean the same', () => {
  const statement = { Effect: 'Allow', Action: ['s3:GetObject', 'S3:getobject'], Resource: ['arn:aws:s3:::a/*'] };
  const words = mutantsOf(policyOf(statement, 'identity')).map((mutant) => mutant.words);
  expect(words.filter((one) => one.startsWith('without'))).toEqual(['without the statement']);
});

test('docs/testing.md has every mutator with its title', () => {
  const page = readFileSync(new URL('../../docs/testing.md', import.meta.url), 'utf8');
  const rows = [...page.matchAll(/^\| `([a-z-]+)` +\| (.*?) +\|$/gm)].map(([, id, title]) => [id, title]);
  expect(rows.sort()).toEqual(MUTATORS.map(({ id, title }) => [id, title]).sort());
});
