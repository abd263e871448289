/** The Condition element (A9, A17). */
import { type ConditionEntry, hasDeployTime, parseOperator, readableDeployTime, type Text } from '../language/index.ts';
import { isOpenForm, membersOf, mismatch, type PolicyReader, report, reportOpen, text } from './policy-reader.ts';
import { type Member, pointerStep, type SourceNode } from './source-node.ts';

export function parseConditions(node: SourceNode, path: string, reader: PolicyReader): readonly ConditionEntry[] {
  if (isOpenForm(reader, 'the condition', node, path)) return [];
  if (node.kind !== 'object') {
    mismatch(reader, node, path, 'an object of condition operators');
    return [];
  }
  if (node.members.length === 0)
    report(reader, 'empty-condition', { message: 'the condition is empty', path, range: node.range });
  return [...membersOf(node, path, reader).values()].flatMap((operator) => parseOperatorBlock(operator, path, reader));
}

function parseOperatorBlock(operator: Member, path: string, reader: PolicyReader): ConditionEntry[] {
  const at = path + pointerStep(operator.key);
  const block = operator.value;
  if (isOpenForm(reader, 'the condition operator', keyNode(operator), at)) return [];
  if (!parseOperator(operator.key)) {
    const isNull = /^(?:\w+:)?nullifexists$/i.test(operator.key);
    report(reader, isNull ? 'null-with-ifexists' : 'invalid-operator', {
      message: isNull ? '`Null` takes no IfExists' : `there is no condition operator \`${operator.key}\``,
      path: at,
      range: operator.keyRange,
    });
  }
  if (isOpenForm(reader, 'the condition', block, at)) return [];
  if (block.kind !== 'object') {
    mismatch(reader, block, at, 'an object of condition keys');
    return [];
  }
  if (block.members.length === 0) {
    const message = `the operator \`${operator.key}\` has no condition key`;
    report(reader, 'empty-condition', { message, path: at, range: block.range });
  }
  const members = membersOf(block, at, reader);
  reportSameKeys(members, at, reader);
  return [...members.values()].map((member) => parseEntry(operator.key, member, at, reader));
}

function keyNode({ key, keyRange }: Member): SourceNode {
  return { kind: 'string', text: key, ...(keyRange ? { range: keyRange } : {}) };
}

/** A7: condition keys ignore case. */
function reportSameKeys(members: ReadonlyMap<string, Member>, path: string, reader: PolicyReader): void {
  const seen = new Map<string, string>();
  for (const { key, keyRange } of members.values()) {
    const first = seen.get(key.toLowerCase());
    if (first !== undefined) {
      const message = `\`${first}\` and \`${key}\` are the same condition key`;
      report(reader, 'duplicate-key-different-case', { message, path: path + pointerStep(key), range: keyRange });
    } else seen.set(key.toLowerCase(), key);
  }
}

function parseEntry(operator: string, member: Member, path: string, reader: PolicyReader): ConditionEntry {
  const at = path + pointerStep(member.key);
  const { value } = member;
  const values = readValues(value, at, reader);
  const open = values.filter((one) => hasDeployTime(one.value));
  if (hasDeployTime(member.key)) open.unshift(text(member.key, member.keyRange));
  if (open.length > 0) reportOpen(reader, `the condition on \`${readableDeployTime(member.key)}\``, open, at);
  if (value.kind === 'array' && value.items.length === 0) {
    report(reader, 'empty-condition-values', {
      message: `\`${member.key}\` has no values`,
      path: at,
      range: value.range,
    });
  }
  const range = member.keyRange && value.range ? { range: { start: member.keyRange.start, end: value.range.end } } : {};
  return { operator, key: member.key, values, ...range };
}

/** A9: a value or a list; numbers and booleans stand for their text. */
function readValues(node: SourceNode, path: string, reader: PolicyReader): Text[] {
  const items = node.kind === 'array' ? node.items : [node];
  return items.flatMap((item, index) => {
    if (item.kind === 'string' || item.kind === 'number' || item.kind === 'boolean')
      return [text(item.text, item.range)];
    const at = node.kind === 'array' ? path + pointerStep(index) : path;
    mismatch(reader, item, at, 'a string, number or boolean, or a list of them,');
    return [];
  });
}
