/** Findings about policies of which parts are known only at deploy time: only what holds whatever those parts are. */
import { type Diagnostic, hasDeployTime, readableDeployTime } from '../language/index.ts';
import { type Member, pointerStep, type SourceNode } from '../parse/index.ts';
import type { PolicyInFile } from './policy-in-file.ts';

/** The document with `*` for each value that has an open part; the same node where there is none. */
export function widestReading(node: SourceNode): SourceNode {
  switch (node.kind) {
    case 'object': {
      const members = node.members.map(widestMember);
      return members.every((one, index) => one === node.members[index]) ? node : { ...node, members };
    }
    case 'array': {
      const items = node.items.map(widestReading);
      return items.every((one, index) => one === node.items[index]) ? node : { ...node, items };
    }
    default:
      return hasDeployTime(node.text) ? { ...node, text: '*' } : node;
  }
}

function widestMember(member: Member): Member {
  const value = widestReading(member.value);
  return value === member.value ? member : { ...member, value };
}

/** What the parser tells of the open parts themselves. */
const ABOUT_OPEN_PARTS: readonly string[] = ['known-only-at-deploy-time', 'form-known-only-at-deploy-time'];

/**
 * Findings at an open value are taken out: their words would be about what is not there yet. All others count if the
 * widest reading has them too: what is found at an action may hang on a resource that is open.
 * @param found of the document as it is, where an open value is like no other
 * @param widest of its widest reading
 */
export function certainFindings(
  found: readonly Diagnostic[],
  widest: readonly Diagnostic[],
  { node, path }: Pick<PolicyInFile, 'node' | 'path'>,
): readonly Diagnostic[] {
  const open = new Set(openPlaces(node, path));
  const kept = new Set(widest.map((one) => `${one.code} ${one.path}`));
  const certain = found.filter((one) => {
    if (ABOUT_OPEN_PARTS.includes(one.code)) return true;
    return !open.has(one.path) && kept.has(`${one.code} ${one.path}`);
  });
  return certain.map(readable);
}

function readable(one: Diagnostic): Diagnostic {
  const help = one.help === undefined ? {} : { help: readableDeployTime(one.help) };
  return { ...one, message: readableDeployTime(one.message), path: readableDeployTime(one.path), ...help };
}

function openPlaces(node: SourceNode, path: string): string[] {
  switch (node.kind) {
    case 'object':
      return node.members.flatMap(({ key, value }) => {
        const at = path + pointerStep(key);
        return [...(hasDeployTime(key) ? [at] : []), ...openPlaces(value, at)];
      });
    case 'array':
      return node.items.flatMap((item, index) => openPlaces(item, path + pointerStep(index)));
    default:
      return hasDeployTime(node.text) ? [path] : [];
  }
}
