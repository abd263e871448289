/** Candidate changes to the request or to one statement that might turn a denial into an Allow. */
import type {
  ConditionTrace,
  EvaluationResult,
  Layer,
  Location,
  PoliciesInPlay,
  Policy,
  Request,
  Statement,
  StatementTrace,
} from '../language/index.ts';
import { parseOperator } from '../language/index.ts';
import { editStatement, NOTHING } from './edit.ts';
import { sampleValue } from './sample-value.ts';
import { LAYER_WORDS, list, statementWords } from './words.ts';

/** A question to the evaluator. */
export interface Question {
  readonly policies: PoliciesInPlay;
  readonly request: Request;
}

/** A change, how to make it, and what else it touches. */
export interface Change {
  readonly kind: 'request' | 'policy';
  readonly layer: Layer;
  /** An order: `send aws:MultiFactorAuthPresent=true`. */
  readonly text: string;
  /** What else the change lets in or takes away; empty when nothing but this request is touched. */
  readonly touches: readonly string[];
  readonly location?: Location;
  readonly apply: (question: Question) => Question;
}

/** Ways to make a statement apply that does not (`wanted`), or to stop one that does. */
export function changesFor(layer: Layer, trace: StatementTrace, wanted: boolean, request: Request): Change[] {
  const changes = wanted ? changesToApply(layer, trace, request) : changesToStop(layer, trace);
  return changes.filter((change) => change.kind === 'request' || isEditable(trace.policy));
}

/** AWS managed policies, named `aws:...` or by their ARN, are not the customer's to change. */
function isEditable({ name }: Policy): boolean {
  return !/^aws:|^arn:aws[a-z-]*:(?:iam|organizations)::aws:/.test(name);
}

function changesToApply(layer: Layer, trace: StatementTrace, request: Request): Change[] {
  const failing = trace.conditions.filter((condition) => condition.holds !== 'yes');
  const resourceFails = trace.resource !== undefined && trace.resource.matches !== 'yes';
  const principalFails = trace.principal !== undefined && trace.principal.matches !== 'yes';
  if (trace.action.matches !== 'yes' || principalFails) return [];
  const widened = resourceFails ? widenResource(layer, trace, request) : undefined;
  if (resourceFails) return failing.length === 0 && widened ? [widened] : [];
  const sent = sendAll(layer, failing);
  const [only] = failing;
  return [...(sent ? [sent] : []), ...(failing.length === 1 && only ? dropCondition(layer, trace, only) : [])];
}

/** One request that satisfies all the failing conditions. */
function sendAll(layer: Layer, failing: readonly ConditionTrace[]): Change | undefined {
  const sent = new Map<string, string | undefined>();
  for (const condition of failing) {
    const sample = sampleValue(condition);
    if (!sample) return undefined;
    sent.set(condition.key, sample.value);
  }
  if (sent.size === 0) return undefined;
  const words = [...sent].map(([key, value]) => (value === undefined ? `leave ${key} out` : `send ${key}=${value}`));
  return {
    kind: 'request',
    layer,
    text: `${words.join(' and ')} with the request`,
    touches: [],
    apply: (question) => ({ ...question, request: withContext(question.request, sent) }),
  };
}

function withContext(request: Request, sent: ReadonlyMap<string, string | undefined>): Request {
  const replaced = new Set([...sent.keys()].map((key) => key.toLowerCase()));
  const kept = Object.entries(request.context).filter(([key]) => !replaced.has(key.toLowerCase()));
  const added = [...sent].flatMap(([key, value]) => (value === undefined ? [] : [[key, value] as const]));
  return { ...request, context: Object.fromEntries([...kept, ...added]) };
}

function widenResource(layer: Layer, trace: StatementTrace, request: Request): Change | undefined {
  const statement = statementOf(trace);
  if (!statement?.resource || statement.resource.not) return undefined;
  const actions = trace.action.values.map((value) => value.value);
  const { resource } = statement;
  return policyChange(layer, trace, {
    text: `add \`${request.resource}\` to the Resource of ${statementWords(trace)}`,
    touches:
      actions.length === 1 && actions[0]?.toLowerCase() === request.action.toLowerCase()
        ? []
        : [`it then covers ${list(actions)} on that resource`],
    edit: (old) => ({ ...old, resource: { ...resource, values: [...resource.values, { value: request.resource }] } }),
  });
}

