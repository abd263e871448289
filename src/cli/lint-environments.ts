/** What the environments of a project tell of its policies: statements that other layers leave nothing of. */
import { configuredSeverity, type LintDiagnostic, RUN_CODES } from '../lint/index.ts';
import { type VoidStatement, voidStatements } from '../query/index.ts';
import type { Config } from '../workspace/index.ts';
import type { Context } from './context.ts';
import { openProject } from './open-project.ts';

const CODE = 'void-in-environment';

export interface EnvironmentFindings {
  /** By file. */
  readonly beside: ReadonlyMap<string, readonly LintDiagnostic[]>;
  readonly notes: readonly string[];
}

/** A statement counts where it is void in every environment that has its policy. */
export function environmentFindings(context: Context, config: Config): EnvironmentFindings {
  const severity = configuredSeverity(config.lint, CODE) ?? RUN_CODES[CODE].severity;
  const found = new Map<string, LintDiagnostic[]>();
  if (severity === 'off') return { beside: found, notes: [] };
  const { environments, counts } = openProject(context, config);
  const unread = counts.environments - environments.length;
  const notes =
    unread > 0 ? [`${unread} of ${counts.environments} environments cannot be read; \`iamproof verify\` says why`] : [];
  const catalog = context.catalog();
  const question = { catalog, settings: config.settings };
  const perEnvironment = environments.map((environment) => ({
    names: new Set(environment.policies.map(({ name }) => name)),
    found: voidStatements(environment, question),
  }));
  const everywhere = perEnvironment
    .flatMap((one) => one.found)
    .filter((one) =>
      perEnvironment.every(({ names, found: own }) => !names.has(one.policy.name) || own.some(isSame(one))),
    );
  for (const one of everywhere) {
    const file = one.policy.document.source?.name ?? one.policy.name;
    const list = found.get(file) ?? [];
    found.set(file, list);
    if (list.every(({ statement, policy }) => statement !== one.statement.index || policy !== nameIn(one, file)))
      list.push(findingOf(one, file, severity));
  }
  return { beside: found, notes };
}

function isSame({ policy, statement }: VoidStatement) {
  return (other: VoidStatement) => other.policy.name === policy.name && other.statement.index === statement.index;
}

function nameIn({ policy }: VoidStatement, file: string): string | undefined {
  return policy.name === file ? undefined : policy.name;
}

function findingOf(one: VoidStatement, file: string, severity: LintDiagnostic['severity']): LintDiagnostic {
  const { policy, statement, callers, by } = one;
  const { source } = policy.document;
  const { why, help } = RUN_CODES[CODE];
  const [first, ...others] = callers.map(({ label }) => label);
  const who = others.length > 0 ? `${first} and ${others.length} more who have it` : `${first}`;
  const name = nameIn(one, file);
  return {
    code: CODE,
    severity,
    message: `nothing of what it allows gets through for ${who}: ${by}`,
    ...(source && statement.range ? { location: { source, range: statement.range } } : {}),
    path: `/Statement/${statement.index}`,
    why,
    help,
    file,
    statement: statement.index,
    ...(name === undefined ? {} : { policy: name }),
  };
}
