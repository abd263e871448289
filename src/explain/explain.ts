/** An evaluation in sentences: what was decided, by which statement of which file, and what would change it. */
import {
  DEFAULT_SETTINGS,
  type EvaluationResult,
  type Layer,
  type LayerTrace,
  type Location,
  type Settings,
  type StatementTrace,
} from '../language/index.ts';
import type { Question } from './changes.ts';
import { type Flip, findFlips } from './flips.ts';
import { nearMisses, nearMissWords } from './near-misses.ts';
import { SERVICE_RULES } from './service-rules.ts';
import {
  awsMessage,
  callerWords,
  conditionWords,
  dependsOn,
  LAYER_WORDS,
  statementWords,
  VERDICT_WORDS,
} from './words.ts';

/** A sentence and the place in a policy that it speaks of. */
export interface Sentence {
  readonly text: string;
  readonly location?: Location;
}

export interface Explanation {
  /** `allowed: user/alice may call s3:GetObject on arn:...`. */
  readonly headline: string;
  /** What AWS would answer, where a policy denies. */
  readonly awsMessage?: string;
  /** Why, the deciding statements first. */
  readonly because: readonly Sentence[];
  /** Implicit deny: the Allow statements that came nearest. */
  readonly nearMisses: readonly Sentence[];
  /** Denials: the smallest changes that flip the decision, each evaluated. */
  readonly flips: readonly Flip[];
  /** Keys that mattered and were not given. */
  readonly unknownKeys: readonly string[];
}

/** Reads the trace; evaluates again only to check the changes it offers. */
export function explain(
  question: Question,
  result: EvaluationResult,
  settings: Settings = DEFAULT_SETTINGS,
): Explanation {
  const { request } = question;
  const aws = awsMessage(request, result.decision, result.decidedBy);
  const may = result.decision === 'allowed' ? 'may' : result.decision === 'unknown' ? 'may or may not' : 'may not';
  const on = request.resource === '*' ? '' : ` on ${request.resource}`;
  return {
    headline: `${VERDICT_WORDS[result.decision]}: ${callerWords(request.principal)} ${may} call ${request.action}${on}`,
    ...(aws ? { awsMessage: aws } : {}),
    because: reasons(question, result),
    nearMisses: nearMisses(result).map((miss) => sentence(nearMissWords(miss), miss.location)),
    flips: findFlips(question, result, settings),
    unknownKeys: result.unknownKeys,
  };
}

function sentence(text: string, location: Location | undefined): Sentence {
  return location ? { text, location } : { text };
}

/** Why the decision is what it is, the deciding statements first. */
export function reasons(question: Question, result: EvaluationResult): Sentence[] {
  const { action } = question.request;
  switch (result.decision) {
    case 'allowed':
      return [...allowedBecause(question, result), ...filtersPassed(result)];
    case 'explicitDeny':
      return result.layers
        .filter((layer) => layer.denies === 'yes')
        .flatMap((layer) => denying(layer))
        .map(({ layer, trace }) =>
          sentence(
            `${statementWords(trace)} (${LAYER_WORDS[layer]}) denies ${action}${conditionsOf(trace)}`,
            trace.location,
          ),
        );
    case 'implicitDeny':
      return implicitBecause(question, result);
    case 'unknown':
      return [{ text: `the decision depends on ${dependsOn(result.unknownKeys)}` }];
    default:
      return result.decision satisfies never;
  }
}

function allowedBecause(question: Question, result: EvaluationResult): Sentence[] {
  const granted = result.statements.map(({ layer, trace }) =>
    sentence(`${statementWords(trace)} (${LAYER_WORDS[layer]}) allows it${conditionsOf(trace)}`, trace.location),
  );
  if (result.rule !== undefined) return [{ text: SERVICE_RULES[result.rule] ?? `rule ${result.rule}` }];
  if (result.decidedBy === 'root')
    return [{ text: `the root user is allowed everything on its own account that nothing denies` }];
  const bothNeeded = !result.sameAccount && result.decidedBy?.startsWith('identity+');
  if (!bothNeeded) return granted;
  return [
    ...granted,
    {
      text: `caller and resource are in different accounts (${question.request.principal.account} and ${question.request.resourceAccount ?? 'another'}), so both sides must allow, and do`,
    },
  ];
}

/** The layers that could have stopped an Allow and did not, or were not asked. */
function filtersPassed(result: EvaluationResult): Sentence[] {
  // A call that needs no permission was not asked about at all.
  if (result.rule !== undefined) return [];
  return result.layers
    .filter((layer) => layer.state === 'in-play' && ['rcp', 'scp', 'vpce', 'boundary', 'session'].includes(layer.layer))
    .map(({ layer, allows }) => ({
      text:
        allows === 'yes'
          ? `the ${LAYER_WORDS[layer]} lets it through`
          : `the ${LAYER_WORDS[layer]} does not allow it, and need not: the resource side names the caller directly`,
    }));
}

function denying(layer: LayerTrace): { layer: Layer; trace: StatementTrace }[] {
  return layer.nodes
    .flatMap((node) => node.statements)
    .filter((trace) => trace.effect === 'Deny' && trace.applies === 'yes')
    .map((trace) => ({ layer: layer.layer, trace }));
}

function implicitBecause(question: Question, result: EvaluationResult): Sentence[] {
  const { action } = question.request;
  if (result.decidedBy === 'service-rule') return [{ text: SERVICE_RULES[result.rule ?? ''] ?? `rule ${result.rule}` }];
  return result.missing.map((name) => {
    const layer = result.layers.find((candidate) => candidate.layer === name);
    const node = layer?.nodes.find((candidate) => candidate.allows !== 'yes');
    const where = node?.level ? ` attached to the ${node.level}${node.id ? ` ${node.id}` : ''}` : '';
    const named = [...new Set(layer?.nodes.flatMap((one) => one.statements.map((trace) => trace.policy.name)) ?? [])];
    const read =
      named.length === 0
        ? ' (there is none)'
        : named.length <= 3
          ? ` (read: ${named.join(', ')})`
          : ` (read: ${named.length} policies)`;
    return { text: `no ${LAYER_WORDS[name]}${where} allows ${action}${read}${needWords(name, question, result)}` };
  });
}

/** Why the layer's word was needed. */
function needWords(layer: Layer, { request }: Question, result: EvaluationResult): string {
  if (layer === 'trust') return ': a role can only be assumed by whom its trust policy names';
  if (layer !== 'resource') return '';
  if (request.principal.account === undefined) return ': nothing else speaks for such a caller';
  return result.sameAccount
    ? ': a KMS key answers only to whom its key policy lets in'
    : ': across accounts the resource side must allow too';
}

function conditionsOf(trace: StatementTrace): string {
  return trace.conditions.length === 0 ? '' : `: ${trace.conditions.map(conditionWords).join('; ')}`;
}
