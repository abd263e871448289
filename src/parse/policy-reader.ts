/** What the parts of the policy parser share: where they are, what they have found, and whether the meaning is still certain. */
import {
  type Diagnostic,
  deployTimeNames,
  hasDeployTime,
  type Range,
  type Severity,
  type SourceText,
  type Text,
} from '../language/index.ts';
import type { PolicyTypeRow } from '../language/policy-types/index.ts';
import { PARSE_CODES, type ParseCode } from './codes.ts';
import { problem } from './read-result.ts';
import { kindWords, type Member, pointerStep, type SourceNode } from './source-node.ts';

export interface PolicyReader {
  readonly type: PolicyTypeRow;
  readonly source: SourceText | undefined;
  readonly diagnostics: Diagnostic[];
  /** No character of the text needs a look. */
  readonly plain: boolean;
}

export interface Found {
  readonly message: string;
  readonly path: string;
  readonly range?: Range | undefined;
  readonly help?: string;
  /** Where it is not as grave as the code usually is. */
  readonly severity?: Severity;
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

/** The elements of a document and of a statement (A1, A6), and what to say of one in the wrong place. */
export const GRAMMAR = {
  document: {
    what: 'a policy document',
    known: ['Version', 'Id', 'Statement'],
    others: 'it belongs in a statement, inside `Statement`',
  },
  statement: {
    what: 'a statement',
    known: [
      'Sid',
      'Effect',
      'Principal',
      'NotPrincipal',
      'Action',
      'NotAction',
      'Resource',
      'NotResource',
      'Condition',
    ],
    others: 'it belongs beside `Statement`, at the top of the document',
  },
} as const;

const ALL_ELEMENTS: readonly string[] = [...GRAMMAR.document.known, ...GRAMMAR.statement.known];

/** Reports what is not among the known names; a name that differs only in case or by a plural is offered. */
export function reportUnknown(
  members: ReadonlyMap<string, Member>,
  place: { path: string; what: string; known: readonly string[]; others: string },
  reader: PolicyReader,
): void {
  for (const { key, keyRange } of members.values()) {
    if (place.known.includes(key)) continue;
    const near = place.known.find((name) => isNear(key, name));
    const help = near
      ? `write \`${near}\`: element names are case-sensitive and singular`
      : ALL_ELEMENTS.includes(key)
        ? place.others
        : undefined;
    report(reader, 'unknown-policy-element', {
      message: `${place.what} has no element \`${key}\``,
      path: place.path + pointerStep(key),
      range: keyRange,
      ...(help ? { help } : {}),
    });
  }
}

/** Something of the text is known only at deploy time: of an element that is told once, whatever checks would depend on it. */
export function reportOpen(reader: PolicyReader, what: string, open: readonly Text[], path: string): void {
  const names = [...new Set(open.flatMap(({ value }) => deployTimeNames(value)))].map((name) => `\`${name}\``);
  const message = `${what} could not be decided because ${listed(names)} known only at deploy time`;
  report(reader, 'known-only-at-deploy-time', { message, path, range: open[0]?.range });
}

/** `a is`, `a and b are`. */
function listed(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? `${last} is` : `${names.slice(0, -1).join(', ')} and ${last} are`;
}

/** The node stands for something of which not even the form is known; reported, since then the meaning is open. */
export function isOpenForm(reader: PolicyReader, what: string, node: SourceNode, path: string): boolean {
  if (node.kind !== 'string' || !hasDeployTime(node.text)) return false;
  const names = deployTimeNames(node.text).map((name) => `\`${name}\``);
  const message = `${what} could not be decided because ${listed(names)} known only at deploy time`;
  report(reader, 'form-known-only-at-deploy-time', { message, path, range: node.range });
  return true;
}

export function mismatch(reader: PolicyReader, node: SourceNode, path: string, expected: string): void {
  const message = `${expected} is expected here, found ${kindWords(node)}`;
  report(reader, 'data-type-mismatch', { message, path, range: node.range });
}

export interface TextUse {
  readonly path: string;
  readonly what: string;
  /** Nothing is to be said of the text: most are fine, and a place costs time. */
  readonly isFine: (value: string) => boolean;
  readonly complain: (text: Text, path: string) => void;
}

/** A text or a list of texts (A9); each that is not fine is told with the place where it stands. */
export function readTexts(node: SourceNode, use: TextUse, reader: PolicyReader): Text[] {
  const isList = node.kind === 'array';
  const items = isList ? node.items : [node];
  const texts: Text[] = [];
  let open: Text[] | undefined;
  let openPath = use.path;
  for (const [index, item] of items.entries()) {
    if (item.kind === 'string') {
      const read = text(item.text, item.range);
      texts.push(read);
      if (use.isFine(item.text)) continue;
      if (hasDeployTime(item.text)) {
        if (!open) openPath = isList ? use.path + pointerStep(index) : use.path;
        open = [...(open ?? []), read];
        continue;
      }
      use.complain(read, isList ? use.path + pointerStep(index) : use.path);
      continue;
    }
    const path = isList ? use.path + pointerStep(index) : use.path;
    mismatch(reader, item, path, `${isList ? 'a string' : 'a string or a list of strings'} (${use.what})`);
  }
  if (open) reportOpen(reader, `the ${use.what}`, open, openPath);
  return texts;
}

export function text(value: string, range: Range | undefined): Text {
  return range ? { value, range } : { value };
}
