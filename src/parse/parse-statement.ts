/** One statement of a policy document (A5 to A17, A30 to A42). */
import {
  type ConditionEntry,
  deployTime,
  type Effect,
  hasDeployTime,
  type ListElement,
  type PrincipalElement,
  readableDeployTime,
  type Statement,
  splitArn,
  splitDeployTime,
} from '../language/index.ts';
import type { ParseCode } from './codes.ts';
import { parseConditions } from './parse-condition.ts';
import { parsePrincipal } from './parse-principal.ts';
import {
  GRAMMAR,
  isMisspelt,
  isOpenForm,
  membersOf,
  mismatch,
  type PolicyReader,
  readTexts,
  report,
  reportUnknown,
  type TextUse,
} from './policy-reader.ts';
import { kindWords, type Member, type SourceNode } from './source-node.ts';
import { checkLimits } from './statement-limits.ts';

interface Place {
  readonly index: number;
  readonly path: string;
}

type Members = ReadonlyMap<string, Member>;

/** Undefined where the statement has no certain meaning; what is wrong is reported. */
export function parseStatement(node: SourceNode, place: Place, reader: PolicyReader): Statement | undefined {
  const { path, index } = place;
  if (isOpenForm(reader, 'the statement', node, path)) return undefined;
  if (node.kind !== 'object') {
    report(reader, 'statement-not-object', {
      message: `a statement is an object, found ${kindWords(node)}`,
      path,
      range: node.range,
    });
    return undefined;
  }
  const members = membersOf(node, path, reader);
  reportUnknown(members, { path, ...GRAMMAR.statement }, reader);
  const context = {
    members,
    path,
    reader,
    start: node.range && { start: node.range.start, end: node.range.start + 1 },
  };
  const effect = isMisspelt(members, 'Effect') ? undefined : parseEffect(context);
  const sid = parseSid(context);
  const principal = parsePrincipalElement(context, effect);
  const action = parseActions(context);
  const resource = parseResources(context);
  const conditions = parseConditionElement(context);
  checkLimits({ effect, action, principal, resource, conditions }, { path, members }, reader);
  if (!effect || !action) return undefined;
  return {
    index,
    ...(sid === undefined ? {} : { sid }),
    effect,
    ...(principal ? { principal } : {}),
    action,
    ...(resource ? { resource } : {}),
    conditions,
    ...(node.range ? { range: node.range } : {}),
  };
}

interface Context {
  readonly members: Members;
  readonly path: string;
  readonly reader: PolicyReader;
  /** Where to point when something is missing. */
  readonly start: SourceNode['range'];
}

/** A11. */
function parseEffect({ members, path, reader, start }: Context): Effect | undefined {
  const node = members.get('Effect')?.value;
  if (!node) {
    report(reader, 'missing-effect', { message: 'the statement has no `Effect`', path, range: start });
    return undefined;
  }
  const at = `${path}/Effect`;
  if (isOpenForm(reader, 'the effect', node, at)) return undefined;
  if (node.kind !== 'string') mismatch(reader, node, at, 'a string');
  else if (node.text === 'Allow' || node.text === 'Deny') return node.text;
  else
    report(reader, 'invalid-effect', { message: `there is no effect \`${node.text}\``, path: at, range: node.range });
  return undefined;
}

/** A13. */
function parseSid({ members, path, reader }: Context): string | undefined {
  const node = members.get('Sid')?.value;
  if (!node) return undefined;
  const at = `${path}/Sid`;
  if (node.kind !== 'string') {
    mismatch(reader, node, at, 'a string');
    return undefined;
  }
  if (hasDeployTime(node.text)) return readableDeployTime(node.text);
  if (node.text === '') report(reader, 'empty-sid', { message: 'the Sid is empty', path: at, range: node.range });
  else if (reader.type.sid === 'alphanumeric' && !/^[A-Za-z0-9]+$/.test(node.text)) {
    report(reader, 'invalid-sid', {
      message: `the Sid \`${node.text}\` has characters other than A-Z, a-z and 0-9`,
      path: at,
      range: node.range,
    });
  }
  return node.text;
}

/** The element or its Not form (A10); undefined where there is neither, or both. */
function either(context: Context, name: string): { not: boolean; member: Member; path: string } | undefined {
  const { members, path, reader } = context;
  const [plain, not] = [members.get(name), members.get(`Not${name}`)];
  if (plain && not) {
    const message = `the statement has both \`${name}\` and \`Not${name}\``;
    report(reader, 'conflicting-elements', { message, path: `${path}/Not${name}`, range: not.keyRange });
    return undefined;
  }
  const member = plain ?? not;
  return member && { not: plain === undefined, member, path: `${path}/${member.key}` };
}

function parsePrincipalElement(context: Context, effect: Effect | undefined): PrincipalElement | undefined {
  const { path, reader, start, members } = context;
  const { type } = reader;
  if (type.principal === 'forbidden') {
    for (const key of ['Principal', 'NotPrincipal']) {
      const message = `a statement of this policy type (${type.title}) takes no \`${key}\``;
      reportPresent(context, key, { code: 'unexpected-principal', message });
    }
    return undefined;
  }
  const found = either(context, 'Principal');
  if (!found) {
    if (type.principal === 'required' && !members.has('Principal')) {
      const message = `a statement of a ${type.title} must have a \`Principal\``;
      report(reader, 'missing-principal', { message, path, range: start });
    }
    return undefined;
  }
  const at = { path: found.path, range: found.member.keyRange };
  if (found.not && type.notPrincipal === 'forbidden') {
    const code = type.type === 'trust' ? 'trust-not-principal' : 'unexpected-not-principal';
    report(reader, code, { message: `a ${type.title} takes no \`NotPrincipal\``, ...at });
  } else if (found.not && effect === 'Allow') {
    report(reader, 'allow-not-principal', { message: '`NotPrincipal` stands with Allow', ...at });
  }
  return parsePrincipal(found.member.value, { not: found.not, path: found.path }, reader);
}

