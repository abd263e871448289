/** Two identity policies as one SMT-LIB formula, from the raw JSON: satisfiable where the first allows and the second does not. */
import type { PolicyJson, StatementJson } from '../documents.ts';
import { listOf } from '../reference-matching.ts';
import { conditionTerm, type Keys, keysOf } from './condition-terms.ts';
import { all, anyOf, not, patternTerm, regexOf } from './smt.ts';
import { type Resolved, resolvedTerm } from './variables.ts';

/** One action, and the ARNs it takes. */
export interface Ground {
  readonly action: string;
  /** As the service reference has them: `arn:${Partition}:s3:::${BucketName}`; none: the action takes no resource (B16). */
  readonly templates: readonly string[];
  readonly account: string;
  /** Keys that may hold several values. */
  readonly multivalued: readonly string[];
}

/** A resource is six texts, the first five without a colon (B12). */
const FIELDS = [0, 1, 2, 3, 4, 5].map((index) => `field${index}`);

export function formulaOf(allowedBy: PolicyJson, notAllowedBy: PolicyJson, ground: Ground): string {
  const keys = keysOf([...listOf(allowedBy.Statement), ...listOf(notAllowedBy.Statement)], ground.multivalued);
  const declarations = keys.declarations;
  return [
    ...(ground.templates.length > 0 ? domain(ground) : []),
    ...declarations,
    `(assert ${allowed(allowedBy, ground, keys)})`,
    `(assert ${not(allowed(notAllowedBy, ground, keys))})`,
    '(check-sat)',
    '',
  ].join('\n');
}

/** No Deny applies and some Allow does. */
function allowed(policy: PolicyJson, ground: Ground, keys: Keys): string {
  const those = (effect: string) =>
    listOf(policy.Statement)
      .filter((statement) => statement.Effect === effect)
      .map((statement) => applies(statement, policy, ground, keys));
  return all([not(anyOf(those('Deny'))), anyOf(those('Allow'))]);
}

function applies(statement: StatementJson, { Version }: PolicyJson, ground: Ground, keys: Keys): string {
  if (!namesAction(statement, ground.action)) return 'false';
  const hasVariables = Version === '2012-10-17';
  const entries = listOf(statement.Resource ?? statement.NotResource ?? []).map((entry) =>
    resourceTerm(entry, ground, keys, hasVariables),
  );
  const matched = anyOf(entries.map(({ matches }) => matches));
  // V3: what a NotResource without a value excepts is not known, so that nothing is allowed by it.
  const resolved = statement.Effect === 'Allow' ? all(entries.map(({ resolves }) => resolves)) : 'true';
  return all([
    ...(statement.Resource === undefined ? [not(matched), resolved] : [matched]),
    ...conditionTerm(statement.Condition ?? {}, keys, hasVariables),
  ]);
}

/** B1, B2, B4. */
function namesAction({ Action, NotAction }: StatementJson, action: string): boolean {
  const isNamed = listOf(Action ?? NotAction ?? []).some((entry) => {
    const source = entry
      .replace(/[.+^${}()|[\]\\]/g, '\\$&')
      .replaceAll('*', '.*')
      .replaceAll('?', '.');
    return new RegExp(`^${source}$`, 'i').test(action);
  });
  return isNamed === (Action !== undefined);
}

/** B12, B14, B16; variables in the last part alone (V9). */
function resourceTerm(entry: string, { templates }: Ground, keys: Keys, hasVariables: boolean): Resolved {
  if (entry === '*') return { matches: 'true', resolves: 'true' };
  const parts = arnParts(entry);
  while (parts.length < 6) parts.push('*');
  const head = parts.slice(0, 5).map((part, index) => patternTerm(FIELDS[index] ?? '', part));
  const [field = '', tail = ''] = [FIELDS[5], parts[5]];
  const last =
    hasVariables && tail.includes('${')
      ? resolvedTerm(field, tail, keys, true)
      : { matches: patternTerm(field, tail), resolves: 'true' };
  return { ...last, matches: templates.length === 0 ? 'false' : all([...head, last.matches]) };
}

/** Split at the first five colons. */
function arnParts(entry: string): string[] {
  const parts = entry.split(':');
  return parts.length <= 6 ? parts : [...parts.slice(0, 5), parts.slice(5).join(':')];
}

function domain({ templates, account }: Ground): readonly string[] {
  const colonless = '(re.* (re.union (re.range "\\u{0}" "9") (re.range ";" "\\u{2FFFF}")))';
  const forms = templates.map((template) => {
    const filled = template.replaceAll('${Partition}', 'aws').replaceAll('${Account}', account);
    // A placeholder is at least one character.
    const parts = arnParts(filled.replace(/\$\{[^}]*\}/g, '?*'));
    const isBucket = template.endsWith(':::${BucketName}');
    return all([
      ...parts.map((part, index) => `(str.in_re ${FIELDS[index]} ${regexOf(part)})`),
      // What has a slash is an object.
      ...(isBucket ? [not(`(str.contains ${FIELDS[5]} "/")`)] : []),
    ]);
  });
  return [
    ...FIELDS.map((field) => `(declare-const ${field} String)`),
    ...FIELDS.slice(0, 5).map((field) => `(assert (str.in_re ${field} ${colonless}))`),
    `(assert ${anyOf(forms)})`,
  ];
}
