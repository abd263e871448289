/** An evaluation as indented lines, from the bare verdict to every value of every condition. */
import type {
  ElementTrace,
  EvaluationResult,
  LayerTrace,
  Location,
  NodeTrace,
  StatementTrace,
  Truth,
} from '../language/index.ts';
import { failingParts } from './near-misses.ts';
import { conditionWords, LAYER_WORDS, statementName } from './words.ts';

export const DETAIL_LEVELS = ['verdict', 'layers', 'statements', 'full'] as const;

/** How much to tell: each level holds the ones before it. */
export type DetailLevel = (typeof DETAIL_LEVELS)[number];

export interface Line {
  /** 0 for layers, 1 for statements, 2 for their parts, 3 for values. */
  readonly depth: number;
  readonly mark: Truth | 'none';
  readonly text: string;
  readonly location?: Location;
}

/** The trace at a level of detail; nothing for `verdict`, which the explanation tells. */
export function describe(result: EvaluationResult, level: DetailLevel): readonly Line[] {
  const detail = DETAIL_LEVELS.indexOf(level);
  if (detail === 0) return [];
  return result.layers
    .filter((layer) => layer.state !== 'not-in-play')
    .flatMap((layer) => [
      layerLine(layer),
      ...(detail >= 2 ? layer.nodes.flatMap((node) => nodeLines(node, detail)) : []),
    ]);
}

function layerLine(layer: LayerTrace): Line {
  const name = LAYER_WORDS[layer.layer];
  if (layer.state === 'exempt')
    return { depth: 0, mark: 'none', text: `${name}: does not reach this request (${layer.rule})` };
  if (layer.denies === 'yes') return { depth: 0, mark: 'no', text: `${name}: denies` };
  if (layer.denies === 'unknown') return { depth: 0, mark: 'unknown', text: `${name}: may deny` };
  const words = { yes: 'allows', no: 'does not allow', unknown: 'may allow' } as const;
  return { depth: 0, mark: layer.allows, text: `${name}: ${words[layer.allows]}` };
}

function nodeLines(node: NodeTrace, detail: number): Line[] {
  const head: Line[] = node.level
    ? [{ depth: 1, mark: node.allows, text: `${node.level}${node.id ? ` ${node.id}` : ''}` }]
    : [];
  return [...head, ...node.statements.flatMap((trace) => statementLines(trace, detail))];
}

function statementLines(trace: StatementTrace, detail: number): Line[] {
  const why = trace.applies === 'yes' ? 'applies' : failingParts(trace).join('; ');
  const head: Line = {
    depth: 1,
    mark: trace.applies,
    text: `${trace.effect} ${statementName(trace)} of ${trace.policy.name}: ${why}`,
    ...(trace.location ? { location: trace.location } : {}),
  };
  return detail >= 3 ? [head, ...partLines(trace)] : [head];
}

/** Every element and condition of a statement with its values: depth 2 and 3. */
export function partLines(trace: StatementTrace): Line[] {
  const { principal } = trace;
  return [
    ...(principal
      ? [
          {
            depth: 2,
            mark: principal.matches,
            text: `${principal.element}${principal.value ? ` \`${principal.value}\`` : ''}`,
          },
        ]
      : []),
    ...elementLines(trace.action),
    ...(trace.resource ? elementLines(trace.resource) : []),
    ...trace.conditions.flatMap((condition): Line[] => [
      {
        depth: 2,
        mark: condition.holds,
        text: conditionWords(condition),
        ...(condition.location ? { location: condition.location } : {}),
      },
      ...(condition.reason === 'compared' ? condition.values.map(valueLine) : []),
    ]),
  ];
}

function elementLines(element: ElementTrace): Line[] {
  return [{ depth: 2, mark: element.matches, text: element.element }, ...element.values.map(valueLine)];
}

function valueLine(value: ElementTrace['values'][number]): Line {
  const resolved = value.resolved === undefined ? '' : ` = \`${value.resolved}\``;
  const absent = value.absentKeys ? ` (no value for ${value.absentKeys.join(', ')})` : '';
  return {
    depth: 3,
    mark: value.matches,
    text: `\`${value.value}\`${resolved}${absent}`,
    ...(value.location ? { location: value.location } : {}),
  };
}
