/** The Allow statements that came nearest to granting what was denied, and what kept each from it. */
import type { EvaluationResult, Layer, LayerTrace, Location, StatementTrace } from '../language/index.ts';
import { conditionWords, list, statementWords } from './words.ts';

export interface NearMiss {
  readonly layer: Layer;
  readonly trace: StatementTrace;
  /** What matched: `action and resource match`. */
  readonly matching: string;
  /** One phrase for each part that did not. */
  readonly failing: readonly string[];
  readonly location?: Location;
}

/** At most `most` statements per layer that lacks an Allow, the nearest first; a statement about other actions is no miss. */
export function nearMisses(result: EvaluationResult, most = 3): readonly NearMiss[] {
  return result.missing.flatMap((name) => {
    const layer = result.layers.find((candidate) => candidate.layer === name);
    if (!layer) return [];
    return lackingStatements(layer)
      .filter((trace) => trace.effect === 'Allow' && trace.applies !== 'yes' && trace.action.matches === 'yes')
      .map((trace) => nearMiss(name, trace))
      .sort((a, b) => a.failing.length - b.failing.length)
      .slice(0, most);
  });
}

/** The statements of the nodes that do not allow: another node's Allow is no help (E11). */
function lackingStatements(layer: LayerTrace): StatementTrace[] {
  return layer.nodes.filter((node) => node.allows !== 'yes').flatMap((node) => node.statements);
}

function nearMiss(layer: Layer, trace: StatementTrace): NearMiss {
  const location = trace.location;
  const matched = [
    ...(trace.principal?.matches === 'yes' ? ['principal'] : []),
    'action',
    ...(trace.resource?.matches === 'yes' ? ['resource'] : []),
  ];
  return {
    layer,
    trace,
    matching: `${matched.length > 1 ? `${matched.slice(0, -1).join(', ')} and ${matched.at(-1)} match` : `${matched[0]} matches`}`,
    failing: failingParts(trace),
    ...(location ? { location } : {}),
  };
}

/** One phrase for each part of the statement that does not match. */
export function failingParts(trace: StatementTrace): string[] {
  const failing: string[] = [];
  if (trace.principal && trace.principal.matches !== 'yes')
    failing.push(`${trace.principal.element} does not name the caller`);
  if (trace.action.matches !== 'yes') failing.push(`${trace.action.element} does not cover the action`);
  if (trace.resource && trace.resource.matches !== 'yes') {
    const absent = trace.resource.values.flatMap((value) => value.absentKeys ?? []);
    const values = list(
      trace.resource.values.map((value) => value.resolved ?? value.value),
      2,
    );
    failing.push(
      absent.length > 0
        ? `${trace.resource.element} needs a value for ${list(absent)}`
        : trace.resource.element === 'Resource'
          ? `Resource ${values} does not cover it`
          : `NotResource ${values} excepts it`,
    );
  }
  for (const condition of trace.conditions) if (condition.holds !== 'yes') failing.push(conditionWords(condition));
  return failing;
}

/** `ReadLogs: action and resource match; Bool aws:MultiFactorAuthPresent: key absent`. */
export function nearMissWords(miss: NearMiss): string {
  return `${statementWords(miss.trace)}: ${miss.matching}; ${miss.failing.join('; ')}`;
}
