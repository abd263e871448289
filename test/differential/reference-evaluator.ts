/**
 * A slow, plain reading of IAM on raw JSON, written from docs/semantics.md alone (sections A to F).
 * It shares no code with the product; the engine is compared against it.
 */

import type {
  CheckJson,
  NamedPolicyJson,
  PoliciesJson,
  PolicyEntries,
  PolicyEntry,
  PolicyJson,
  PrincipalJson,
  SimulationDocument,
  StatementJson,
} from './documents.ts';
import { type Context, conditionHolds, contextOf, variablesOf } from './reference-conditions.ts';
import {
  actionMatches,
  arnParts,
  type Grant,
  listOf,
  principalGrants,
  resourceMatches,
  spared,
} from './reference-matching.ts';

export type Layer = 'rcp' | 'scp' | 'vpce' | 'resource' | 'trust' | 'identity' | 'boundary' | 'session';

export interface ReferenceStatement {
  readonly layer: Layer;
  readonly policy: number;
  readonly statement: number;
  readonly sid?: string;
  readonly effect: string;
}

export interface ReferenceAnswer {
  readonly decision: 'allowed' | 'explicitDeny' | 'implicitDeny';
  readonly decidedBy: string;
  /** Implicit deny: every layer that lacks an Allow; empty for a service rule. */
  readonly missing?: readonly Layer[];
  readonly failedCheck?: number;
  /** The Deny statements of the deciding layer, or the Allow statements of the layers that granted. */
  readonly statements: readonly ReferenceStatement[];
}

/** One (action, resource) pair with everything it is decided on. */
interface Question {
  readonly policies: PoliciesJson;
  readonly caller: PrincipalJson;
  /** Lower case (B1). */
  readonly action: string;
  readonly resource: string;
  readonly resourceAccount: string | undefined;
  readonly resourceAccountIsManagement: boolean;
  readonly context: Context;
}

/** A call of several checks is allowed iff every one is (B20); the first that fails is the answer. */
export function referenceAnswer(document: SimulationDocument): ReferenceAnswer {
  const { policies, request } = document;
  const ask = (check: CheckJson) =>
    decide({
      policies,
      caller: request.principal,
      action: check.action.toLowerCase(),
      resource: check.resource,
      resourceAccount: check.resourceAccount ?? request.resourceAccount ?? request.principal.account,
      resourceAccountIsManagement: request.resourceAccountIsManagement === true,
      context: contextOf(request.context, check.context),
    });
  if (request.checks === undefined) return ask({ action: request.action ?? '', resource: request.resource ?? '*' });
  const answers = request.checks.map(ask);
  const failed = answers.findIndex((answer) => answer.decision !== 'allowed');
  const answer = answers[Math.max(failed, 0)];
  if (answer === undefined) throw new Error('a call needs at least one check');
  return failed < 0 ? answer : { ...answer, failedCheck: failed };
}

const UNSIGNED = ['anonymous', 'saml', 'oidc'];
/** E42, E43, F6, F7: only the resource side counts. */
const RESOURCE_SIDE_ONLY = [...UNSIGNED, 'service'];
const ROOTS = ['root', 'assumed-root'];

/** E.9. */
function decide(question: Question): ReferenceAnswer {
  const { caller, action } = question;
  const rule = serviceRule(question);
  const free = action === 'sts:getcalleridentity' || action === 'sts:getsessiontoken'; // F30, F31
  if (free && !UNSIGNED.includes(caller.type) && !rule) return allowed('none-required', []);
  const layers = layersOf(question);

  for (const layer of layers) {
    const denies = layer.hits.filter((hit) => hit.effect === 'Deny');
    if (denies.length === 0 || (isOwnersRescue(question) && layer.name === 'resource')) continue; // E41
    return { decision: 'explicitDeny', decidedBy: layer.name, statements: denies.map((hit) => hit.report) };
  }
  if (rule) return { decision: 'implicitDeny', decidedBy: 'service-rule', missing: [], statements: [] };

  const gates = layers.filter((layer) => ['rcp', 'scp', 'vpce'].includes(layer.name) && !layer.allows);
  const outcome = principalSide(question, layers);
  const missing = [...gates.map((layer) => layer.name), ...outcome.missing];
  const [first] = missing;
  if (first !== undefined) return { decision: 'implicitDeny', decidedBy: first, missing, statements: [] };
  const granting = layers.filter((layer) => outcome.by.split('+').includes(layer.name));
  const allows = granting.flatMap((layer) => layer.hits.filter((hit) => hit.effect === 'Allow'));
  return allowed(
    outcome.by,
    allows.map((hit) => hit.report),
  );
}

