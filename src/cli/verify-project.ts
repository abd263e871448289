/** Checks everything in the project: what `verify` tells and a plan binds. */
import type { Command } from 'commander';
import { type Diagnostic, SEVERITIES } from '../language/index.ts';
import { type LintResult, lint } from '../lint/index.ts';
import { checkInvariants } from '../query/index.ts';
import type { Verification } from '../report/verification.ts';
import { runScenarios } from '../scenario/index.ts';
import type { Config } from '../workspace/index.ts';
import { type Options, UsageError } from './command.ts';
import type { Context } from './context.ts';
import { openBaseline } from './lint-baseline.ts';
import { projectInputs } from './lint-inputs.ts';
import { type FailOn, failOnOption, fails, levelOf, lintOptions } from './lint-options.ts';
import { openProject } from './open-project.ts';

export function declareVerification(command: Command): void {
  command.addOption(failOnOption()).option('--baseline <file>', 'findings listed there do not count');
}

export function verifyProject(context: Context, config: Config, options: Options): Verification {
  const failOn = levelOf(options);
  const baseline = openBaseline(context, options);
  const project = openProject(context, config);
  const { counts, scenarioFiles, invariantFiles } = project;
  if (counts.policies + counts.environments + counts.scenarios + counts.invariants === 0) {
    throw new UsageError(
      'there is nothing to verify here: no policies/, no scenarios/; `iamproof init` sets up a project',
    );
  }
  const linted = lint(projectInputs(context, config), lintOptions(context, config, baseline));
  const report = runScenarios(scenarioFiles, { settings: config.settings });
  const invariants = invariantFiles.flatMap((file) => checkInvariants(file, config.settings));
  const excluded = config.exclude.filter((pattern) => !pattern.startsWith('node_modules'));
  const diagnostics = beyondLint(project.diagnostics, linted);
  const lintPasses = !failsBy(linted, failOn);
  return { counts, excluded, diagnostics, lint: linted, lintPasses, report, invariants };
}

/** What reading the project told of files that linting did not look at; of the others linting tells more. */
function beyondLint(diagnostics: readonly Diagnostic[], { files }: LintResult): readonly Diagnostic[] {
  return diagnostics.filter(({ location }) => !location || !files.has(location.source.name));
}

function failsBy({ summary }: LintResult, failOn: FailOn): boolean {
  return SEVERITIES.some((severity) => fails(severity, failOn) && summary[severity] > 0);
}