/** Of an element that does not belong in the statement, if it is there. */
function reportPresent(
  { members, path, reader }: Context,
  key: string,
  found: { code: ParseCode; message: string },
): void {
  const member = members.get(key);
  if (member) report(reader, found.code, { message: found.message, path: `${path}/${key}`, range: member.keyRange });
}

/** A14. */
function parseActions(context: Context): ListElement | undefined {
  const { path, reader, start, members } = context;
  const found = either(context, 'Action');
  if (!found) {
    if (!members.has('Action')) {
      const message = 'the statement has neither `Action` nor `NotAction`';
      report(reader, 'missing-action', { message, path, range: start });
    }
    return undefined;
  }
  const element = listElement(found, reader, {
    what: 'actions',
    isFine: (value) => value === '*' || isActionForm(value),
    complain: ({ value, range }, at) => {
      if (/^[a-z0-9*?-]+:[^:\s]+$/i.test(value)) {
        const message = `\`${value}\` has a wildcard before the colon`;
        report(reader, 'wildcard-service-name', { message, path: at, range });
      } else report(reader, 'invalid-action', { message: `\`${value}\` is no action`, path: at, range });
    },
  });
  if (isEmptyList(found.member.value)) {
    report(reader, 'empty-action', {
      message: `the list \`${found.member.key}\` is empty`,
      path: found.path,
      range: element.range,
    });
  }
  return element;
}

const COLON = 58;

/** `service:Name`: letters, digits and dashes, one colon, and then neither colons nor white space. */
function isActionForm(value: string): boolean {
  let at = 0;
  for (let code = value.charCodeAt(0); isPrefixCharacter(code); code = value.charCodeAt(at)) at++;
  if (at === 0 || value.charCodeAt(at) !== COLON || at + 1 === value.length) return false;
  for (at++; at < value.length; at++) {
    const code = value.charCodeAt(at);
    if (code === COLON || code <= 32) return false;
    if (code > 126) return !hasDeployTime(value) && /^[a-z0-9-]+:[^:\s]+$/i.test(value);
  }
  return true;
}

function isPrefixCharacter(code: number): boolean {
  const lower = code | 32;
  return (lower >= 97 && lower <= 122) || (code >= 48 && code <= 57) || code === 45;
}

function hasSixFields(value: string): boolean {
  return splitArn(value) !== undefined;
}

/** What stands open is only a name, or what every account and region fills in for itself: no check looks at that. */
function isOfKnownKind(value: string): boolean {
  if (!hasDeployTime(value)) return true;
  const parts = splitDeployTime(value).map((part) =>
    part.kind === 'text' ? part.text : part.name.startsWith('AWS::') ? 'x' : deployTime('open'),
  );
  const fields = splitArn(parts.join(''));
  return fields !== undefined && !fields.slice(0, 5).some(hasDeployTime);
}

/** A15, A33, B14. */
function parseResources(context: Context): ListElement | undefined {
  const { path, reader, start, members } = context;
  const { type } = reader;
  if (type.resource === 'forbidden') {
    for (const key of ['Resource', 'NotResource']) {
      const message = `a ${type.title} takes no \`${key}\``;
      reportPresent(context, key, { code: 'trust-resource-present', message });
    }
    return undefined;
  }
  const found = either(context, 'Resource');
  if (!found) {
    if (type.resource === 'required' && !members.has('Resource')) {
      const message = 'the statement has neither `Resource` nor `NotResource`';
      report(reader, 'missing-resource', { message, path, range: start });
    }
    return undefined;
  }
  const element = listElement(found, reader, {
    what: 'resources',
    isFine: (value) => value === '*' || (value.startsWith('arn') && hasSixFields(value) && isOfKnownKind(value)),
    complain: ({ value, range }, at) => {
      if (!value.startsWith('arn')) {
        report(reader, 'invalid-arn-prefix', { message: `the resource \`${value}\` is no ARN`, path: at, range });
      } else {
        const message = `the ARN \`${value}\` has fewer than six fields`;
        const code = type.incompleteArn === 'malformed' ? 'malformed-session-arn' : 'missing-arn-field';
        report(reader, code, { message, path: at, range, ...(type.incompleteArn === 'filled' ? FILLED : {}) });
      }
    },
  });
  if (isEmptyList(found.member.value)) {
    report(reader, 'empty-resource', {
      message: `the list \`${found.member.key}\` is empty`,
      path: found.path,
      range: element.range,
    });
  }
  return element;
}

/** B14: there the missing fields are wildcards. */
const FILLED = {
  severity: 'warning',
  help: 'write all six fields; AWS reads the missing ones as `*`, and its own validator refuses the form',
} as const;

function isEmptyList(node: SourceNode): boolean {
  return node.kind === 'array' && node.items.length === 0;
}

function listElement(
  found: { not: boolean; member: Member; path: string },
  reader: PolicyReader,
  use: Omit<TextUse, 'path'>,
): ListElement {
  const { value } = found.member;
  const values = readTexts(value, { path: found.path, ...use }, reader);
  return { not: found.not, values, ...(value.range ? { range: value.range } : {}) };
}

function parseConditionElement({ members, path, reader }: Context): readonly ConditionEntry[] {
  const node = members.get('Condition')?.value;
  return node ? parseConditions(node, `${path}/Condition`, reader) : [];
}
