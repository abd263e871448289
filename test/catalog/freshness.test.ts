import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { CATALOG_FILES } from '../../src/catalog/data-format.ts';
import {
  CATALOG_INFO,
  QUOTAS,
  RCP_SERVICES_DATE,
  REGIONS_DATE,
  RETIRED_SERVICES_DATE,
} from '../../src/catalog/index.ts';
import { catalog } from './open-catalog.ts';

const DAY = /^20\d\d-\d\d-\d\d$/;

test('the recorded sources are the pins of scripts/catalog', () => {
  const { dependencies }: { dependencies: Record<string, string> } = JSON.parse(
    readFileSync('scripts/catalog/package.json', 'utf8'),
  );
  const pins = Object.entries(dependencies).map(([name, pin]) => {
    const alias = /^npm:(.+)@([^@]+)$/.exec(pin);
    return alias ? `${alias[1]}@${alias[2]}` : `${name}@${pin}`;
  });
  expect(CATALOG_INFO.sources.map((source) => `${source.package}@${source.version}`)).toEqual(pins);
});

test('the data files are those that were recorded', () => {
  const hash = createHash('sha256');
  for (const file of CATALOG_FILES) hash.update(readFileSync(`src/catalog/data/${file}`));
  expect(hash.digest('hex')).toBe(CATALOG_INFO.hash);
});

test('the catalog knows its day and its sources without reading a file', () => {
  expect(catalog.date).toMatch(DAY);
  expect(CATALOG_INFO.managedPoliciesDate).toMatch(DAY);
  expect(catalog.sources.map((source) => source.license)).toEqual(['MIT', 'MIT', 'MIT']);
});

test('data kept by hand is dated', () => {
  expect(REGIONS_DATE).toMatch(DAY);
  expect(RETIRED_SERVICES_DATE).toMatch(DAY);
  expect(RCP_SERVICES_DATE).toMatch(DAY);
  for (const [name, quota] of Object.entries(QUOTAS)) expect(quota.date, name).toMatch(DAY);
});

test('NOTICE names every source', () => {
  const notice = readFileSync('NOTICE', 'utf8');
  for (const source of CATALOG_INFO.sources) expect(notice).toContain(source.package);
});