function allowed(decidedBy: string, statements: readonly ReferenceStatement[]): ReferenceAnswer {
  return { decision: 'allowed', decidedBy, statements };
}

/** What grants (`by`), or what is missing; the gates RCP, SCP and endpoint stand apart. */
interface Outcome {
  readonly by: string;
  readonly missing: readonly Layer[];
}

function principalSide(question: Question, layers: readonly LayerState[]): Outcome {
  const { caller, action } = question;
  const side: Layer = isTrustCall(question) ? 'trust' : 'resource';
  const grants = new Set(layers.find((layer) => layer.name === side)?.hits.flatMap((hit) => hit.grants));
  const lacks = (name: Layer) => layers.some((layer) => layer.name === name && !layer.allows);
  const lacking = (...names: Layer[]) => names.filter((name) => (name === side ? grants.size === 0 : lacks(name)));
  const strict = side === 'trust' || isKmsKeyCall(question); // E80, E90
  const sameAccount = caller.account === question.resourceAccount || isAssumeRootCall(question);

  if (RESOURCE_SIDE_ONLY.includes(caller.type)) return { by: side, missing: lacking(side) };
  if (ROOTS.includes(caller.type)) {
    const needsGrant = !sameAccount || strict; // E40, E83
    return { by: sameAccount ? 'root' : side, missing: [...(needsGrant ? lacking(side) : []), ...lacking('session')] };
  }
  const chained = action === 'sts:setsourceidentity' && caller.type === 'role-session'; // F12
  if (!sameAccount || chained)
    return { by: `identity+${side}`, missing: lacking(side, 'identity', 'boundary', 'session') }; // E50
  const onlyLimits = lacking('boundary', 'session');
  const byResource = grants.has('direct') || (grants.has('limited') && onlyLimits.length === 0); // E30, E31
  const delegated = !strict || grants.has('account'); // E80, F1
  const forIdentity: Layer[] = [...(delegated ? [] : [side]), ...lacking('identity', 'boundary', 'session')];
  const byIdentity = forIdentity.length === 0; // E32, E34
  if (byResource) return { by: byIdentity ? `identity+${side}` : side, missing: [] };
  if (byIdentity) return { by: strict ? `identity+${side}` : 'identity', missing: [] };
  return { by: '', missing: grants.has('limited') ? onlyLimits : forIdentity };
}

// ---------------------------------------------------------------------------------------------- rules that are no policy

function serviceRule(question: Question): boolean {
  const { caller, action, resource, context } = question;
  const [service, name] = action.split(':');
  const [, partition = '', , , account = ''] = arnParts(resource);
  if (ROOTS.includes(caller.type) && (action === 'sts:assumerole' || action === 'sts:assumeroot')) return true; // F13, F40
  if (service === 'sts') {
    const assuming = name === 'tagsession' || name === 'setsourceidentity';
    if ((name === 'assumerolewithsaml') !== (caller.type === 'saml') && !(assuming && caller.type === 'saml'))
      return true; // F6
    if ((name === 'assumerolewithwebidentity') !== (caller.type === 'oidc') && !(assuming && caller.type === 'oidc'))
      return true; // F7
    if (caller.type === 'anonymous') return true; // E43
  }
  const calls = (service === 'iam' && name !== 'passrole') || (service === 'sts' && name !== 'getcalleridentity'); // F50
  if (caller.type === 'federated-user' && calls) return true; // F20
  if (caller.type === 'user' && context.has('aws:tokenissuetime')) {
    const mfa = context.get('aws:multifactorauthpresent');
    const withMfa = mfa !== undefined && !mfa.many && mfa.values[0]?.toLowerCase() === 'true';
    if (service === 'iam' && name !== 'passrole' && !withMfa) return true; // F30, F50
    const free = ['assumerole', 'tagsession', 'setsourceidentity', 'getcalleridentity'].includes(name ?? ''); // F10, F12
    if (service === 'sts' && !free) return true; // F30
  }
  if (action === 'iam:passrole' && caller.account !== undefined) {
    const owners = [question.resourceAccount, account === '' || isPattern(account) ? undefined : account];
    if (owners.some((owner) => owner !== undefined && owner !== caller.account)) return true; // F51
  }
  const own = arnParts(caller.arn ?? '')[1] ?? '';
  return own !== '' && partition !== '' && !isPattern(own + partition) && own !== partition; // E53
}

