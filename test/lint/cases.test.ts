/** Edge cases of checks as data: test/cases/lint/*.yaml says which findings a document has, and where. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { PolicyType } from '../../src/language/index.ts';
import { DEFAULT_LINT_CONFIG, withProofs } from '../../src/lint/index.ts';
import { findings } from './lint-example.ts';

interface Case {
  readonly name: string;
  readonly type: PolicyType;
  /** Statements; the version is filled in. */
  readonly statements: unknown;
  /** `code path`, of the codes that the file is about. */
  readonly finds: readonly string[];
}

interface CaseFile {
  /** The codes that the cases are about; other findings are not looked at. */
  readonly codes: readonly string[];
  /** With `lint --prove`. */
  readonly proving?: boolean;
  readonly cases: readonly Case[];
}

const folder = new URL('../cases/lint/', import.meta.url);

describe.each(readdirSync(folder).filter((name) => name.endsWith('.yaml')))('%s', (file) => {
  const { codes, cases, proving = false } = parse(readFileSync(new URL(file, folder), 'utf8')) as CaseFile;
  it.each(cases)('$name', ({ type, statements, finds }) => {
    const config = proving ? withProofs(DEFAULT_LINT_CONFIG) : undefined;
    const found = findings({ Version: '2012-10-17', Statement: statements }, type, config)
      .filter(({ code }) => codes.includes(code))
      .map(({ code, path }) => `${code} ${path}`);
    expect([...found].sort()).toEqual([...finds].sort());
  });
});
