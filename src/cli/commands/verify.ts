/** `iamproof verify`: everything in the project, checked before it is applied. */
import { diagnosticJson } from '../../report/diagnostics-json.ts';
import { invariantsValue } from '../../report/invariants.ts';
import { lintFindings } from '../../report/lint-json.ts';
import { scenarioReportJson } from '../../report/scenario-json.ts';
import { formatVerification, isVerified } from '../../report/verification.ts';
import { defineCommand, text } from '../command.ts';
import { EXIT } from '../exit-codes.ts';
import { explainCase } from '../explain-case.ts';
import { formatOption } from '../format-option.ts';
import { openConfig } from '../open-project.ts';
import { declareVerification, verifyProject } from '../verify-project.ts';

export const verify = defineCommand({
  examples: [
    [
      'iamproof verify',
      'read and lint every policy of the project, run every case of its scenarios, prove its invariants',
    ],
    ['iamproof verify --format json -o verified.json', 'the same for a program'],
  ],
  declare: (command) => {
    command.addOption(formatOption(['pretty', 'json']));
    declareVerification(command);
  },
  run: (context, _args, options) => {
    const config = openConfig(context);
    if (!config) return EXIT.failed;
    const verification = verifyProject(context, config, options);
    const { counts, diagnostics, lint: linted, report, invariants } = verification;
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
