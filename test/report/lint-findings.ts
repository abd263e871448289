/** Lint results put together by hand, for tests of the formats. */

import { SEVERITIES, type Severity } from '../../src/language/index.ts';
import { type LintDiagnostic, type LintResult, lint } from '../../src/lint/index.ts';
import { catalog } from '../lint/lint-example.ts';

const empty = lint([], { catalog });

export function resultOf(diagnostics: readonly LintDiagnostic[], policies = 3): LintResult {
  const counts = { error: 0, security: 0, warning: 0, suggestion: 0 };
  for (const one of SEVERITIES) counts[one] = diagnostics.filter(({ severity }) => severity === one).length;
  return { ...empty, dataVersion: '2026-09-26', diagnostics, summary: { ...empty.summary, ...counts, policies } };
}

/** A finding at the first place where the text has the word. */
export function findingAt(
  source: { readonly name: string; readonly text: string },
  word: string,
  finding: { code: string; severity: Severity; message: string; path: string; help?: string; why?: string },
): LintDiagnostic {
  const start = source.text.indexOf(word);
  return { ...finding, file: source.name, location: { source, range: { start, end: start + word.length } } };
}

const reader = {
  name: 'policies/identity/reader, 50%.json',
  text: `{
  "Version": "2012-10-17",
  "Statement": [
    { "Sid": "😀", "Effect": "Allow", "Action": "s3:GetObjet", "Resource": "arn:aws:s3:::a|b/*" },
    {
      "Effect": "Allow",
      "Action": "s3:Get*",
      "Resource": "*"
    }
  ]
}
`,
};

const deploy = {
  name: 'policies/trust/deploy.json',
  text: '{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Principal": "*", "Action": "sts:AssumeRole"}}\n',
};

/** Every severity; places in one line, over several and nowhere; signs that each format must escape. */
export const MIXED = resultOf([
  findingAt(reader, '"s3:GetObjet"', {
    code: 'unknown-action',
    severity: 'error',
    message: 'there is no action `s3:GetObjet`',
    path: '/Statement/0/Action',
    why: 'the statement says nothing about it',
    help: 'did you mean `s3:GetObject`',
  }),
  findingAt(reader, '"arn:aws:s3:::a|b/*"', {
    code: 'invalid-arn-resource',
    severity: 'warning',
    message: '`arn:aws:s3:::a|b/*` names no bucket: <100% of @them & "you", see #1',
    path: '/Statement/0/Resource',
  }),
  findingAt(reader, reader.text.slice(reader.text.indexOf('{\n      "Effect"'), reader.text.indexOf('\n  ]')), {
    code: 'redundant-statement',
    severity: 'suggestion',
    message: 'all that statement 2 allows is allowed by statement 1',
    path: '/Statement/1',
    help: 'remove it',
  }),
  findingAt(deploy, '"*"', {
    code: 'trust-wildcard-principal',
    severity: 'security',
    message: 'anybody may take on the role `${aws:username}`',
    path: '/Statement/Principal',
    why: 'every account of AWS is meant',
    help: 'name the principals',
  }),
  {
    code: 'a-code-of-tomorrow',
    severity: 'warning',
    message: 'something of the whole run',
    file: 'iamproof.config.jsonc',
    path: '/lint/ignore/0',
  },
]);
