/** What a document means, as a text: two documents with one text decide alike, whatever the request. */
import {
  type ConditionEntry,
  type ListElement,
  type PolicyDocument,
  type PrincipalElement,
  parseOperator,
  type Statement,
} from '../../language/index.ts';

/** Not all that mean the same have one text: that is for a prover to say. */
export function canonicalDocument({ version, statements }: PolicyDocument): string {
  const hasVariables = version === '2012-10-17';
  return JSON.stringify([hasVariables, statements.map((statement) => canonicalStatement(statement, hasVariables))]);
}

function canonicalStatement(statement: Statement, hasVariables: boolean) {
  const { effect, principal, action, resource, conditions } = statement;
  return [
    effect,
    principal ? canonicalPrincipal(principal) : null,
    canonicalList(action, (value) => value.toLowerCase()),
    resource ? canonicalList(resource, (value) => value) : null,
    sorted(conditions.map((entry) => JSON.stringify(canonicalCondition(entry, hasVariables)))),
  ];
}

function canonicalPrincipal({ not, entries }: PrincipalElement) {
  return [not, sorted(entries.map(({ kind, value }) => `${kind} ${value}`))];
}

function canonicalList({ not, values }: ListElement, form: (value: string) => string) {
  return [not, sorted(values.map(({ value }) => form(value.replace(/\*+/g, '*'))))];
}

function canonicalCondition({ operator, key, values }: ConditionEntry, hasVariables: boolean) {
  const texts = sorted(values.map(({ value }) => value));
  const use = parseOperator(operator);
  if (!use) return [operator, key.toLowerCase(), texts];
  const { valueType, relation, negated } = use.operator;
  const isLiteral = !texts.some((text) => /[*?]/.test(text) || (hasVariables && text.includes('${')));
  // C12: an absent key meets a negated operator, and one of all values, without IfExists as well.
  const ifExists = use.ifExists && use.qualifier !== 'ForAllValues' && (use.qualifier !== undefined || !negated);
  return [
    use.qualifier ?? null,
    valueType,
    relation === 'like' && isLiteral ? 'equals' : relation,
    negated,
    ifExists,
    key.toLowerCase(),
    texts,
  ];
}

function sorted(texts: readonly string[]): string[] {
  return [...new Set(texts)].sort();
}
