/** What the parts of the policy parser share: where they are, what they have found, and whether the meaning is still certain. */
import type { Diagnostic, Range, SourceText, Text } from '../language/index.ts';
import type { PolicyTypeRow } from '../language/policy-types/index.ts';
import { PARSE_CODES, type ParseCode } from './codes.ts';
import { problem } from './read-result.ts';
import { kindWords, type Member, pointerStep, type SourceNode } from './source-node.ts';

export interface PolicyReader {
  readonly type: PolicyTypeRow;
  readonly source: SourceText | undefined;
  readonly diagnostics: Diagnostic[];
}

export interface Found {
  readonly message: string;
  readonly path: string;
  readonly range?: Range | undefined;
  readonly help?: string;
}

export function report(reader: PolicyReader, code: ParseCode, found: Found): void {
  reader.diagnostics.push(problem(code, { ...found, source: reader.source }));
}

/** True while no problem has left the meaning open. */
export function meaningIsCertain(diagnostics: readonly Diagnostic[]): boolean {
  return !diagnostics.some(({ code }) => code in PARSE_CODES && PARSE_CODES[code as ParseCode].blocks);
}

/** The members of an object by key; a key that occurs twice is reported. */
export function membersOf(
  node: SourceNode & { kind: 'object' },
  path: string,
  reader: PolicyReader,
): Map<string, Member> {
  const members = new Map<string, Member>();
  for (const member of node.members) {
    if (members.has(member.key)) {
      const message = `\`${member.key}\` occurs twice`;
      report(reader, 'duplicate-element', { message, path: path + pointerStep(member.key), range: member.keyRange });
    } else members.set(member.key, member);
  }
  return members;
}

/** The element stands there in other letters: that is reported, and nothing is missing. */
export function isMisspelt(members: ReadonlyMap<string, Member>, name: string): boolean {
  return [...members.keys()].some((key) => key !== name && isNear(key, name));
}

/** The usual slips: another case, and a plural. */
function isNear(key: string, name: string): boolean {
  const [written, meant] = [key.toLowerCase(), name.toLowerCase()];
  return written === meant || written === `${meant}s`;
}

/** Reports what is not among the known names; a name that differs only in case is offered. */
export function reportUnknown(
  members: ReadonlyMap<string, Member>,
  known: readonly string[],
  place: { path: string; what: string; reader: PolicyReader },
): void {
  for (const { key, keyRange } of members.values()) {
    if (known.includes(key)) continue;
    const near = known.find((name) => isNear(key, name));
    report(place.reader, 'unknown-policy-element', {
      message: `${place.what} has no element \`${key}\``,
      path: place.path + pointerStep(key),
      range: keyRange,
      ...(near ? { help: `write \`${near}\`: element names are case-sensitive and singular` } : {}),
    });
  }
}

export function mismatch(reader: PolicyReader, node: SourceNode, path: string, expected: string): void {
  const message = `${expected} is expected here, found ${kindWords(node)}`;
  report(reader, 'data-type-mismatch', { message, path, range: node.range });
}

/** A text or a list of texts (A9). */
export function readTexts(node: SourceNode, path: string, reader: PolicyReader, what: string): Text[] {
  const items = node.kind === 'array' ? node.items : [node];
  return items.flatMap((item, index) => {
    if (item.kind === 'string') return [text(item.text, item.range)];
    const at = node.kind === 'array' ? path + pointerStep(index) : path;
    mismatch(
      reader,
      item,
      at,
      node.kind === 'array' ? `a string (${what})` : `a string or a list of strings (${what})`,
    );
    return [];
  });
}

export function text(value: string, range: Range | undefined): Text {
  return range ? { value, range } : { value };
}
