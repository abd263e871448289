/** What the parts of the resolver of intrinsic functions have in common. */
import { deployTime, deployTimeNames, type Range, readableDeployTime } from '../../../language/index.ts';
import type { TemplateCode } from '../../../lint/index.ts';
import type { ScalarNode, SourceNode } from '../../../parse/index.ts';
import type { Template } from './template.ts';

export interface Resolver {
  readonly template: Template;
  /** A value with its functions carried out; undefined for `AWS::NoValue`, which takes itself away. */
  readonly resolve: (node: SourceNode) => SourceNode | undefined;
  /** Comparisons that are taken to hold, or not to: key of the comparison -> outcome. */
  readonly assumed: ReadonlyMap<string, boolean>;
  /** Comparisons that came up and that nothing decides. */
  readonly undecided: Map<string, Comparison>;
  /** Names of conditions that were asked for by `Fn::If` and hang on such comparisons. */
  readonly conditions: Set<string>;
  /** What conditions and names have come to: each may be asked for from many places. */
  readonly outcomes: Map<string, boolean | undefined>;
  readonly ownNames: Map<string, string>;
  /** Resources and conditions that are being looked at: what stands inside itself is found by it. */
  readonly underway: Set<string>;
  readonly report: (code: TemplateCode, fault: ResolverFault) => void;
}

/** `Fn::Equals` of an unknown text. */
export interface Comparison {
  readonly key: string;
  readonly left: string;
  readonly right: string;
}

export interface ResolverFault {
  readonly message: string;
  readonly range?: Range | undefined;
  readonly help?: string;
}

/** A function with its argument, where it stands. */
export interface Call {
  /** `Fn::Sub` */
  readonly name: string;
  readonly argument: SourceNode;
  readonly range?: Range | undefined;
}

/** A stack has at most 500 resources; what hangs on more of them in a row than this is left open. */
export const MOST_UNDERWAY = 250;

/** What a function comes to; undefined for nothing at all. */
export type Intrinsic = (call: Call, resolver: Resolver) => SourceNode | undefined;

/** A text in the place of the function. */
export function textNode(text: string, range: Range | undefined): ScalarNode {
  return { kind: 'string', text, ...(range ? { range } : {}) };
}

/** A value that is known only at deploy time. */
export function openNode(name: string, range: Range | undefined): ScalarNode {
  return textNode(deployTime(readableDeployTime(name)), range);
}

/** A function chooses it, so that it may be any name of the template. */
export function isUndecided(text: string): boolean {
  return deployTimeNames(text).some((name) => name.startsWith('Fn::'));
}

/** The same value in another place. */
export function movedTo(range: Range | undefined, node: SourceNode): SourceNode {
  const place = range ? { range } : {};
  switch (node.kind) {
    case 'object':
      return {
        kind: 'object',
        members: node.members.map(({ key, value }) => ({ key, value: movedTo(range, value), ...keyPlace(range) })),
        ...place,
      };
    case 'array':
      return { kind: 'array', items: node.items.map((item) => movedTo(range, item)), ...place };
    default:
      return { kind: node.kind, text: node.text, ...place };
  }
}

function keyPlace(range: Range | undefined) {
  return range ? { keyRange: range } : {};
}

export function scalarText(node: SourceNode | undefined): string | undefined {
  return node === undefined || node.kind === 'object' || node.kind === 'array' ? undefined : node.text;
}

/** Says what the function takes, and leaves its value open. */
export function malformed(call: Call, resolver: Resolver, takes: string): ScalarNode {
  const message = `\`${call.name}\` takes ${takes}`;
  resolver.report('template-malformed-function', { message, range: call.range });
  return openNode(call.name, call.range);
}

/** The items of a list of a length between the two; undefined, and said, otherwise. */
export function argumentsOf(call: Call, least: number, most = least): readonly SourceNode[] | undefined {
  const { argument } = call;
  return argument.kind === 'array' && argument.items.length >= least && argument.items.length <= most
    ? argument.items
    : undefined;
}
