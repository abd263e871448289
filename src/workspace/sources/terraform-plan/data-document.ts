/** The document of an `aws_iam_policy_document` that Terraform can write only at apply, put together as far as it is known. */
import { deployTime } from '../../../language/index.ts';
import { type Member, member, type SourceNode } from '../../../parse/index.ts';
import { at, items, type Spot, stringNode, textAt } from '../spot.ts';
import { referencesOf } from './plan-references.ts';
import type { PlanResource } from './plan-resources.ts';

/** Undefined where it is merged from other documents, or where not even its statements are known. */
export function dataDocument(resource: PlanResource): SourceNode | undefined {
  const { values, unknown, expressions } = resource;
  const isMerged = ['source_policy_documents', 'override_policy_documents', 'source_json', 'override_json'].some(
    (key) => member(expressions, key) !== undefined || at(values, key) !== undefined,
  );
  const list = at(values, 'statement');
  if (isMerged || list?.node.kind !== 'array') return undefined;
  const version = at(values, 'version')?.node ?? stringNode('2012-10-17');
  const id = at(values, 'policy_id')?.node;
  const blocks = member(expressions, 'statement');
  const statements = items(list).map((spot, index) =>
    statementOf({
      spot,
      unknown: item(member(unknown, 'statement'), index),
      // As many blocks as statements: none of them is dynamic.
      expressions:
        blocks?.kind === 'array' && blocks.items.length === items(list).length ? item(blocks, index) : undefined,
      name: `${resource.address}.statement[${index}]`,
    }),
  );
  const range = list.node.range ? { range: list.node.range } : {};
  return {
    kind: 'object',
    members: [
      { key: 'Version', value: version },
      ...(id ? [{ key: 'Id', value: id }] : []),
      { key: 'Statement', value: { kind: 'array', items: statements, ...range } },
    ],
    ...range,
  };
}

function item(list: SourceNode | undefined, index: number): SourceNode | undefined {
  return list?.kind === 'array' ? list.items[index] : undefined;
}

/** A block: its values, which of them are not known, how it was written, and what it is called. */
interface Block {
  readonly spot: Spot;
  readonly unknown: SourceNode | undefined;
  readonly expressions: SourceNode | undefined;
  readonly name: string;
}

/** Attribute of the data source, element of the document. */
const LISTS = [
  ['actions', 'Action'],
  ['not_actions', 'NotAction'],
  ['resources', 'Resource'],
  ['not_resources', 'NotResource'],
] as const;

function statementOf(block: Block): SourceNode {
  const sid = partOf(block, 'sid');
  const effect = partOf(block, 'effect') ?? stringNode('Allow', block.spot.node);
  const members: Member[] = [
    ...(sid && sid.kind === 'string' && sid.text !== '' ? [placed('Sid', sid)] : []),
    placed('Effect', effect),
    ...LISTS.flatMap(([attribute, element]) => {
      const value = partOf(block, attribute);
      return value && !isEmpty(value) ? [placed(element, value)] : [];
    }),
    ...principals(block, 'principals', 'Principal'),
    ...principals(block, 'not_principals', 'NotPrincipal'),
    ...conditions(block),
  ];
  const { range } = block.spot.node;
  return { kind: 'object', members, ...(range ? { range } : {}) };
}

function placed(key: string, value: SourceNode): Member {
  return { key, value, ...(value.range ? { keyRange: value.range } : {}) };
}

function isEmpty(node: SourceNode): boolean {
  return node.kind === 'array' && node.items.length === 0;
}

