/** The Principal and NotPrincipal elements (A18 to A22). */
import type { PrincipalElement, PrincipalEntry, PrincipalKind } from '../language/index.ts';
import { membersOf, type PolicyReader, readTexts, report } from './policy-reader.ts';
import { kindWords, pointerStep, type SourceNode } from './source-node.ts';

const KINDS: readonly PrincipalKind[] = ['AWS', 'Service', 'Federated', 'CanonicalUser'];

export function parsePrincipal(
  node: SourceNode,
  { not, path }: { not: boolean; path: string },
  reader: PolicyReader,
): PrincipalElement | undefined {
  const range = node.range ? { range: node.range } : {};
  if (node.kind === 'string' && node.text === '*')
    return { not, entries: [{ kind: 'AWS', value: '*', ...range }], ...range };
  if (node.kind !== 'object') {
    const found = node.kind === 'string' ? `\`${node.text}\`` : kindWords(node);
    report(reader, 'invalid-principal-format', {
      message: `a principal is \`"*"\` or an object, found ${found}`,
      path,
      range: node.range,
    });
    return undefined;
  }
  const entries: PrincipalEntry[] = [];
  for (const [key, member] of membersOf(node, path, reader)) {
    const at = path + pointerStep(key);
    const kind = KINDS.find((candidate) => candidate === key);
    if (!kind) {
      const near = KINDS.find((candidate) => candidate.toLowerCase() === key.toLowerCase());
      const help = near ? { help: `write \`${near}\`: the word is case-sensitive` } : {};
      report(reader, 'invalid-principal-key', {
        message: `there is no kind of principal \`${key}\``,
        path: at,
        range: member.keyRange,
        ...help,
      });
      continue;
    }
    for (const text of readTexts(member.value, at, reader, 'principals')) {
      entries.push({ kind, ...text });
      const wildcard = /[*?]/.test(text.value) && !(kind === 'AWS' && text.value === '*');
      if (wildcard) {
        report(reader, 'unsupported-principal-wildcard', {
          message: `the principal \`${text.value}\` has a wildcard`,
          path: at,
          range: text.range,
        });
      }
    }
  }
  if (entries.length === 0 && reader.diagnostics.every((one) => !one.path.startsWith(path))) {
    report(reader, 'empty-principal', { message: 'the element names no principal', path, range: node.range });
  }
  return { not, entries, ...range };
}
