/** When two policy documents are the same: as JSON values, and by their structure. */
import type { ConditionEntry, PolicyDocument, PolicyType, Statement, Text } from '../language/index.ts';
import { parsePolicy } from '../parse/index.ts';

/** The text with its keys in order and without white space: equal for equal JSON values. What is no JSON stays as it is. */
export function canonicalJson(text: string): string {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return text;
  }
  return JSON.stringify(value, (_key, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

/**
 * Equal up to what IAM does not tell apart: one item and a list of it, the order of lists and statements, letters of actions,
 * operators and keys, an account id and its root's ARN, `true` and `"true"`. A Sid and the Version are told apart.
 */
export function isSameStructure(one: string, other: string, type: PolicyType): boolean {
  if (canonicalJson(one) === canonicalJson(other)) return true;
  const [a, b] = [one, other].map((text) => parsePolicy({ name: 'policy', text }, type).document);
  return a !== undefined && b !== undefined && structureOf(a) === structureOf(b);
}

function structureOf({ version, id, statements }: PolicyDocument): string {
  return JSON.stringify([version ?? null, id ?? null, statements.map(statementStructure).sort()]);
}

function statementStructure({ sid, effect, principal, action, resource, conditions }: Statement): string {
  return JSON.stringify([
    sid ?? null,
    effect,
    principal && [
      principal.not,
      sorted(principal.entries.map(({ kind, value }) => `${kind} ${kind === 'AWS' ? accountOf(value) : value}`)),
    ],
    [action.not, sorted(action.values.map(({ value }) => value.toLowerCase()))],
    resource && [resource.not, sorted(resource.values.map(({ value }) => value))],
    sorted(conditions.map(conditionStructure)),
  ]);
}

function conditionStructure({ operator, key, values }: ConditionEntry): string {
  return JSON.stringify([operator.toLowerCase(), keyStructure(key), sorted(values.map(({ value }: Text) => value))]);
}

/** The part after the slash is a tag's key, whose letters IAM keeps. */
function keyStructure(key: string): string {
  const slash = key.indexOf('/');
  return slash === -1 ? key.toLowerCase() : `${key.slice(0, slash).toLowerCase()}${key.slice(slash)}`;
}

/** `arn:aws:iam::111122223333:root` is `111122223333`. */
function accountOf(principal: string): string {
  return /^arn:[^:]*:iam::([0-9]{12}):root$/.exec(principal)?.[1] ?? principal;
}

function sorted(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)].sort();
}
