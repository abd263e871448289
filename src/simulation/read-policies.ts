/** The policies of a simulation document. */
import type { Diagnostic, OrganizationNode, PoliciesInPlay, Policy, PolicyType } from '../language/index.ts';
import { ownText } from '../language/own-text.ts';
import { parsePolicyDocument, pointerStep, type ScalarNode, type SourceNode } from '../parse/index.ts';
import { isGiven, type Members, type NodeReader, readMembers, readText, refuse } from './node-reader.ts';
import { keepPolicy, type PolicyMemory, recallPolicy } from './policy-memory.ts';

/** Finds a policy that a document only names, such as `aws:AmazonS3ReadOnlyAccess`. */
export type FindPolicy = (name: string, type: PolicyType) => { readonly policy?: Policy; readonly problem?: string };

const MEMBERS = ['identity', 'boundary', 'session', 'resource', 'trust', 'scps', 'rcps', 'vpce'];
/** SCPs follow the caller and RCPs the resource, so these say nothing (E16, E65). */
const IGNORED = ['resourceAccountScps', 'principalAccountRcps'];

export interface PolicyNodeReader extends NodeReader {
  readonly find: FindPolicy;
  readonly memory?: PolicyMemory | undefined;
}

export function readPolicies(node: SourceNode, path: string, reader: PolicyNodeReader): PoliciesInPlay {
  const members = readMembers(node, path, [...MEMBERS, ...IGNORED], reader);
  if (!members) return {};
  const list = (type: PolicyType) => readList(members, type, path, reader);
  const resource = readOne(members, 'resource', path, reader);
  const trust = readOne(members, 'trust', path, reader);
  const scps = readNodes(members, { key: 'scps', type: 'scp' }, path, reader);
  const rcps = readNodes(members, { key: 'rcps', type: 'rcp' }, path, reader);
  const found = {
    identity: list('identity'),
    boundary: list('boundary'),
    session: list('session'),
    vpce: list('vpce'),
    resource,
    trust,
    scps,
    rcps,
  };
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined));
}

/** One document or a list of them; null is a type that is not in play, an empty list one that allows nothing. */
function readList(members: Members, type: PolicyType, path: string, reader: PolicyNodeReader): Policy[] | undefined {
  const node = members.get(type);
  return isGiven(node) ? readDocuments(node, type, path + pointerStep(type), reader) : undefined;
}

function readDocuments(node: SourceNode, type: PolicyType, path: string, reader: PolicyNodeReader): Policy[] {
  if (node.kind !== 'array') return readDocument(node, { type, path, name: type }, reader) ?? [];
  return node.items.flatMap(
    (item, index) =>
      readDocument(item, { type, path: path + pointerStep(index), name: `${type}[${index}]` }, reader) ?? [],
  );
}

function readOne(
  members: Members,
  type: 'resource' | 'trust',
  path: string,
  reader: PolicyNodeReader,
): Policy | undefined {
  const node = members.get(type);
  return isGiven(node)
    ? readDocument(node, { type, path: path + pointerStep(type), name: type }, reader)?.[0]
    : undefined;
}

interface Place {
  readonly type: PolicyType;
  readonly path: string;
  readonly name: string;
}

/** A document, a named one, or the name of an AWS managed policy. */
function readDocument(node: SourceNode, place: Place, reader: PolicyNodeReader): [Policy] | undefined {
  const { type, path } = place;
  if (node.kind === 'string') return findNamed(node, place, reader);
  const isNamed =
    node.kind === 'object' &&
    node.members.some(({ key }) => key === 'document') &&
    !node.members.some(({ key }) => key === 'Statement');
  if (!isNamed) return parse(node, place, reader);
  const members = readMembers(node, path, ['name', 'document'], reader);
  const document = members?.get('document');
  if (!members || !document) return undefined;
  const name = readText(members, 'name', path, reader) ?? place.name;
  return parse(document, { type, path: `${path}/document`, name }, reader);
}

function findNamed(node: ScalarNode, { type, path }: Place, reader: PolicyNodeReader): [Policy] | undefined {
  const { policy, problem } = reader.find(node.text, type);
  if (policy) return [policy];
  refuse(
    reader,
    { node, path },
    problem ?? `there is no policy \`${node.text}\``,
    'give the document, or the name of an AWS managed policy such as `aws:ReadOnlyAccess`',
  );
  return undefined;
}

function parse(node: SourceNode, { type, path, name }: Place, reader: PolicyNodeReader): [Policy] | undefined {
  const key = `${type} ${name}`;
  const known = recallPolicy(reader.memory, node, key);
  if (known) return [known];
  const { document, diagnostics } = parsePolicyDocument(node, type, reader.source, path);
  if (document) {
    const policy = { name: ownText(name), type, document };
    keepPolicy(reader.memory, node, key, policy);
    return [policy];
  }
  reader.diagnostics.push(...diagnostics.filter(isError));
  return undefined;
}

function isError({ severity }: Diagnostic): boolean {
  return severity === 'error';
}

function readNodes(
  members: Members,
  { key, type }: { key: string; type: 'scp' | 'rcp' },
  path: string,
  reader: PolicyNodeReader,
): OrganizationNode[] | undefined {
  const node = members.get(key);
  if (!isGiven(node)) return undefined;
  const at = path + pointerStep(key);
  if (node.kind !== 'array') {
    refuse(
      reader,
      { node, path: at },
      `\`${key}\` is a list of nodes, root first`,
      'write [{"level": "root", "policies": [...]}]',
    );
    return undefined;
  }
  return node.items.flatMap((item, index) => readNode(item, { type, path: at + pointerStep(index) }, reader) ?? []);
}

function readNode(
  node: SourceNode,
  place: { type: 'scp' | 'rcp'; path: string },
  reader: PolicyNodeReader,
): OrganizationNode | undefined {
  const members = readMembers(node, place.path, ['level', 'id', 'policies'], reader);
  if (!members) return undefined;
  const level = readText(members, 'level', place.path, reader) ?? 'account';
  const id = readText(members, 'id', place.path, reader);
  const listed = members.get('policies');
  if (level !== 'root' && level !== 'ou' && level !== 'account') {
    refuse(
      reader,
      { node, path: `${place.path}/level` },
      `there is no level \`${level}\``,
      'write root, ou or account',
    );
    return undefined;
  }
  if (!isGiven(listed))
    refuse(
      reader,
      { node, path: place.path },
      'the node lists no `policies`',
      'list them; an empty list allows nothing',
    );
  const policies = isGiven(listed) ? readDocuments(listed, place.type, `${place.path}/policies`, reader) : [];
  return { level, ...(id === undefined ? {} : { id }), policies };
}
