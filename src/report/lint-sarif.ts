/** Lint findings as SARIF 2.1.0, which code scanning reads. */
import { type Location, positionAt, type Severity } from '../language/index.ts';
import type { LintDiagnostic, LintResult, TextFix } from '../lint/index.ts';
import { fingerprints } from './lint-fingerprint.ts';
import { lintRules } from './lint-rules.ts';
import { type SarifLevel, sarifRule, sentence } from './lint-sarif-rule.ts';

export interface SarifLook {
  /** Of iamproof. */
  readonly version: string;
  /** The name of a file as seen from the root of the repository. */
  readonly inRepository?: (file: string) => string;
}

/** One document with one run; columns count code points. */
export function lintSarif(result: LintResult, { version, inRepository = (file) => file }: SarifLook): string {
  const { diagnostics, dataVersion } = result;
  const rules = lintRules(result);
  const indexes = new Map(rules.map(({ id }, index) => [id, index]));
  const marks = fingerprints(diagnostics);
  const results = diagnostics.map((one, index) => ({
    ruleId: one.code,
    ruleIndex: indexes.get(one.code),
    level: LEVELS[one.severity],
    message: { text: messageOf(one) },
    locations: [locationOf(one, inRepository(one.file))],
    partialFingerprints: { 'iamproof/v1': marks[index] },
    ...(one.fix ? { fixes: [fixOf(one, one.fix, inRepository(one.file))] } : {}),
  }));
  const document = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'iamproof',
            version,
            semanticVersion: version,
            rules: rules.map((rule) => sarifRule(rule, LEVELS[rule.severity])),
          },
        },
        columnKind: 'unicodeCodePoints',
        results,
        properties: { dataVersion },
      },
    ],
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

const LEVELS: Readonly<Record<Severity, SarifLevel>> = {
  error: 'error',
  security: 'error',
  warning: 'warning',
  suggestion: 'note',
};

/**
 * The message first, since lists show the first sentence alone. The standard wants braces doubled, for arguments; there
 * are none, and readers show the text as it is: `${aws:username}` stays what it is.
 */
function messageOf({ message, help }: LintDiagnostic): string {
  return help === undefined ? sentence(message) : `${sentence(message)} ${sentence(help)}`;
}

function locationOf({ location, path, policy }: LintDiagnostic, name: string) {
  return {
    physicalLocation: { artifactLocation: { uri: uriOf(name) }, ...(location ? { region: regionOf(location) } : {}) },
    ...(path === '' ? {} : { logicalLocations: [logicalLocation(path, policy)] }),
  };
}

/** Code scanning tools offer it as it is, so what it may change stands in its description. */
function fixOf({ location }: LintDiagnostic, { title, effect, edits }: TextFix, name: string) {
  const replacements = edits.flatMap(({ range, text }) =>
    location ? [{ deletedRegion: regionOf({ source: location.source, range }), insertedContent: { text } }] : [],
  );
  return {
    description: { text: effect === undefined ? sentence(title) : `${sentence(title)} ${sentence(effect)}` },
    artifactChanges: [{ artifactLocation: { uri: uriOf(name) }, replacements }],
  };
}

/** The policy's name in its file, where a file holds several, and the path. */
function logicalLocation(path: string, policy: string | undefined) {
  return { ...(policy === undefined ? {} : { name: policy }), fullyQualifiedName: path, kind: 'member' };
}

function regionOf({ source, range }: Location) {
  const start = positionAt(source, range.start);
  const end = positionAt(source, range.end);
  return { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
}

/** Relative to the root of the repository; a path from the root of the machine as a `file:` URI. */
function uriOf(name: string): string {
  const path = name
    .replaceAll(/\p{Surrogate}/gu, '\ufffd')
    .split('/')
    .map(encodeURIComponent)
    .join('/');
  return path.startsWith('/') ? `file://${path}` : path;
}
