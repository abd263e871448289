/** A typed document back to text, in one canonical form: parse of print is identity. */
import type { ConditionEntry, PolicyDocument, PrincipalElement, Statement, Text } from '../language/index.ts';
import { type Member, type SourceNode, toValue } from './source-node.ts';

/** JSON with two spaces, elements in the order of AWS's examples, one-item lists as bare values, a final newline. */
export function printPolicyDocument(document: PolicyDocument): string {
  return `${print(documentNode(document), '')}\n`;
}

/** The document as a plain JSON value. */
export function policyValue(document: PolicyDocument): unknown {
  return toValue(documentNode(document));
}

/** As JSON.stringify prints, but in the order of the tree: an object of JavaScript puts keys such as `10` first. */
function print(node: SourceNode, indent: string): string {
  const inner = `${indent}  `;
  switch (node.kind) {
    case 'object':
      return block(
        '{}',
        indent,
        node.members.map(({ key, value }) => `${JSON.stringify(key)}: ${print(value, inner)}`),
      );
    case 'array':
      return block(
        '[]',
        indent,
        node.items.map((item) => print(item, inner)),
      );
    case 'string':
      return JSON.stringify(node.text);
    case 'number':
    case 'boolean':
    case 'null':
      return node.text;
    default:
      return node satisfies never;
  }
}

function block(brackets: string, indent: string, parts: readonly string[]): string {
  if (parts.length === 0) return brackets;
  return `${brackets[0]}\n${parts.map((part) => `${indent}  ${part}`).join(',\n')}\n${indent}${brackets[1]}`;
}

function documentNode({ version, id, statements }: PolicyDocument): SourceNode {
  return object([
    ...(version === undefined ? [] : [member('Version', text(version))]),
    ...(id === undefined ? [] : [member('Id', text(id))]),
    member('Statement', { kind: 'array', items: statements.map(statementNode) }),
  ]);
}

function statementNode({ sid, effect, principal, action, resource, conditions }: Statement): SourceNode {
  return object([
    ...(sid === undefined ? [] : [member('Sid', text(sid))]),
    member('Effect', text(effect)),
    ...(principal ? [member(principal.not ? 'NotPrincipal' : 'Principal', principalNode(principal))] : []),
    member(action.not ? 'NotAction' : 'Action', list(action.values)),
    ...(resource ? [member(resource.not ? 'NotResource' : 'Resource', list(resource.values))] : []),
    ...(conditions.length > 0 ? [member('Condition', conditionNode(conditions))] : []),
  ]);
}

function principalNode({ entries }: PrincipalElement): SourceNode {
  const [first] = entries;
  if (entries.length === 1 && first?.kind === 'AWS' && first.value === '*') return text('*');
  return object([...grouped(entries, ({ kind }) => kind)].map(([kind, values]) => member(kind, list(values))));
}

function conditionNode(conditions: readonly ConditionEntry[]): SourceNode {
  const operators = grouped(conditions, ({ operator }) => operator);
  return object(
    [...operators].map(([operator, entries]) =>
      member(operator, object(entries.map(({ key, values }) => member(key, list(values))))),
    ),
  );
}

/** In the order in which each group is first seen. */
function grouped<Item>(items: readonly Item[], nameOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(nameOf(item));
    if (group) group.push(item);
    else groups.set(nameOf(item), [item]);
  }
  return groups;
}

function list(values: readonly Text[]): SourceNode {
  const items = values.map(({ value }) => text(value));
  const [only] = items;
  return only && items.length === 1 ? only : { kind: 'array', items };
}

function text(value: string): SourceNode {
  return { kind: 'string', text: value };
}

function member(key: string, value: SourceNode): Member {
  return { key, value };
}

function object(members: readonly Member[]): SourceNode {
  return { kind: 'object', members };
}
