/** Runs the checks over policies: reads each, finds its type, and gathers what the parser and the checks have to say. */
import type { Catalog } from '../catalog/index.ts';
import type { Diagnostic, PolicyType, Severity, SourceText } from '../language/index.ts';
import {
  formatOf,
  parsePolicyDocument,
  type ReadOptions,
  readJson,
  readSource,
  type SourceNode,
  tooLong,
} from '../parse/index.ts';
import type { Check, Finding } from './check.ts';
import { CHECKS } from './checks/index.ts';
import { detectType, isForeign, looksLikePolicy } from './detect-type.ts';
import { parseFix } from './fix/parse-fixes.ts';
import { configuredOption, configuredSeverity, type LintConfig } from './lint-config.ts';
import { type Found, gathered, type LintDiagnostic, sorted } from './lint-diagnostic.ts';
import { certainFindings, widestReading } from './open-values.ts';
import type { FileContent, PolicyInFile } from './policy-in-file.ts';
import { gatherKnowledge, makeSubject, type Subject } from './subject.ts';

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
  /** How many policies it holds. */
  readonly policies: number;
  /** Those that could be read, for what looks at many files at once. */
  readonly subjects: readonly Subject[];
  /** The tree of the file. */
  readonly node?: SourceNode;
  readonly source?: SourceText;
}

export interface LinterOptions {
  readonly catalog: Catalog;
  readonly config: LintConfig;
  /** `readYaml` of `parse/yaml.ts`, by who has loaded it. */
  readonly readYaml?: ReadOptions['readYaml'];
  /** Finds the policies of a file that holds them among other things; undefined for a policy by itself. */
  readonly openFile?: (node: SourceNode, source: SourceText) => FileContent | undefined;
  /** The same for files that are no trees, such as Markdown; asked only of files that are named. */
  readonly openText?: (source: SourceText) => FileContent | undefined;
}

export interface Linter {
  readonly lintFile: (input: LintInput) => LintedFile;
}

export function createLinter({ catalog, config, readYaml, openFile, openText }: LinterOptions): Linter {
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
    const blocks = input.walked ? undefined : openText?.(source);
    if (blocks) return lintContent(blocks, source);
    const read = readSource(source, { atMost: MOST_IN_A_FILE, ...(readYaml ? { readYaml } : {}) });
    if (!read.node) {
      if (input.walked && isOfOtherKind(source)) return passedBy(name, 'no policy document');
      return unreadable(name, read.diagnostics);
    }
    const content = openFile?.(read.node, source);
    if (content) return lintContent(content, source, read.node);
    const long = tooLong(source);
    if (long) return unreadable(name, [long]);
    if (input.walked ? !looksLikePolicy(read.node) : !input.type && isForeign(read.node)) {
      return passedBy(name, 'no policy document');
    }
    return lintPolicyFile(input, read.node);
  }

  /** A policy by itself. */
  function lintPolicyFile({ source, type: given }: LintInput, node: SourceNode): LintedFile {
    const { name } = source;
    const type = given ?? detectType(node).type;
    const { found, subject } = lintPolicy({ name, type, node, path: '' }, source, given !== undefined);
    const all = sorted(gathered(found, { file: name, document: node, source }));
    return { name, type, policies: 1, subjects: subject ? [subject] : [], diagnostics: all, node, source };
  }

  /** All policies of a file that holds them among other things. */
  function lintContent({ policies, diagnostics }: FileContent, source: SourceText, node?: SourceNode): LintedFile {
    const { name } = source;
    const all = gathered(configured(diagnostics), { file: name });
    const subjects: Subject[] = [];
    const seen = new Set<string>();
    for (const policy of policies) {
      // A document that several resources use is looked at once.
      const place = `${policy.type} ${policy.path}`;
      if (seen.has(place)) continue;
      seen.add(place);
      const { found, subject } = lintOpenPolicy(policy, source);
      if (subject) subjects.push(subject);
      const within = { file: name, document: policy.node, policy: policy.name, path: policy.path };
      for (const one of gathered(found, within)) all.push(one);
    }
    return { name, policies: policies.length, subjects, diagnostics: sorted(all), source, ...(node ? { node } : {}) };
  }

  /** A policy of which parts may be known only at deploy time: what holds whatever they are (see open-values.ts). */
  function lintOpenPolicy(policy: PolicyInFile, source: SourceText): Linted {
    const linted = lintPolicy(policy, source, true);
    const widest = widestReading(policy.node);
    if (widest === policy.node) return linted;
    const { found } = lintPolicy({ ...policy, node: widest }, source, true);
    return { ...linted, found: certainFindings(linted.found, found, policy) };
  }

  function lintPolicy({ name, type, node, path }: PolicyInFile, source: SourceText, given: boolean): Linted {
    const { readable, diagnostics } = parsePolicyDocument(node, type, source, path);
    const found = diagnostics.map((one) => withFix(one, node));
    const policy = readable && { name, type, document: readable };
    const shape = { given, detected: () => detectType(node) };
    const subject = policy && makeSubject({ policy, node, path, option, shape }, know);
    if (subject) for (const { check, severity } of checksOf(type)) runCheck(check, severity, subject, found);
    return { found: configured(found), ...(subject ? { subject } : {}) };
  }

  function configured(found: readonly Found[]): readonly Found[] {
    return isConfigured ? found.flatMap(graded) : found;
  }

  /** With the severity that the configuration gives it; none where it is off. */
  function graded(one: Found): Found[] {
    const severity = configuredSeverity(config, one.code) ?? one.severity;
    return severity === 'off' ? [] : [{ ...one, severity }];
  }

  return { lintFile };
}

interface Linted {
  readonly found: readonly Diagnostic[];
  readonly subject?: Subject;
}

/** Plans of large projects and dumps of large accounts are read; a policy by itself is never as long. */
const MOST_IN_A_FILE = 256 * 1024 * 1024;

const POLICY_WORDS = /\b(?:Statement|Effect|Principal|2012-10-17)\b/;

/** Not readable, and not meant as a policy: JSON with comments, a YAML template. */
function isOfOtherKind(source: SourceText): boolean {
  if (POLICY_WORDS.test(source.text)) return false;
  return formatOf(source.name) === 'yaml' || readJson(source, { comments: true }).node !== undefined;
}

function passedBy(name: string, skipped: string): LintedFile {
  return { name, skipped, policies: 0, subjects: [], diagnostics: [] };
}

/** It was meant as a policy. */
function unreadable(name: string, diagnostics: readonly Diagnostic[]): LintedFile {
  return { name, policies: 1, subjects: [], diagnostics: sorted(gathered(diagnostics, { file: name })) };
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
