/** The Principal and NotPrincipal elements (A18 to A22). */
import {
  type PrincipalElement,
  type PrincipalEntry,
  type PrincipalKind,
  parseArn,
  type Text,
} from '../language/index.ts';
import { isOpenForm, membersOf, type PolicyReader, readTexts, report } from './policy-reader.ts';
import { kindWords, type Member, pointerStep, type SourceNode } from './source-node.ts';

const KINDS: readonly PrincipalKind[] = ['AWS', 'Service', 'Federated', 'CanonicalUser'];

export function parsePrincipal(
  node: SourceNode,
  { not, path }: { not: boolean; path: string },
  reader: PolicyReader,
): PrincipalElement | undefined {
  const range = node.range ? { range: node.range } : {};
  if (node.kind === 'string' && node.text === '*')
    return { not, entries: [{ kind: 'AWS', value: '*', ...range }], ...range };
  if (isOpenForm(reader, 'the principals', node, path)) return undefined;
  if (node.kind !== 'object') {
    const found = node.kind === 'string' ? `\`${node.text}\`` : kindWords(node);
    const message = `${not ? '`NotPrincipal`' : '`Principal`'} is \`"*"\` or an object, found ${found}`;
    const help = node.kind === 'array' ? { help: 'put the list under the kind of its items: `{"AWS": [...]}`' } : {};
    report(reader, 'invalid-principal-format', { message, path, range: node.range, ...help });
    return undefined;
  }
  const before = reader.diagnostics.length;
  const members = [...membersOf(node, path, reader).values()];
  const entries = members.flatMap((member) => parseEntries(member, path, reader));
  if (entries.length === 0 && reader.diagnostics.length === before) {
    report(reader, 'empty-principal', { message: 'the element names no principal', path, range: node.range });
  }
  return { not, entries, ...range };
}

/** The principals of one kind. */
function parseEntries({ key, keyRange, value }: Member, path: string, reader: PolicyReader): PrincipalEntry[] {
  const at = path + pointerStep(key);
  const kind = KINDS.find((candidate) => candidate === key);
  if (!kind) {
    const node = { kind: 'string', text: key, ...(keyRange ? { range: keyRange } : {}) } as const;
    if (isOpenForm(reader, 'the kind of principal', node, at)) return [];
    const near = KINDS.find((candidate) => candidate.toLowerCase() === key.toLowerCase());
    const help = near ? { help: `write \`${near}\`: the word is case-sensitive` } : {};
    const message = `there is no kind of principal \`${key}\``;
    report(reader, 'invalid-principal-key', { message, path: at, range: keyRange, ...help });
    return [];
  }
  const complain = (text: Text, place: string) => checkPrincipal(kind, text, { path: place, reader });
  const use = { path: at, what: 'principals', isFine: () => false, complain };
  return readTexts(value, use, reader).map((text) => ({ kind, ...text }));
}

/** A19, A20: what AWS would refuse; it matches nobody. */
function checkPrincipal(
  kind: PrincipalKind,
  { value, range }: Text,
  { path, reader }: { path: string; reader: PolicyReader },
): void {
  if (kind === 'AWS' && value === '*') return;
  if (/[*?]/.test(value)) {
    const message = `the principal \`${value}\` has a wildcard`;
    report(reader, 'unsupported-principal-wildcard', { message, path, range });
  } else if (kind === 'AWS' && parseArn(value)?.resource.startsWith('group/')) {
    const message = `\`${value}\` is a group, and a group is no principal`;
    report(reader, 'unknown-principal', {
      message,
      path,
      range,
      help: 'name its users, or a role that they may assume',
    });
  } else if (kind === 'AWS' && !isPrincipal(value)) {
    const message = `\`${value}\` is no account, user, role or session`;
    report(reader, 'unknown-principal', { message, path, range });
  }
}

/** The unique id that AWS shows for a user or role that is gone (A21). */
const UNIQUE_ID = /^A(?:IDA|ROA)[A-Z0-9]+$/;

function isPrincipal(value: string): boolean {
  if (/^\d{12}$/.test(value) || UNIQUE_ID.test(value)) return true;
  const arn = parseArn(value);
  // AWS: origin access identities are users of the account `cloudfront`.
  if (arn?.region !== '' || !/^(?:\d{12}|cloudfront)$/.test(arn.account)) return false;
  if (arn.service === 'iam') return /^(?:root$|user\/.|role\/.)/.test(arn.resource);
  return arn.service === 'sts' && /^(?:assumed-role\/[^/]+\/.|federated-user\/.)/.test(arn.resource);
}
