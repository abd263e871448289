/** What was checked of the project, as a plan binds it to the documents that it brings into the account. */
import { describedFiles, type Manifest, type PlanVerification } from '../account/index.ts';
import { isVerified, type Verification } from '../report/verification.ts';
import type { CaseResult } from '../scenario/index.ts';

export function planVerification(
  verification: Verification,
  manifest: Manifest,
  hash: (text: string) => string,
): PlanVerification {
  const { lint, report, invariants, diagnostics } = verification;
  const { totals } = report;
  const problems: string[] = [];
  const files = describedFiles(manifest, hash).map((one) => ({ ...one, cases: casesMeeting(one.file, report.files) }));
  const failed = totals.failed + totals.error;
  const open = invariants.filter(({ status }) => status !== 'holds').length;
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  const of = (count: number, what: string) => `${count} ${what}${count === 1 ? '' : 's'}`;
  if (report.empty) problems.push('no scenario was asked: nothing shows that the policies do what they are meant to');
  if (report.onlyCases.length > 0) problems.push('only cases marked `only` were asked');
  if (failed > 0)
    problems.push(`${of(failed, 'case')} of the scenarios ${failed === 1 ? 'is' : 'are'} not as expected`);
  if (open > 0) problems.push(`${of(open, 'invariant')} could not be proved`);
  if (!verification.lintPasses) problems.push('linting the policies found what must not be there');
  if (errors > 0) problems.push(`${of(errors, 'error')} in scenarios, environments or files that cannot be read`);
  for (const { file, cases } of files) {
    if (!lint.files.has(file)) problems.push(`\`${file}\` was not linted: the configuration leaves it out`);
    if (cases === 0) problems.push(`no case of the scenarios meets \`${file}\``);
  }
  const findings = Object.values(lint.diagnostics).length;
  const lintErrors = lint.diagnostics.filter(({ severity }) => severity === 'error').length;
  return {
    passed: isVerified(verification) && problems.length === 0,
    problems,
    catalog: lint.dataVersion,
    scenarios: { passed: totals.passed, failed },
    invariants: { hold: invariants.length - open, fail: open },
    lint: { errors: lintErrors, others: findings - lintErrors },
    files,
  };
}

/** Cases in whose answer a policy of the file had a part, whatever it said. */
function casesMeeting(file: string, files: readonly { readonly results: readonly CaseResult[] }[]): number {
  return files.flatMap(({ results }) => results).filter((result) => meets(result, file)).length;
}

function meets({ steps }: CaseResult, file: string): boolean {
  return steps.some(({ result }) =>
    result.layers.some(
      (layer) =>
        layer.state === 'in-play' &&
        layer.nodes.some(({ statements }) => statements.some(({ policy }) => policy.name === file)),
    ),
  );
}
