/** What the AWS CLI answers when it is asked for one policy: `iam get-policy-version`, `s3api get-bucket-policy` and their like. */
import { type Diagnostic, type PolicyType, parseArn, type SourceText } from '../../../language/index.ts';
import { member, type SourceNode } from '../../../parse/index.ts';
import { documentAt, mayHoldPolicy, typeByPrincipals } from '../policy-document.ts';
import type { Declared, DeclaredRole, SourceFormat, SourcePolicy } from '../source-format.ts';
import { at, items, numberAt, type Spot, textAt } from '../spot.ts';

export const awsCliPolicy: SourceFormat = {
  id: 'aws-cli-policy',
  title: 'answer of the AWS CLI',
  recognises: (node) => (node.kind === 'array' ? node.items.length > 0 && node.items.every(isAnswer) : isAnswer(node)),
  read: (node, source) => {
    const root = { node, path: '' };
    const answers = node.kind === 'array' ? items(root) : [root];
    const reading: Reading = { source, policies: [], roles: [], diagnostics: [], isList: node.kind === 'array' };
    for (const one of answers) readAnswer(one, reading);
    const declared: Declared = { users: [], groups: [], roles: reading.roles, resources: [] };
    return { policies: reading.policies, declared, diagnostics: reading.diagnostics };
  },
};

/** The members of an answer that hold documents, and what they are. */
const DOCUMENTS: readonly { readonly key: string; readonly inside?: string; readonly type?: PolicyType }[] = [
  { key: 'PolicyVersion', inside: 'Document', type: 'identity' },
  { key: 'Role', inside: 'AssumeRolePolicyDocument', type: 'trust' },
  { key: 'PolicyDocument' },
  { key: 'AssumeRolePolicyDocument', type: 'trust' },
  { key: 'Policy', inside: 'Content' },
  { key: 'Policy' },
  { key: 'ResourcePolicy' },
  { key: 'policy' },
  { key: 'policyText' },
];

/** A policy by itself has none of these beside its own elements. */
function isAnswer(node: SourceNode): boolean {
  return (
    node.kind === 'object' && !member(node, 'Statement') && DOCUMENTS.some((one) => documentIn({ node, path: '' }, one))
  );
}

/** An object with statements, or a text that holds one. */
function documentIn(spot: Spot, { key, inside }: (typeof DOCUMENTS)[number]): Spot | undefined {
  const outer = at(spot, key);
  const found = inside === undefined ? outer : at(outer, inside);
  if (!found) return undefined;
  const { node } = found;
  const holds = node.kind === 'string' ? mayHoldPolicy(node.text) : member(node, 'Statement') !== undefined;
  return holds ? found : undefined;
}

interface Reading {
  readonly source: SourceText;
  readonly policies: SourcePolicy[];
  readonly roles: DeclaredRole[];
  readonly diagnostics: Diagnostic[];
  readonly isList: boolean;
}

function readAnswer(spot: Spot, reading: Reading): void {
  for (const one of DOCUMENTS) {
    const found = documentIn(spot, one);
    if (!found) continue;
    const { node, diagnostics } = documentAt(found, reading.source);
    reading.diagnostics.push(...diagnostics);
    if (!node) return;
    const type = one.type ?? controlType(at(spot, 'Policy')) ?? principalType(spot) ?? typeByPrincipals(node);
    const name = nameOf(spot) ?? one.key;
    const policy = { name: reading.isList ? `${spot.path.slice(1)} ${name}` : name, type, node, path: found.path };
    reading.policies.push(policy);
    if (one.key === 'Role') reading.roles.push(roleOf(at(spot, 'Role'), policy));
    return;
  }
}

/** `organizations describe-policy` says what it is. */
function controlType(policy: Spot | undefined): PolicyType | undefined {
  const type = textAt(at(policy, 'PolicySummary'), 'Type');
  return type === 'SERVICE_CONTROL_POLICY' ? 'scp' : type === 'RESOURCE_CONTROL_POLICY' ? 'rcp' : undefined;
}

/** `get-role-policy` and its like name whose policy it is. */
function principalType(spot: Spot): PolicyType | undefined {
  return ['RoleName', 'UserName', 'GroupName'].some((key) => at(spot, key)) ? 'identity' : undefined;
}

function nameOf(spot: Spot): string | undefined {
  for (const kind of ['Role', 'User', 'Group']) {
    const owner = textAt(spot, `${kind}Name`);
    if (owner !== undefined) return `${kind.toLowerCase()}/${owner} ${textAt(spot, 'PolicyName') ?? ''}`.trim();
  }
  const role = textAt(at(spot, 'Role'), 'RoleName');
  if (role !== undefined) return `role/${role} trust`;
  const summary = textAt(at(at(spot, 'Policy'), 'PolicySummary'), 'Name');
  if (summary !== undefined) return `policy/${summary}`;
  const version = textAt(at(spot, 'PolicyVersion'), 'VersionId');
  return version === undefined ? textAt(spot, 'PolicyName') : `PolicyVersion ${version}`;
}

/** `get-role` tells no policies but the trust policy; what it may do is not known from it. */
function roleOf(spot: Spot | undefined, trust: SourcePolicy): DeclaredRole {
  const account = parseArn(textAt(spot, 'Arn') ?? '')?.account;
  const longest = numberAt(spot, 'MaxSessionDuration');
  const boundary = textAt(at(spot, 'PermissionsBoundary'), 'PermissionsBoundaryArn');
  const id = textAt(spot, 'RoleId');
  const tags = items(at(spot, 'Tags')).map((tag) => [textAt(tag, 'Key') ?? '', textAt(tag, 'Value') ?? ''] as const);
  return {
    name: textAt(spot, 'RoleName') ?? '',
    path: textAt(spot, 'Path') ?? '/',
    ...(id === undefined ? {} : { id }),
    policies: [],
    ...(boundary === undefined ? {} : { boundary: { kind: 'elsewhere', arn: boundary } }),
    tags: Object.fromEntries(tags),
    trust,
    ...(longest === undefined ? {} : { maxSessionDuration: longest }),
    ...(account === undefined ? {} : { account }),
  };
}
