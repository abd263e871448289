/** The request of a simulation document: the caller, and the pairs of the call. */
import type { Principal, PrincipalType, Request, RequestContext } from '../language/index.ts';
import { kindWords, pointerStep, type SourceNode } from '../parse/index.ts';
import { callerOfArn } from './caller-of-arn.ts';
import {
  isGiven,
  type Members,
  type NodeReader,
  readAccount,
  readFlag,
  readMembers,
  readText,
  refuse,
} from './node-reader.ts';

export interface CallRequest {
  readonly requests: readonly Request[];
  readonly hasChecks: boolean;
}

const PAIR = ['action', 'resource', 'resourceAccount', 'context'];

export function readRequest(node: SourceNode, path: string, reader: NodeReader): CallRequest | undefined {
  const members = readMembers(node, path, ['principal', ...PAIR, 'resourceAccountIsManagement', 'checks'], reader);
  if (!members) return undefined;
  const principal = readPrincipal(members.get('principal'), { node, path: `${path}/principal` }, reader);
  const isManagement = readFlag(members, 'resourceAccountIsManagement', path, reader);
  const context = readContext(members.get('context'), `${path}/context`, reader);
  if (!principal) return undefined;
  const common = { principal, ...(isManagement === undefined ? {} : { resourceAccountIsManagement: isManagement }) };
  const account = readAccount(members, 'resourceAccount', path, reader);
  const checks = members.get('checks');
  if (!isGiven(checks)) {
    const pair = readPair(members, { node, path }, { context, account }, reader);
    return pair && { requests: [{ ...common, ...pair }], hasChecks: false };
  }
  if (members.has('action') || members.has('resource')) {
    refuse(
      reader,
      { node, path },
      '`checks` stands beside `action` or `resource`',
      'put every pair of the call into `checks`',
    );
  }
  if (checks.kind !== 'array' || checks.items.length === 0) {
    refuse(
      reader,
      { node: checks, path: `${path}/checks` },
      '`checks` is a list of at least one pair',
      'write [{"action": ..., "resource": ...}]',
    );
    return undefined;
  }
  const requests = checks.items.flatMap((item, index) => {
    const at = `${path}/checks${pointerStep(index)}`;
    const check = readMembers(item, at, PAIR, reader);
    const pair = check && readPair(check, { node: item, path: at }, { context, account }, reader);
    return pair ? [{ ...common, ...pair }] : [];
  });
  return { requests, hasChecks: true };
}

type Pair = Pick<Request, 'action' | 'resource' | 'resourceAccount' | 'context'>;

function readPair(
  members: Members,
  at: { node: SourceNode; path: string },
  whole: { context: RequestContext; account: string | undefined },
  reader: NodeReader,
): Pair | undefined {
  const action = readText(members, 'action', at.path, reader);
  const resource = readText(members, 'resource', at.path, reader);
  if (action === undefined) refuse(reader, at, 'the request has no `action`', 'write "action": "s3:GetObject"');
  else if (!/^[^\s:]+:[^\s:]+$/.test(action))
    refuse(reader, at, `\`${action}\` is no action`, 'an action is `service:Name`');
  if (resource === undefined)
    refuse(reader, at, 'the request has no `resource`', 'write the ARN, or "*" for an action that takes none');
  if (action === undefined || resource === undefined) return undefined;
  const account = readAccount(members, 'resourceAccount', at.path, reader) ?? whole.account;
  const own = readContext(members.get('context'), `${at.path}/context`, reader);
  const context = own === whole.context ? own : merge(whole.context, own);
  return { action, resource, ...(account === undefined ? {} : { resourceAccount: account }), context };
}

/** A pair's key replaces the call's, whatever their case (C50). */
function merge(context: RequestContext, own: RequestContext): RequestContext {
  const replaced = new Set(Object.keys(own).map((key) => key.toLowerCase()));
  const kept = Object.entries(context).filter(([key]) => !replaced.has(key.toLowerCase()));
  return Object.fromEntries([...kept, ...Object.entries(own)]);
}

