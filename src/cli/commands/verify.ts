/** `iamproof verify`: everything in the project, checked before it is applied. */
import { type Diagnostic, SEVERITIES } from '../../language/index.ts';
import { type LintResult, lint } from '../../lint/index.ts';
import { checkInvariants } from '../../query/index.ts';
import { diagnosticJson } from '../../report/diagnostics-json.ts';
import { invariantsValue } from '../../report/invariants.ts';
import { lintFindings } from '../../report/lint-json.ts';
import { scenarioReportJson } from '../../report/scenario-json.ts';
import { formatVerification, isVerified, type Verification } from '../../report/verification.ts';
import { runScenarios } from '../../scenario/index.ts';
import { defineCommand, formatOption, text, UsageError } from '../command.ts';
import { EXIT } from '../exit-codes.ts';
import { explainCase } from '../explain-case.ts';
import { openBaseline } from '../lint-baseline.ts';
import { projectInputs } from '../lint-inputs.ts';
import { type FailOn, failOnOption, fails, levelOf, lintOptions } from '../lint-options.ts';
import { openConfig, openProject } from '../open-project.ts';

export const verify = defineCommand({
  examples: [
    [
      'iamproof verify',
      'read and lint every policy of the project, run every case of its scenarios, prove its invariants',
    ],
    ['iamproof verify --format json -o verified.json', 'the same for a program'],
  ],
  declare: (command) => {
    command
      .addOption(formatOption(['pretty', 'json']))
      .addOption(failOnOption())
      .option('--baseline <file>', 'findings listed there do not count');
  },
  run: (context, _args, options) => {
    const config = openConfig(context);
    if (!config) return EXIT.failed;
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
    const verification: Verification = { counts, excluded, diagnostics, lint: linted, lintPasses, report, invariants };
    const verified = isVerified(verification);
    if (text(options, 'format') === 'json') {
      const scenarios = JSON.parse(scenarioReportJson(report)) as unknown;
      const problems = diagnostics.map(diagnosticJson);
      const json = {
        schemaVersion: 1,
        verified,
        counts,
        diagnostics: problems,
        lint: lintFindings(linted),
        scenarios,
        invariants: invariantsValue(invariants),
      };
      context.output(`${JSON.stringify(json, null, 2)}\n`);
    } else {
      const { paint, ascii } = context;
      context.output(formatVerification(verification, { paint, ascii, explain: explainCase }));
    }
    if ([...diagnostics, ...linted.diagnostics].some(({ severity }) => severity === 'error') || report.empty) {
      return EXIT.failed;
    }
    return verified ? EXIT.done : EXIT.no;
  },
});

/** What reading the project told of files that linting did not look at; of the others linting tells more. */
function beyondLint(diagnostics: readonly Diagnostic[], { files }: LintResult): readonly Diagnostic[] {
  return diagnostics.filter(({ location }) => !location || !files.has(location.source.name));
}

function failsBy({ summary }: LintResult, failOn: FailOn): boolean {
  return SEVERITIES.some((severity) => fails(severity, failOn) && summary[severity] > 0);
}
