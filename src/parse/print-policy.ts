/** A typed document back to text, in one canonical form: parse of print is identity. */
import type { ConditionEntry, ListElement, PolicyDocument, PrincipalElement, Statement } from '../language/index.ts';

/** JSON with two spaces, elements in the order of AWS's examples, one-item lists as bare values, a final newline. */
export function printPolicyDocument(document: PolicyDocument): string {
  return `${JSON.stringify(policyValue(document), null, 2)}\n`;
}

/** The document as a plain JSON value. */
export function policyValue(document: PolicyDocument): unknown {
  return {
    ...(document.version === undefined ? {} : { Version: document.version }),
    ...(document.id === undefined ? {} : { Id: document.id }),
    Statement: document.statements.map(statementValue),
  };
}

function statementValue(statement: Statement): unknown {
  const { principal, action, resource, conditions } = statement;
  return {
    ...(statement.sid === undefined ? {} : { Sid: statement.sid }),
    Effect: statement.effect,
    ...(principal ? { [principal.not ? 'NotPrincipal' : 'Principal']: principalValue(principal) } : {}),
    [action.not ? 'NotAction' : 'Action']: listValue(action),
    ...(resource ? { [resource.not ? 'NotResource' : 'Resource']: listValue(resource) } : {}),
    ...(conditions.length > 0 ? { Condition: conditionValue(conditions) } : {}),
  };
}

function listValue({ values }: Pick<ListElement, 'values'>): unknown {
  const [first] = values;
  return values.length === 1 && first ? first.value : values.map(({ value }) => value);
}

function principalValue({ entries }: PrincipalElement): unknown {
  const [first] = entries;
  if (entries.length === 1 && first?.kind === 'AWS' && first.value === '*') return '*';
  const kinds = [...new Set(entries.map(({ kind }) => kind))];
  return Object.fromEntries(
    kinds.map((kind) => [kind, listValue({ values: entries.filter((one) => one.kind === kind) })]),
  );
}

function conditionValue(conditions: readonly ConditionEntry[]): unknown {
  const operators = [...new Set(conditions.map(({ operator }) => operator))];
  return Object.fromEntries(
    operators.map((operator) => [
      operator,
      Object.fromEntries(conditions.filter((one) => one.operator === operator).map((one) => [one.key, listValue(one)])),
    ]),
  );
}
