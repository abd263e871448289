/** `iamproof verify`: everything in the project, checked before it is applied. */
import { diagnosticJson } from '../../report/diagnostics-json.ts';
import { scenarioReportJson } from '../../report/scenario-json.ts';
import { formatVerification, isVerified, type Verification } from '../../report/verification.ts';
import { runScenarios } from '../../scenario/index.ts';
import { defineCommand, formatOption, text, UsageError } from '../command.ts';
import { EXIT } from '../exit-codes.ts';
import { explainCase } from '../explain-case.ts';
import { openConfig, openProject } from '../open-project.ts';

export const verify = defineCommand({
  examples: [
    ['iamproof verify', 'read every policy, environment and scenario of the project, run every case'],
    ['iamproof verify --format json -o verified.json', 'the same for a program'],
  ],
  declare: (command) => {
    command.addOption(formatOption(['pretty', 'json']));
  },
  run: (context, _args, options) => {
    const config = openConfig(context);
    if (!config) return EXIT.failed;
    const project = openProject(context, config);
    const { counts, diagnostics, scenarioFiles } = project;
    if (counts.policies + counts.environments + counts.scenarios === 0) {
      throw new UsageError(
        'there is nothing to verify here: no policies/, no scenarios/; `iamproof init` sets up a project',
      );
    }
    const report = runScenarios(scenarioFiles, { settings: config.settings });
    const excluded = config.exclude.filter((pattern) => !pattern.startsWith('node_modules'));
    const verification: Verification = { counts, excluded, diagnostics, report };
    if (text(options, 'format') === 'json') {
      const scenarios = JSON.parse(scenarioReportJson(report)) as unknown;
      const verified = isVerified(verification);
      const json = { schemaVersion: 1, verified, counts, diagnostics: diagnostics.map(diagnosticJson), scenarios };
      context.output(`${JSON.stringify(json, null, 2)}\n`);
    } else {
      const { paint, ascii } = context;
      context.output(formatVerification(verification, { paint, ascii, explain: explainCase }));
    }
    if (diagnostics.some(({ severity }) => severity === 'error') || report.empty) return EXIT.failed;
    return isVerified(verification) ? EXIT.done : EXIT.no;
  },
});