function isPattern(text: string): boolean {
  return /[*?]/.test(text);
}

/** E41: the bucket owner's root and its policy. */
function isOwnersRescue(question: Question): boolean {
  const rescue = ['s3:getbucketpolicy', 's3:putbucketpolicy', 's3:deletebucketpolicy'].includes(question.action);
  return rescue && ROOTS.includes(question.caller.type) && question.caller.account === question.resourceAccount;
}

const TRUST_ACTIONS = [
  'assumerole',
  'assumerolewithsaml',
  'assumerolewithwebidentity',
  'tagsession',
  'setsourceidentity',
];

/** E90: the resource side of the call is the role's trust policy. */
function isTrustCall(question: Question): boolean {
  if (isAssumeRootCall(question)) return false;
  if (listOf(question.policies.trust).length > 0) return true;
  const [service, name = ''] = question.action.split(':');
  const [, , owner, , , path = ''] = arnParts(question.resource);
  return service === 'sts' && TRUST_ACTIONS.includes(name) && owner === 'iam' && path.startsWith('role/');
}

function isKmsKeyCall(question: Question): boolean {
  const [, , service, , , path = ''] = arnParts(question.resource);
  return question.action.startsWith('kms:') && service === 'kms' && path.startsWith('key/');
}

/** F40: only the principal side counts, although the account is another. */
function isAssumeRootCall(question: Question): boolean {
  const [, , service, , , path] = arnParts(question.resource);
  return question.action === 'sts:assumeroot' && service === 'iam' && path === 'root';
}

// ------------------------------------------------------------------------------------------------------------- the layers

/** A statement that applies. `grants` is how it names the caller, where the policy type has principals. */
interface Hit {
  readonly effect: string;
  readonly grants: readonly Grant[];
  readonly report: ReferenceStatement;
}

interface LayerState {
  readonly name: Layer;
  readonly allows: boolean;
  readonly hits: readonly Hit[];
}

/** The layers in play for this caller and resource, in the order of E3. */
function layersOf(question: Question): LayerState[] {
  const { policies, caller, action, resource } = question;
  const linked = caller.type === 'service-linked-role';
  const layers: LayerState[] = [];
  const rcpService = RCP_SERVICES.has(action.split(':')[0] ?? '');
  const linkedTrust =
    isTrustCall(question) && resource.includes(':role/aws-service-role/') && action.startsWith('sts:');
  const rcpExempt =
    linked ||
    linkedTrust ||
    question.resourceAccountIsManagement ||
    action === 'kms:retiregrant' ||
    !rcpService ||
    resource === '*'; // E61 to E66
  const scpExempt = linked || caller.managementAccount === true || RESOURCE_SIDE_ONLY.includes(caller.type); // E13, E14, E18
  const nodes = (name: 'rcp' | 'scp', list: PoliciesJson['scps']) => {
    const each = (list ?? []).map((node) => single(name, node.policies, question));
    layers.push({ name, allows: each.every((node) => node.allows), hits: each.flatMap((node) => node.hits) }); // E11
  };
  const add = (name: Layer, entries: PolicyEntries | undefined) => {
    if (entries !== undefined && entries !== null) layers.push(single(name, entries, question));
  };
  if (!rcpExempt) nodes('rcp', policies.rcps);
  if (!scpExempt) nodes('scp', policies.scps);
  add('vpce', policies.vpce);
  if (isTrustCall(question)) add('trust', policies.trust);
  else if (!isAssumeRootCall(question)) add('resource', policies.resource);
  if (RESOURCE_SIDE_ONLY.includes(caller.type)) return layers;
  if (!ROOTS.includes(caller.type)) {
    add('identity', policies.identity ?? []);
    add('boundary', policies.boundary);
  }
  add('session', policies.session ?? (caller.type === 'federated-user' ? [] : undefined)); // E34
  return layers;
}

