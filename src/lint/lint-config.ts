/** What a project says of linting: checks, their settings, what is ignored, and the rules of its organization. */
import type { PolicyType, Severity } from '../language/index.ts';
import type { OptionValue } from './check.ts';

/** One check: another severity, `off`, or settings of its own. */
export type CheckConfig =
  | Severity
  | 'off'
  | ({ readonly severity?: Severity | 'off' } & Readonly<Record<string, unknown>>);

/** A finding that is known and accepted, for files that cannot hold comments. */
export interface IgnoreRule {
  readonly check: string;
  /** A pattern of paths relative to the configuration. */
  readonly file: string;
  /** The Sid or the number of the statement. */
  readonly statement?: string | number;
  /** In a file of many policies, the name of the policy, or a pattern of names. */
  readonly policy?: string;
  readonly reason: string;
}

/** A condition that must be there, or must not, wherever certain actions are allowed. */
export interface ConditionRule {
  /** Action patterns. */
  readonly actions: readonly string[];
  readonly key: string;
  /** Without it any operator will do. */
  readonly operator?: string;
  /** Without it any value will do. */
  readonly values?: readonly string[];
  readonly reason: string;
  /** Without it all types. */
  readonly types?: readonly PolicyType[];
}

export interface ActionRule {
  readonly actions: readonly string[];
  readonly reason: string;
}

/** What an organization demands beyond AWS's own rules. */
export interface OrganizationRules {
  readonly requiredConditions: readonly ConditionRule[];
  readonly forbiddenConditions: readonly ConditionRule[];
  readonly forbiddenActions: readonly ActionRule[];
  /** ARNs or patterns; without it anybody. */
  readonly allowedPrincipals?: readonly string[];
  readonly blockedPrincipals: readonly string[];
  /** Account ids; without it any. */
  readonly allowedAccounts?: readonly string[];
  /** ARN patterns of resources that are worth a second look whenever an Allow reaches them. */
  readonly sensitiveResources: readonly string[];
}

export interface LintConfig {
  readonly checks: Readonly<Record<string, CheckConfig>>;
  readonly ignore: readonly IgnoreRule[];
  readonly organization: OrganizationRules;
}

const NO_RULES: OrganizationRules = {
  requiredConditions: [],
  forbiddenConditions: [],
  forbiddenActions: [],
  blockedPrincipals: [],
  sensitiveResources: [],
};

export const DEFAULT_LINT_CONFIG: LintConfig = { checks: {}, ignore: [], organization: NO_RULES };

/** A configuration that has some rules of an organization and is else as always. */
export function withRules(rules: Partial<OrganizationRules>): LintConfig {
  return { ...DEFAULT_LINT_CONFIG, organization: { ...NO_RULES, ...rules } };
}

/** The severity that the configuration gives a check; undefined leaves it as it is. */
export function configuredSeverity(config: LintConfig, id: string): Severity | 'off' | undefined {
  const given = config.checks[id];
  return typeof given === 'object' ? given.severity : given;
}

/** The setting of a check; undefined where the configuration says nothing. */
export function configuredOption(config: LintConfig, id: string, name: string): OptionValue | undefined {
  const given = config.checks[id];
  const value = typeof given === 'object' ? given[name] : undefined;
  if (Array.isArray(value)) return value.map(String);
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : undefined;
}