/** Without its only failing condition, or with IfExists where the key is merely absent. */
function dropCondition(layer: Layer, trace: StatementTrace, failing: ConditionTrace): Change[] {
  const at = trace.conditions.indexOf(failing);
  const use = parseOperator(failing.operator);
  const changes: Change[] = [];
  if (failing.reason === 'key-absent' && use && !use.ifExists && !use.qualifier) {
    changes.push(
      policyChange(layer, trace, {
        text: `write ${failing.operator}IfExists for ${failing.operator} in ${statementWords(trace)}`,
        touches: [`it then also applies whenever ${failing.key} is absent`],
        edit: (old) => ({
          ...old,
          conditions: old.conditions.map((entry, i) =>
            i === at ? { ...entry, operator: `${entry.operator}IfExists` } : entry,
          ),
        }),
      }),
    );
  }
  return changes;
}

function changesToStop(layer: Layer, trace: StatementTrace): Change[] {
  const stops = trace.conditions.flatMap((condition) => {
    const sample = sampleValue(condition, false);
    if (!sample) return [];
    const sent = new Map([[condition.key, sample.value]]);
    const text = sample.value === undefined ? `leave ${condition.key} out` : `send ${condition.key}=${sample.value}`;
    const change: Change = {
      kind: 'request',
      layer,
      text: `${text} with the request`,
      touches: [],
      apply: (question) => ({ ...question, request: withContext(question.request, sent) }),
    };
    return [change];
  });
  const actions = trace.action.values.map((value) => value.value);
  const resources = trace.resource?.values.map((value) => value.value) ?? [];
  const on =
    resources.length > 0
      ? ` on ${trace.resource?.element === 'NotResource' ? 'all but ' : ''}${list(resources, 2)}`
      : '';
  const removal = policyChange(layer, trace, {
    text: `remove ${statementWords(trace)}`,
    touches: [
      `the ${LAYER_WORDS[layer]} then no longer denies ${trace.action.element === 'NotAction' ? 'all but ' : ''}${list(actions)}${on}`,
    ],
    edit: ({ index }) => ({ ...NOTHING, index }),
  });
  return [...stops, removal];
}

interface PolicyEdit {
  readonly text: string;
  readonly touches: readonly string[];
  readonly edit: (statement: Statement) => Statement;
}

function policyChange(layer: Layer, trace: StatementTrace, change: PolicyEdit): Change {
  return {
    kind: 'policy',
    layer,
    text: change.text,
    touches: change.touches,
    ...(trace.location ? { location: trace.location } : {}),
    apply: (question) => ({
      ...question,
      policies: editStatement(question.policies, { policy: trace.policy, statement: trace.statement }, change.edit),
    }),
  };
}

function statementOf(trace: StatementTrace): Statement | undefined {
  return trace.policy.document.statements[trace.statement];
}

/** A statement of its own for exactly this request, where the layer has a policy to put it in. */
export function newStatement(layer: Layer, result: EvaluationResult, request: Request): Change | undefined {
  const trace = result.layers.find((candidate) => candidate.layer === layer);
  const node = trace?.nodes.find((candidate) => candidate.allows !== 'yes');
  const policy = node?.statements.findLast((candidate) => isEditable(candidate.policy))?.policy;
  // A statement that names a principal is for its author to write: whom to trust is no mechanical choice.
  if (!policy || layer === 'resource' || layer === 'trust' || layer === 'rcp' || layer === 'vpce') return undefined;
  return {
    kind: 'policy',
    layer,
    text: `add a statement to ${policy.name} that allows ${request.action} on \`${request.resource}\``,
    touches: [],
    apply: (question) => ({ ...question, policies: appendStatement(question.policies, policy, request) }),
  };
}

function appendStatement(policies: PoliciesInPlay, policy: Policy, request: Request): PoliciesInPlay {
  const added: Statement = {
    index: policy.document.statements.length,
    effect: 'Allow',
    action: { not: false, values: [{ value: request.action }] },
    resource: { not: false, values: [{ value: request.resource }] },
    conditions: [],
  };
  return editStatement(policies, { policy, statement: added.index }, () => added);
}
