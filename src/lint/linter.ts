/** Runs the checks over policies: reads each, finds its type, and gathers what the parser and the checks have to say. */
import type { Catalog } from '../catalog/index.ts';
import type { Diagnostic, PolicyType, Severity, SourceText } from '../language/index.ts';
import {
  formatOf,
  member,
  parsePolicyDocument,
  type ReadOptions,
  readJson,
  readSource,
  type SourceNode,
} from '../parse/index.ts';
import type { Check, Finding } from './check.ts';
import { CHECKS } from './checks/index.ts';
import { detectType, isForeign, looksLikePolicy } from './detect-type.ts';
import type { Fix } from './fix/change.ts';
import { type TextFix, textFix } from './fix/fix-edits.ts';
import { parseFix } from './fix/parse-fixes.ts';
import { configuredOption, configuredSeverity, type LintConfig } from './lint-config.ts';
import { gatherKnowledge, makeSubject, type Subject } from './subject.ts';

/** What is found, with what mends it. */
interface Found extends Diagnostic {
  readonly fix?: Fix;
}

/** A finding of a run: where, and in which statement. */
export interface LintDiagnostic extends Diagnostic {
  /** What mends it, as edits of the file's text. */
  readonly fix?: TextFix;
  readonly file: string;
  /** Position of the statement in the document, from 0. */
  readonly statement?: number;
}

/** One file to look at. */
export interface LintInput {
  readonly source: SourceText;
  /** What it is; without it the document itself tells. */
  readonly type?: PolicyType;
  /** Read from standard input, so that no file can be written. */
  readonly isStandardInput?: true;
  /** Met while walking a folder: passed by unless it looks like a policy. */
  readonly walked?: boolean;
}

export interface LintedFile {
  readonly name: string;
  /** Missing where the file is no policy, or could not be read. */
  readonly type?: PolicyType;
  /** Why the file was passed by. */
  readonly skipped?: string;
  readonly diagnostics: readonly LintDiagnostic[];
  /** The tree and the policy, for what looks at many files at once. */
  readonly subject?: Subject;
  readonly node?: SourceNode;
  readonly source?: SourceText;
}

export interface LinterOptions {
  readonly catalog: Catalog;
  readonly config: LintConfig;
  /** `readYaml` of `parse/yaml.ts`, by who has loaded it. */
  readonly readYaml?: ReadOptions['readYaml'];
}

export interface Linter {
  readonly lintFile: (input: LintInput) => LintedFile;
}

export function createLinter({ catalog, config, readYaml }: LinterOptions): Linter {
  const know = gatherKnowledge(catalog, config.organization);
  const enabled = CHECKS.flatMap((check) => {
    const severity = configuredSeverity(config, check.id) ?? check.severity;
    return severity === 'off' || check.applies?.(config.organization) === false ? [] : [{ check, severity }];
  });
  const byType = new Map<PolicyType, typeof enabled>();
  const checksOf = (type: PolicyType) => {
    let list = byType.get(type);
    if (!list) {
      list = enabled.filter(({ check }) => !check.types || check.types.includes(type));
      byType.set(type, list);
    }
    return list;
  };
  const option: Subject['option'] = (id, name) =>
    configuredOption(config, id, name) ?? CHECKS.find((check) => check.id === id)?.options?.[name]?.default;
  const isConfigured = Object.keys(config.checks).length > 0;

  function lintFile(input: LintInput): LintedFile {
    const { source } = input;
    const { name } = source;
    const read = readSource(source, readYaml ? { readYaml } : {});
    if (!read.node) {
      if (input.walked && isOfOtherKind(source)) return passedBy(name, 'no policy document');
      return { name, diagnostics: gathered(read.diagnostics, source, undefined) };
    }
    if (input.walked ? !looksLikePolicy(read.node) : !input.type && isForeign(read.node)) {
      return passedBy(name, 'no policy document');
    }
    return lintNode(input, read.node);
  }

  function lintNode({ source, type: given }: LintInput, node: SourceNode): LintedFile {
    const { name } = source;
    const type = given ?? detectType(node).type;
    const { readable, diagnostics } = parsePolicyDocument(node, type, source);
    const found: Found[] = diagnostics.map((one) => withFix(one, node));
    const subject =
      readable &&
      makeSubject(
        {
          policy: { name, type, document: readable },
          node,
          path: '',
          option,
          shape: { given: given !== undefined, detected: () => detectType(node) },
        },
        know,
      );
    if (subject) for (const { check, severity } of checksOf(type)) runCheck(check, severity, subject, found);
    const all = gathered(isConfigured ? found.flatMap(graded) : found, source, node);
    return { name, type, diagnostics: all, node, source, ...(subject ? { subject } : {}) };
  }

  /** With the severity that the configuration gives it; none where it is off. */
  function graded(one: Found): Found[] {
    const severity = configuredSeverity(config, one.code) ?? one.severity;
    return severity === 'off' ? [] : [{ ...one, severity }];
  }

  return { lintFile };
}

