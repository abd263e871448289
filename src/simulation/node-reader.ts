/** Reads the members of a simulation document off its tree, collecting what is wrong. */
import type { Diagnostic, SourceText } from '../language/index.ts';
import { kindWords, type Member, pointerStep, type SourceNode } from '../parse/index.ts';

export interface NodeReader {
  readonly source: SourceText | undefined;
  readonly diagnostics: Diagnostic[];
}

export function refuse(
  reader: NodeReader,
  at: { node: SourceNode; path: string },
  message: string,
  help: string,
): void {
  const { source } = reader;
  reader.diagnostics.push({
    code: 'simulation-shape',
    severity: 'error',
    message,
    ...(source && at.node.range ? { location: { source, range: at.node.range } } : {}),
    path: at.path,
    help,
  });
}

export type Members = ReadonlyMap<string, SourceNode>;

/** The members of an object; an unknown or repeated one is refused. Undefined where it is no object. */
export function readMembers(
  node: SourceNode,
  path: string,
  known: readonly string[],
  reader: NodeReader,
): Members | undefined {
  if (node.kind !== 'object') {
    refuse(
      reader,
      { node, path },
      `an object is expected here, found ${kindWords(node)}`,
      'see `iamproof schema simulation`',
    );
    return undefined;
  }
  const members = new Map<string, SourceNode>();
  for (const member of node.members) {
    if (!known.includes(member.key)) refuseUnknown(member, path, known, reader);
    else if (members.has(member.key))
      refuse(reader, at(member, path), `\`${member.key}\` occurs twice`, 'keep one of them');
    else members.set(member.key, member.value);
  }
  return members;
}

function refuseUnknown(member: Member, path: string, known: readonly string[], reader: NodeReader): void {
  const near = known.find((name) => name.toLowerCase() === member.key.toLowerCase());
  const help = near ? `write \`${near}\`` : `known members: ${known.join(', ')}`;
  refuse(reader, at(member, path), `there is no member \`${member.key}\` here`, help);
}

function at(member: Member, path: string): { node: SourceNode; path: string } {
  const node = member.keyRange ? { ...member.value, range: member.keyRange } : member.value;
  return { node, path: path + pointerStep(member.key) };
}

export function isGiven(node: SourceNode | undefined): node is SourceNode {
  return node !== undefined && node.kind !== 'null';
}

/** The text of a string member; undefined where it is missing, null or refused. */
export function readText(members: Members, key: string, path: string, reader: NodeReader): string | undefined {
  const node = members.get(key);
  if (!isGiven(node)) return undefined;
  if (node.kind === 'string') return node.text;
  refuse(
    reader,
    { node, path: path + pointerStep(key) },
    `\`${key}\` is a string, found ${kindWords(node)}`,
    'put it in double quotes',
  );
  return undefined;
}

export function readFlag(members: Members, key: string, path: string, reader: NodeReader): boolean | undefined {
  const node = members.get(key);
  if (!isGiven(node)) return undefined;
  if (node.kind === 'boolean') return node.text === 'true';
  refuse(
    reader,
    { node, path: path + pointerStep(key) },
    `\`${key}\` is true or false, found ${kindWords(node)}`,
    'write true or false',
  );
  return undefined;
}

/** An account id: 12 digits. */
export function readAccount(members: Members, key: string, path: string, reader: NodeReader): string | undefined {
  const text = readText(members, key, path, reader);
  const node = members.get(key);
  if (text === undefined || /^[0-9]{12}$/.test(text) || !node) return text;
  refuse(reader, { node, path: path + pointerStep(key) }, `\`${text}\` is no account id`, 'an account id is 12 digits');
  return undefined;
}
