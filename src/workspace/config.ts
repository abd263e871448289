/** The configuration of a project: which files are what, and how contested points are read. */
import schema from '../../schemas/config.schema.json' with { type: 'json' };
import {
  DEFAULT_SETTINGS,
  type Diagnostic,
  type PolicyType,
  type Settings,
  type SourceText,
} from '../language/index.ts';
import { POLICY_TYPES } from '../language/policy-types/index.ts';
import { DEFAULT_LINT_CONFIG, type LintConfig } from '../lint/lint-config.ts';
import { member, readSource, toValue } from '../parse/index.ts';
import { readYaml } from '../parse/yaml.ts';
import { validate } from '../schema/index.ts';
import { CONFIG_NAMES } from './config-names.ts';
import type { FileSystem } from './ports.ts';
import type { SourceOptions } from './sources/source-format.ts';

export interface Config {
  readonly policies: Readonly<Record<PolicyType, readonly string[]>>;
  readonly exclude: readonly string[];
  readonly scenarios: readonly string[];
  readonly invariants: readonly string[];
  readonly environments: readonly string[];
  /** Account files: what the project keeps in AWS. */
  readonly accounts: readonly string[];
  readonly settings: Settings;
  readonly lint: LintConfig;
  /** What is said of values that templates leave open. */
  readonly sources: SourceOptions;
}

const DOCUMENTS = '*.{json,yaml,yml}';

function defaultPolicies(): Record<PolicyType, readonly string[]> {
  const types = Object.keys(POLICY_TYPES) as PolicyType[];
  return Object.fromEntries(types.map((type) => [type, [`policies/${type}/**/${DOCUMENTS}`]])) as unknown as Record<
    PolicyType,
    readonly string[]
  >;
}

const DEFAULT_CONFIG: Config = {
  policies: defaultPolicies(),
  exclude: ['node_modules/**'],
  scenarios: ['scenarios/**/*.scenario.{yaml,yml,json}'],
  invariants: ['scenarios/**/*.invariants.{yaml,yml,json}'],
  environments: ['{scenarios,environments}/**/*.environment.{yaml,yml,json}'],
  accounts: ['{scenarios,accounts}/**/*.account.{yaml,yml,json}'],
  settings: DEFAULT_SETTINGS,
  lint: DEFAULT_LINT_CONFIG,
  sources: {},
};

export interface ReadConfig {
  /** The file that was read; where there is none, the one that would be. */
  readonly name: string;
  readonly config: Config;
  readonly diagnostics: readonly Diagnostic[];
}

/** @param named the file that was asked for; without it CONFIG_NAMES are tried, then the key `iamproof` of package.json */
export function readConfig(files: FileSystem, named?: string): ReadConfig {
  const name = named ?? CONFIG_NAMES.find((candidate) => files.exists(candidate));
  if (name !== undefined) return { name, ...readFile(files, name) };
  const own = files.exists('package.json') ? readFile(files, 'package.json', 'iamproof') : undefined;
  return own ? { name: 'package.json', ...own } : { name: CONFIG_NAMES[0], ...unchanged([]) };
}

/** @param key the member that holds the configuration; undefined without the member */
function readFile(files: FileSystem, name: string): Omit<ReadConfig, 'name'>;
function readFile(files: FileSystem, name: string, key: string): Omit<ReadConfig, 'name'> | undefined;
function readFile(files: FileSystem, name: string, key?: string): Omit<ReadConfig, 'name'> | undefined {
  const read = files.readText(name);
  if ('problem' in read) {
    const message = `\`${name}\` cannot be read: ${read.problem}`;
    return unchanged([{ code: 'unreadable-file', severity: 'error', message, path: '' }]);
  }
  const source: SourceText = { name, text: read.text };
  const { node: whole, diagnostics } = readSource(source, { comments: key === undefined, readYaml });
  const node = key === undefined ? whole : member(whole, key);
  if (!node) return key !== undefined && diagnostics.length === 0 ? undefined : unchanged(diagnostics);
  const problems = validate(schema, node, source);
  return problems.length > 0
    ? unchanged(problems)
    : { config: merge(toValue(node) as Partial<Config>), diagnostics: [] };
}

function unchanged(diagnostics: readonly Diagnostic[]): Omit<ReadConfig, 'name'> {
  return { config: DEFAULT_CONFIG, diagnostics };
}

function merge(given: Partial<Config>): Config {
  return {
    ...DEFAULT_CONFIG,
    ...given,
    policies: { ...DEFAULT_CONFIG.policies, ...given.policies },
    settings: { ...DEFAULT_SETTINGS, ...given.settings },
    lint: mergeLint(given.lint),
  };
}

function mergeLint(given: Partial<LintConfig> = {}): LintConfig {
  const { organization } = DEFAULT_LINT_CONFIG;
  return { ...DEFAULT_LINT_CONFIG, ...given, organization: { ...organization, ...given.organization } };
}
