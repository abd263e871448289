/** The formats of one lint run with every severity, as files: what changes in them is seen in review. */
import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import type { Severity } from '../../src/language/index.ts';
import { CHECKS } from '../../src/lint/index.ts';
import { PARSE_CODES } from '../../src/parse/index.ts';
import { lintGithub } from '../../src/report/lint-github.ts';
import { lintJunit } from '../../src/report/lint-junit.ts';
import { lintMarkdown } from '../../src/report/lint-markdown.ts';
import { lintSarif } from '../../src/report/lint-sarif.ts';
import { findingAt, MIXED, resultOf } from './lint-findings.ts';

const golden = (name: string) => `../golden/report/lint-${name}`;
const grave = (severity: Severity) => severity === 'error' || severity === 'security';

const schema = JSON.parse(readFileSync(new URL('../cases/sarif/sarif-2.1.0.schema.json', import.meta.url), 'utf8'));
const isSarif = new Ajv2020({ strict: false, validateFormats: false }).compile(schema);

const sarif = JSON.parse(lintSarif(MIXED, { version: '1.2.3' }));
const [run] = sarif.runs;
const { rules } = run.tool.driver;

describe('SARIF', () => {
  it('is what its schema says, with findings and without', () => {
    expect([isSarif(sarif), isSarif.errors]).toEqual([true, null]);
    expect(isSarif(JSON.parse(lintSarif(resultOf([]), { version: '1.2.3' })))).toBe(true);
    expect(isSarif({ ...sarif, runs: [{}] })).toBe(false);
  });

  it('tells each finding with its rule, its level and its place', async () => {
    // The rules of this run alone, numbered anew: a new check changes nothing here.
    const named: { id: string }[] = rules.filter(({ id }: { id: string }) =>
      MIXED.diagnostics.some(({ code }) => code === id),
    );
    const results = run.results.map((one: { ruleId: string }) => ({
      ...one,
      ruleIndex: named.findIndex(({ id }) => id === one.ruleId),
    }));
    const shown = { ...run, tool: { driver: { ...run.tool.driver, rules: named } }, results };
    await expect(`${JSON.stringify({ ...sarif, runs: [shown] }, null, 2)}\n`).toMatchFileSnapshot(golden('sarif.json'));
  });

  it('has a rule for every check and every parse code, and for codes that neither has', () => {
    const ids = rules.map(({ id }: { id: string }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { id } of CHECKS) expect(ids).toContain(id);
    for (const id of Object.keys(PARSE_CODES)) expect(ids).toContain(id);
    for (const { ruleId, ruleIndex } of run.results) expect(ids[ruleIndex]).toBe(ruleId);
  });

  it('keeps to what code scanning takes', () => {
    for (const { shortDescription, fullDescription, help, properties } of rules) {
      for (const { text } of [shortDescription, fullDescription, help]) expect(text).toMatch(/^[^\n]{3,1024}$/);
      const score = Number(properties['security-severity'] ?? 0);
      expect(properties.tags.includes('security')).toBe(score > 0);
    }
  });

  it('counts columns in code points', () => {
    expect(run.columnKind).toBe('unicodeCodePoints');
    // The line has a sign of two UTF-16 units before the place.
    expect(run.results[0].locations[0].physicalLocation.region).toEqual({
      startLine: 4,
      startColumn: 48,
      endLine: 4,
      endColumn: 61,
    });
  });

  it('knows a finding again when lines and statements have moved', () => {
    const finding = { code: 'full-wildcard', severity: 'security', message: 'all of it' } as const;
    const marks = (text: string, paths: readonly string[]) =>
      JSON.parse(
        lintSarif(resultOf(paths.map((path) => findingAt({ name: 'a.json', text }, '"*"', { ...finding, path }))), {
          version: '1.2.3',
        }),
      ).runs[0].results.map((one: { partialFingerprints: object }) => one.partialFingerprints);
    const before = marks('{"Action": "*"}', ['/Statement/0/Action', '/Statement/1/Action']);
    expect(marks('{\n\n"Action": "*"}', ['/Statement/3/Action', '/Statement/4/Action'])).toEqual(before);
    expect(before[0]).not.toEqual(before[1]);
    expect(marks('{"Action": "*"}', ['/Statement/0/NotAction'])[0]).not.toEqual(before[0]);
  });

  it('gives names of files as they are seen from the repository, as URIs', () => {
    const uri = (name: string) =>
      JSON.parse(
        lintSarif(
          resultOf([findingAt({ name, text: '{}' }, '{', { code: 'x', severity: 'error', message: 'm', path: '' })]),
          { version: '1.2.3', inRepository: (file) => `infra/${file}` },
        ),
      ).runs[0].results[0].locations[0].physicalLocation.artifactLocation.uri;
    expect(uri('a b/c:d#e?.json')).toBe('infra/a%20b/c%3Ad%23e%3F.json');
    expect(uri('\ud800.json')).toBe('infra/%EF%BF%BD.json');
  });
});

describe('JUnit', () => {
  it('has failures where the run fails, and the rest as output', async () => {
    await expect(lintJunit(MIXED, grave)).toMatchFileSnapshot(golden('junit.xml'));
  });

  it('says that nothing was found as a case that passed', () => {
    const text = lintJunit(resultOf([]), grave);
    expect(text).toContain('<testcase name="nothing found in 3 policies (AWS data of 2026-09-26)"');
    expect(text).toContain('tests="1" failures="0"');
  });
});

describe('GitHub', () => {
  it('has a command for each finding, the gravest first', async () => {
    await expect(lintGithub(MIXED)).toMatchFileSnapshot(golden('github.txt'));
  });
});

describe('Markdown', () => {
  it('has a table of the files and a section for each', async () => {
    await expect(lintMarkdown(MIXED)).toMatchFileSnapshot(golden('markdown.md'));
  });

  it('is one line where nothing was found', () => {
    expect(lintMarkdown(resultOf([]))).toBe(
      '<!-- iamproof lint -->\n**iamproof lint**: nothing found in 3 policies (AWS data of 2026-09-26)\n',
    );
  });

  it('stays below what GitHub takes and counts what it leaves out', () => {
    const [first] = MIXED.diagnostics;
    if (!first) throw new Error('there are findings');
    const many = Array.from({ length: 3000 }, (_, index) => ({
      ...first,
      file: `${'long '.repeat(50)}${index % 700}.json`,
      message: `\`${'<|'.repeat(100)}\``,
    }));
    const text = lintMarkdown(resultOf(many));
    expect(text.length).toBeLessThan(65_536);
    const told = text.match(/^\| \d+:\d+ \|/gm)?.length ?? 0;
    expect(told).toBeGreaterThan(0);
    expect(text).toContain(`\n${3000 - told} more findings are not shown here.\n`);
    expect(text.match(/<details>/g)?.length).toBe(text.match(/<\/details>/g)?.length);
  });
});
