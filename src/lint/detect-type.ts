/** Which type of policy a document is, by what stands in it. */
import type { PolicyType } from '../language/index.ts';
import { member, type SourceNode } from '../parse/index.ts';

export interface DetectedType {
  readonly type: PolicyType;
  /** Why another type is as likely, in words. */
  readonly doubt?: string;
}

/** Principals make it a resource-based policy, or a trust policy where all is about taking on a role; else identity-based. */
export function detectType(node: SourceNode): DetectedType {
  const statements = statementsOf(node);
  const named = statements.filter((one) => has(one, 'Principal') || has(one, 'NotPrincipal'));
  if (named.length === 0) return withoutPrincipals(statements);
  const type = statements.every(isAboutAssuming) ? 'trust' : 'resource';
  if (named.length < statements.length) {
    return { type, doubt: 'some statements have a principal and some have none' };
  }
  const isDenyToAll = statements.every((one) => text(one, 'Effect') === 'Deny' && text(one, 'Principal') === '*');
  if (type === 'resource' && isDenyToAll && statements.every((one) => !has(one, 'NotAction'))) {
    return { type, doubt: 'statements that only deny, to everybody, are what a resource control policy is made of' };
  }
  return { type };
}

function withoutPrincipals(statements: readonly SourceNode[]): DetectedType {
  const isBare = statements.length > 0 && statements.every((one) => !has(one, 'Resource') && !has(one, 'NotResource'));
  if (isBare && statements.every(isAboutAssuming)) {
    return { type: 'trust', doubt: 'it is about taking on roles, but names neither principals nor resources' };
  }
  return { type: 'identity' };
}

const ELEMENTS = /^(?:version|id|statements?|sid|effect|actions?|resources?|principals?|conditions?)$/i;

/** An object that has nothing of a policy: a file that was named by mistake. */
export function isForeign(node: SourceNode): boolean {
  return node.kind === 'object' && node.members.length > 0 && !node.members.some(({ key }) => ELEMENTS.test(key));
}

/** An object with a Statement that holds what only statements hold, in whatever letters: wrong ones are a mistake to find. */
export function looksLikePolicy(node: SourceNode): boolean {
  const list = inAnyLetters(node, 'statement');
  if (list?.kind === 'array' && list.items.length === 0) return inAnyLetters(node, 'version') !== undefined;
  return listed(list).some((one) => {
    const names = keysOf(one);
    return (
      names.includes('effect') && names.some((name) => name === 'action' || name === 'notaction' || name === 'resource')
    );
  });
}

function inAnyLetters(node: SourceNode, lowerKey: string): SourceNode | undefined {
  const at = keysOf(node).indexOf(lowerKey);
  return node.kind === 'object' ? node.members[at]?.value : undefined;
}

function keysOf(node: SourceNode): readonly string[] {
  return node.kind === 'object' ? node.members.map(({ key }) => key.toLowerCase()) : [];
}

function statementsOf(node: SourceNode): readonly SourceNode[] {
  return listed(member(node, 'Statement'));
}

function listed(list: SourceNode | undefined): readonly SourceNode[] {
  if (list?.kind === 'array') return list.items;
  return list ? [list] : [];
}

function has(node: SourceNode, key: string): boolean {
  return member(node, key) !== undefined;
}

function text(node: SourceNode, key: string): string | undefined {
  const found = member(node, key);
  return found?.kind === 'string' ? found.text : undefined;
}

const ASSUMING = ['sts:assumerole', 'sts:assumerolewithsaml', 'sts:assumerolewithwebidentity', 'sts:assumeroot'];
const BESIDE_ASSUMING = ['sts:tagsession', 'sts:setsourceidentity', 'sts:setcontext', 'sts:*'];

function isAboutAssuming(statement: SourceNode): boolean {
  const action = member(statement, 'Action');
  const items = action?.kind === 'array' ? action.items : action ? [action] : [];
  if (items.length === 0 || has(statement, 'Resource')) return false;
  return items.every((item) => {
    const name = item.kind === 'string' ? item.text.toLowerCase() : '';
    return ASSUMING.includes(name) || BESIDE_ASSUMING.includes(name) || name.startsWith('sts:assumerole');
  });
}