const POLICY_WORDS = /\b(?:Statement|Effect|Principal|2012-10-17)\b/;

/** Not readable, and not meant as a policy: JSON with comments, a YAML template. */
function isOfOtherKind(source: SourceText): boolean {
  if (POLICY_WORDS.test(source.text)) return false;
  return formatOf(source.name) === 'yaml' || readJson(source, { comments: true }).node !== undefined;
}

function passedBy(name: string, skipped: string): LintedFile {
  return { name, skipped, diagnostics: [] };
}

/** What the parser finds is mended by its code. */
function withFix(one: Diagnostic, node: SourceNode): Found {
  const fix = parseFix(one.code, one.path, node);
  return fix ? { ...one, fix } : one;
}

function runCheck(check: Check, severity: Severity, subject: Subject, found: Found[]): void {
  if (check.needs !== undefined && (subject.traits & check.needs) === 0) return;
  check.run(subject, (finding) => void found.push(foundOf(check, severity, finding, subject.policy.document.source)));
}

/** A finding as a diagnostic, with what mends it. */
function foundOf(check: Check, severity: Severity, finding: Finding, source: SourceText | undefined): Found {
  const diagnostic = diagnosticOf(check, severity, finding, source);
  return finding.fix ? { ...diagnostic, fix: finding.fix } : diagnostic;
}

/** A finding as a diagnostic. */
export function diagnosticOf(
  check: Check,
  severity: Severity,
  finding: Finding,
  source: SourceText | undefined,
): Diagnostic {
  const { path, range } = finding.at;
  return {
    code: check.id,
    severity: finding.severity ?? severity,
    message: finding.message,
    ...(source && range ? { location: { source, range } } : {}),
    path,
    why: check.why,
    help: finding.help ?? check.help,
  };
}

/** By place, then by code; each with its statement. */
function gathered(diagnostics: readonly Found[], source: SourceText, node: SourceNode | undefined): LintDiagnostic[] {
  const isSingle = member(node, 'Statement')?.kind === 'object';
  return diagnostics
    .map(({ fix: wanted, ...one }): LintDiagnostic => {
      const statement = statementOf(one.path, isSingle);
      const fix = wanted && node && textFix(wanted, node, source);
      return { ...one, file: source.name, ...(statement === undefined ? {} : { statement }), ...(fix ? { fix } : {}) };
    })
    .sort((a, b) => startOf(a) - startOf(b) || compare(a.path, b.path) || compare(a.code, b.code));
}

function startOf({ location }: Diagnostic): number {
  return location?.range.start ?? 0;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function statementOf(path: string, isSingle: boolean): number | undefined {
  if (!path.startsWith('/Statement')) return undefined;
  if (isSingle) return 0;
  const number = Number.parseInt(path.slice('/Statement/'.length), 10);
  return Number.isNaN(number) ? undefined : number;
}
