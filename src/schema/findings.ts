/** From ajv's errors to findings: one for each problem, the alternatives of an `anyOf` brought down to the one that was meant. */
import type { ErrorObject } from 'ajv/dist/2020.js';
import { alternativeFindings } from './alternatives.ts';
import type { Finding } from './finding.ts';
import { findingOf } from './finding-of-error.ts';
import type { SchemaChecker } from './json-schema.ts';

/** @param at JSON pointer of the value that was checked */
export function findingsIn(checker: SchemaChecker, errors: readonly ErrorObject[], at = ''): Finding[] {
  const findings: Finding[] = [];
  const covered: string[] = [];
  // ajv reports an `anyOf` after the errors of its branches, and the outer after the inner one.
  for (const error of [...errors].reverse()) {
    if (covered.some((path) => isWithin(error.instancePath, path))) continue;
    if (error.keyword === 'anyOf') {
      covered.push(error.instancePath);
      findings.unshift(...alternativeFindings(checker, error, at));
    } else findings.unshift(...findingOf(error, at));
  }
  return withoutRepeats(findings.filter((finding) => !isMisspelled(finding, findings)));
}

function isWithin(path: string, outer: string): boolean {
  return path === outer || path.startsWith(`${outer}/`);
}

/** A member that is missing because its name is misspelled is one problem, not two. */
function isMisspelled({ code, path, member }: Finding, findings: readonly Finding[]): boolean {
  if (code !== 'missing-member' || member === undefined) return false;
  return findings.some((one) => one.path === path && one.suggestion === member);
}

function withoutRepeats(findings: readonly Finding[]): Finding[] {
  const seen = new Set<string>();
  return findings.filter(({ message, path }) => {
    const known = seen.has(`${path} ${message}`);
    seen.add(`${path} ${message}`);
    return !known;
  });
}