function readContext(node: SourceNode | undefined, path: string, reader: NodeReader): RequestContext {
  if (!isGiven(node)) return {};
  if (node.kind !== 'object') {
    refuse(
      reader,
      { node, path },
      `\`context\` is an object, found ${kindWords(node)}`,
      'write {"aws:SourceIp": "203.0.113.9"}',
    );
    return {};
  }
  // A map, because a key may be called `__proto__`.
  const context = new Map<string, string | readonly string[]>();
  const seen = new Set<string>();
  for (const { key, keyRange, value } of node.members) {
    const at = { node: keyRange ? { ...value, range: keyRange } : value, path: path + pointerStep(key) };
    if (seen.has(key.toLowerCase()))
      refuse(
        reader,
        at,
        `the context key \`${key}\` occurs twice`,
        'keys ignore case; give a list for a multivalued key',
      );
    seen.add(key.toLowerCase());
    const read = readContextValue(value);
    if (read === undefined)
      refuse(
        reader,
        at,
        `\`${key}\` is a text or a list of texts, found ${kindWords(value)}`,
        'leave an absent key out',
      );
    else context.set(key, read);
  }
  return Object.fromEntries(context);
}

function readContextValue(node: SourceNode): string | readonly string[] | undefined {
  if (node.kind === 'array') {
    const texts = node.items.flatMap((item) => scalar(item) ?? []);
    return texts.length === node.items.length ? texts : undefined;
  }
  return scalar(node);
}

function scalar(node: SourceNode): string | undefined {
  return node.kind === 'string' || node.kind === 'number' || node.kind === 'boolean' ? node.text : undefined;
}

const TYPES: readonly PrincipalType[] = [
  'user',
  'role-session',
  'root',
  'federated-user',
  'service',
  'service-linked-role',
  'saml',
  'oidc',
  'assumed-root',
  'anonymous',
];

const TEXTS = ['arn', 'roleArn', 'userArn', 'service', 'provider', 'canonicalUserId'] as const;

/** What a caller of each type cannot do without. */
const NEEDS: Readonly<Record<PrincipalType, readonly (keyof Principal)[]>> = {
  user: ['arn', 'account'],
  'role-session': ['arn', 'account'],
  root: ['account'],
  'federated-user': ['arn', 'account'],
  service: ['service'],
  'service-linked-role': ['arn', 'account'],
  saml: ['provider'],
  oidc: ['provider'],
  'assumed-root': ['account'],
  anonymous: [],
};

function readPrincipal(
  node: SourceNode | undefined,
  at: { node: SourceNode; path: string },
  reader: NodeReader,
): Principal | undefined {
  if (!isGiven(node)) {
    refuse(reader, at, 'the request has no `principal`', 'write the ARN of the caller, or {"type": ...}');
    return undefined;
  }
  if (node.kind === 'string') {
    const caller = callerOfArn(node.text);
    if (!caller)
      refuse(
        reader,
        { node, path: at.path },
        `\`${node.text}\` names no caller`,
        'write the ARN of a user, role, session or root, a service principal, or `anonymous`',
      );
    return caller;
  }
  const members = readMembers(node, at.path, ['type', 'account', 'managementAccount', ...TEXTS], reader);
  if (!members) return undefined;
  const typeText = readText(members, 'type', at.path, reader);
  const type = TYPES.find((candidate) => candidate === typeText);
  if (!type) {
    refuse(
      reader,
      { node, path: `${at.path}/type` },
      typeText === undefined ? 'the principal has no `type`' : `there is no principal type \`${typeText}\``,
      `write one of ${TYPES.join(', ')}`,
    );
    return undefined;
  }
  const texts = TEXTS.flatMap((key) => {
    const text = readText(members, key, at.path, reader);
    return text === undefined ? [] : [[key, text] as const];
  });
  const named = texts.find(([key]) => key === 'arn')?.[1];
  const account =
    readAccount(members, 'account', at.path, reader) ?? (named === undefined ? undefined : callerOfArn(named)?.account);
  const management = readFlag(members, 'managementAccount', at.path, reader);
  const principal: Principal = {
    type,
    ...Object.fromEntries(texts),
    ...(account === undefined ? {} : { account }),
    ...(management === undefined ? {} : { managementAccount: management }),
  };
  const missing = NEEDS[type].filter((key) => principal[key] === undefined);
  if (missing.length === 0) return principal;
  refuse(reader, { node, path: at.path }, `a principal of type ${type} needs \`${missing.join('` and `')}\``, 'add it');
  return undefined;
}
