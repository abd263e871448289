/** Fixes of what the parser finds, by code; where the document has no meaning as it is, no decision can change. */

import { nearestName, typingErrors } from '../../catalog/index.ts';
import { CONDITION_OPERATORS } from '../../language/index.ts';
import { GRAMMAR, member, type PARSE_CODES, type SourceNode } from '../../parse/index.ts';
import { type Fix, remove, rename, replace } from './change.ts';
import { type FoundNode, findNode, stepsOf } from './find-node.ts';

interface Site extends FoundNode {
  readonly path: string;
  readonly root: SourceNode;
}

type ParseCode = keyof typeof PARSE_CODES;

/** Undefined where there is nothing to do by itself. */
export function parseFix(code: string, path: string, root: SourceNode): Fix | undefined {
  const make = Object.hasOwn(FIXES, code) ? FIXES[code as ParseCode] : undefined;
  const found = make && findNode(root, path);
  return found && make({ ...found, path, root });
}

const FIXES: Partial<Record<ParseCode, (site: Site) => Fix | undefined>> = {
  'unknown-policy-element': ({ path, parent, member: own }) => {
    const written = own?.key.toLowerCase();
    const { known } = stepsOf(path).length === 1 ? GRAMMAR.document : GRAMMAR.statement;
    const wanted = known.find((name) => written === name.toLowerCase() || written === `${name.toLowerCase()}s`);
    return wanted && !member(parent, wanted) ? rename(path, wanted) : undefined;
  },
  'invalid-effect': ({ path, node }) => {
    const wanted = ['Allow', 'Deny'].find(
      (word) => node.kind === 'string' && word.toLowerCase() === node.text.toLowerCase(),
    );
    return wanted === undefined ? undefined : replace(path, wanted);
  },
  'missing-version': ({ root }) => versionFix(root),
  'invalid-version': ({ root }) => versionFix(root),
  'invalid-principal-format': ({ path, node }) =>
    node.kind === 'string' && /^(?:arn:|\d{12}$)/.test(node.text)
      ? { title: `write \`{ "AWS": … }\``, changes: [{ kind: 'replace', path, value: { AWS: node.text } }] }
      : undefined,
  'trust-resource-present': ({ path }) => remove(path),
  'unexpected-id': ({ path }) => remove(path),
  'empty-sid': ({ path }) => remove(path),
  // An operator that is the only one goes with the Condition.
  'empty-condition': ({ path, parent }) =>
    remove(parent?.kind === 'object' && parent.members.length === 1 ? path.slice(0, path.lastIndexOf('/')) : path),
  'invalid-sid': ({ path, node, root }) => {
    const letters = node.kind === 'string' ? node.text.replace(/[^A-Za-z0-9]/g, '') : '';
    return letters === '' ? remove(path) : replace(path, unusedSid(letters, root));
  },
  'duplicate-sid': ({ path, node, root }) =>
    node.kind === 'string' ? replace(path, unusedSid(node.text, root)) : undefined,
  'null-with-ifexists': ({ path, parent }) =>
    member(parent, 'Null')
      ? undefined
      : rename(path, 'Null', 'the condition holds or not by whether the key is there; until now it never held'),
  'invalid-operator': ({ path, parent, member: own }) => {
    const wanted = own && nearestOperator(own.key);
    if (wanted === undefined || member(parent, wanted)) return undefined;
    return rename(path, wanted, 'until now the condition never held');
  },
};

/** The one operator that is near; a set operator before it stays. */
function nearestOperator(text: string): string | undefined {
  const [, qualifier = '', name = ''] = /^((?:ForAllValues|ForAnyValue):)?(.*)$/i.exec(text) ?? [];
  const near = nearestName(
    name,
    CONDITION_OPERATORS.map((one) => one.name),
  );
  return near && typingErrors(name.toLowerCase(), near.toLowerCase()) <= 2 ? qualifier + near : undefined;
}

/** 2012-10-17 changes nothing where no text looks like a variable. */
export function versionFix(document: SourceNode): Fix | undefined {
  const version = member(document, 'Version');
  const fix: Fix = {
    title: 'write `"Version": "2012-10-17"`',
    changes: [
      version
        ? { kind: 'replace', path: '/Version', value: '2012-10-17' }
        : { kind: 'add-member', path: '', key: 'Version', value: '2012-10-17' },
    ],
  };
  if (!hasDollar(document)) return fix;
  return { ...fix, effect: 'policy variables are then resolved; until now they are plain text', unsafe: true };
}

function hasDollar(node: SourceNode): boolean {
  switch (node.kind) {
    case 'object':
      return node.members.some(({ value }) => hasDollar(value));
    case 'array':
      return node.items.some(hasDollar);
    default:
      return node.text.includes('${');
  }
}

function unusedSid(wanted: string, root: SourceNode): string {
  const list = member(root, 'Statement');
  const statements = list?.kind === 'array' ? list.items : [];
  const used = new Set(
    statements.map((one) => member(one, 'Sid')).map((sid) => (sid?.kind === 'string' ? sid.text : undefined)),
  );
  if (!used.has(wanted)) return wanted;
  let number = 2;
  while (used.has(wanted + number)) number += 1;
  return wanted + number;
}