/** The statements of some united policies that apply. */
function single(layer: Layer, entries: PolicyEntries, question: Question): LayerState {
  const hits: Hit[] = [];
  for (const [policy, entry] of listOf(entries).entries()) {
    const { Version, Statement } = documentOf(entry);
    for (const [index, statement] of listOf(Statement).entries()) {
      const grants = applies(statement, { layer, version: Version, question });
      if (grants === undefined) continue;
      const sid = statement.Sid === undefined ? {} : { sid: statement.Sid };
      const report = { layer, policy, statement: index, ...sid, effect: statement.Effect };
      hits.push({ effect: statement.Effect, grants: statement.Effect === 'Allow' ? grants : [], report });
    }
  }
  return { name: layer, allows: hits.some((hit) => hit.effect === 'Allow'), hits };
}

function documentOf(entry: PolicyEntry): PolicyJson {
  return isNamed(entry) ? entry.document : entry;
}

function isNamed(entry: PolicyEntry): entry is NamedPolicyJson {
  return 'document' in entry;
}

interface Place {
  readonly layer: Layer;
  readonly version: string | undefined;
  readonly question: Question;
}

/** B5. Undefined: the statement does not apply; else how it names the caller (nothing to name in an identity policy). */
function applies(statement: StatementJson, place: Place): readonly Grant[] | undefined {
  const { action, context } = place.question;
  const variables = place.version === '2012-10-17' ? variablesOf(context) : undefined; // A3
  const listed = listOf(statement.Action ?? statement.NotAction).some((pattern) => actionMatches(pattern, action));
  if (listed !== (statement.Action !== undefined)) return undefined; // B4
  if (!resourceApplies(statement, place, variables)) return undefined;
  if (!conditionHolds(statement.Condition, context, variables)) return undefined;
  if (['identity', 'boundary', 'session', 'scp'].includes(place.layer)) return [];
  const grants = callerGrants(statement, place.question);
  return grants.length === 0 ? undefined : grants;
}

function callerGrants(statement: StatementJson, question: Question): readonly Grant[] {
  const { caller, policies } = question;
  if (statement.Principal !== undefined) return principalGrants(statement.Principal, caller);
  if (statement.NotPrincipal === undefined) return [];
  if (statement.Effect === 'Allow')
    return principalGrants(statement.NotPrincipal, caller).length === 0 ? ['direct'] : [];
  const bounded = ![...RESOURCE_SIDE_ONLY, ...ROOTS].includes(caller.type) && (policies.boundary ?? null) !== null; // P9
  return bounded || !spared(statement.NotPrincipal, caller) ? ['direct'] : []; // P8
}

function resourceApplies(
  statement: StatementJson,
  place: Place,
  variables: ReturnType<typeof variablesOf> | undefined,
) {
  const { layer, question } = place;
  const fills = ['identity', 'boundary', 'scp', 'rcp'].includes(layer); // B14
  const match = (value: string) => resourceMatches(value, question.resource, { fills, variables });
  if (statement.Resource !== undefined) return listOf(statement.Resource).some((value) => match(value) === 'yes');
  if (statement.NotResource === undefined) return layer === 'trust' || layer === 'resource'; // B18
  const results = listOf(statement.NotResource).map(match);
  return !results.includes('yes') && !(statement.Effect === 'Allow' && results.includes('open')); // B17, V3
}

/** E61, the list of 2026-09-26. */
const RCP_SERVICES = new Set(
  `appstream dsql clouddirectory cloudfront cloudsearch logs networkmonitor cognito-identity cognito-idp comprehend
  comprehendmedical firehose dynamodb dax autoscaling ecr ecr-public gamelift inspector-scan kendra kinesisvideo memorydb
  aoss personalize polly s3 swf sqs textract timestream-influxdb transcribe translate workspaces appconfig
  autoscaling-plans budgets servicediscovery cloudtrail-data codeartifact codebuild codecommit codepipeline
  compute-optimizer cost-optimization-hub events fms fis health rolesanywhere kms opensearch pricing pca-connector-ad
  resource-groups secretsmanager sts signin support transfer notifications wafv2 xray`.split(/\s+/),
);