/** With a marker for each part that is not known, and `&{...}`, which Terraform writes for variables of IAM, put right. */
function partOf({ spot, unknown, expressions, name }: Block, key: string): SourceNode | undefined {
  const value = at(spot, key)?.node;
  const open = member(unknown, key);
  const names = referencesOf(member(expressions, key));
  const nameOf = (index: number, count: number) =>
    (names.length === 1 ? names[0] : names.length === count ? names[index] : undefined) ?? `${name}.${key}`;
  if (isTrue(open)) return stringNode(deployTime(nameOf(0, 1)), value ?? spot.node);
  if (value?.kind !== 'array') return value && withVariables(value);
  const openAt = value.items.map((_, index) => isTrue(item(open, index)));
  const count = openAt.filter(Boolean).length;
  let seen = 0;
  const parts = value.items.map((part, index) => {
    if (!openAt[index]) return withVariables(part);
    seen += 1;
    return stringNode(deployTime(nameOf(seen - 1, count)), part);
  });
  return { ...value, items: parts };
}

function isTrue(node: SourceNode | undefined): boolean {
  return node?.kind === 'boolean' && node.text === 'true';
}

function withVariables(node: SourceNode): SourceNode {
  return node.kind === 'string' ? { ...node, text: node.text.replaceAll('&{', '${') } : node;
}

function blocksOf({ spot, unknown, expressions, name }: Block, key: string): readonly Block[] {
  const written = member(expressions, key);
  return items(at(spot, key)).map((one, index, all) => ({
    spot: one,
    unknown: item(member(unknown, key), index),
    expressions: written?.kind === 'array' && written.items.length === all.length ? item(written, index) : undefined,
    name: `${name}.${key}[${index}]`,
  }));
}

function principals(block: Block, key: string, element: string): Member[] {
  const whole = partOf(block, key);
  if (whole?.kind === 'string') return [placed(element, whole)];
  const blocks = blocksOf(block, key);
  const [first] = blocks;
  if (!first) return [];
  if (blocks.some((one) => textAt(one.spot, 'type') === '*'))
    return [placed(element, stringNode('*', first.spot.node))];
  const kinds = new Map<string, SourceNode[]>();
  for (const one of blocks) {
    const kind = textAt(one.spot, 'type') ?? '';
    const value = partOf(one, 'identifiers');
    kinds.set(kind, [...(kinds.get(kind) ?? []), ...(value?.kind === 'array' ? value.items : value ? [value] : [])]);
  }
  const members = [...kinds].map(([kind, list]) => placed(kind, listOf(list, first.spot.node)));
  return [placed(element, { kind: 'object', members, ...rangeOf(at(block.spot, key)?.node) })];
}

function listOf(list: readonly SourceNode[], place: SourceNode): SourceNode {
  const [only, ...others] = list;
  return only && others.length === 0 ? only : { kind: 'array', items: list, ...rangeOf(place) };
}

function rangeOf(node: SourceNode | undefined) {
  return node?.range ? { range: node.range } : {};
}

/** Blocks of one operator stand together; blocks of one key as well, their values united. */
function conditions(block: Block): Member[] {
  const whole = partOf(block, 'condition');
  if (whole?.kind === 'string') return [placed('Condition', whole)];
  const operators = new Map<string, Map<string, SourceNode[]>>();
  for (const one of blocksOf(block, 'condition')) {
    const [test, variable] = [textIn(partOf(one, 'test')), textIn(partOf(one, 'variable'))];
    const values = partOf(one, 'values');
    const keys = operators.get(test) ?? new Map<string, SourceNode[]>();
    const list = values?.kind === 'array' ? values.items : values ? [values] : [];
    keys.set(variable, [...(keys.get(variable) ?? []), ...list]);
    operators.set(test, keys);
  }
  if (operators.size === 0) return [];
  const place = at(block.spot, 'condition')?.node ?? block.spot.node;
  const members = [...operators].map(([test, keys]) => {
    const inner = [...keys].map(([key, list]) => placed(key, listOf(list, place)));
    return placed(test, { kind: 'object', members: inner, ...rangeOf(place) });
  });
  return [placed('Condition', { kind: 'object', members, ...rangeOf(place) })];
}

function textIn(node: SourceNode | undefined): string {
  return node?.kind === 'string' ? node.text : '';
}
