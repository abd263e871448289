/** `Fn::Sub`: a text with names of the template in `${...}`. */
import { deployTime, type Range } from '../../../language/index.ts';
import { type SourceNode, toValue } from '../../../parse/index.ts';
import { attributeOf, referTo } from './references.ts';
import { argumentsOf, type Intrinsic, malformed, type Resolver, scalarText, textNode } from './resolver.ts';

export const sub: Intrinsic = (call, resolver) => {
  const takes = 'a text, or a list of a text and an object of values';
  const { argument } = call;
  const [first, second] = argument.kind === 'array' ? (argumentsOf(call, 2) ?? []) : [argument];
  const own = second?.kind === 'object' ? second.members : [];
  if (first?.kind !== 'string' || (argument.kind === 'array' && second?.kind !== 'object')) {
    return malformed(call, resolver, takes);
  }
  const variables = new Map(own.map(({ key, value }) => [key, value]));
  return textNode(substitute(first.text, { variables, range: call.range, resolver }), call.range);
};

export interface Substitution {
  /** Names that go before those of the template. */
  readonly variables: ReadonlyMap<string, SourceNode>;
  /** What a problem points at. */
  readonly range: Range | undefined;
  readonly resolver: Resolver;
}

export function substitute(text: string, substitution: Substitution): string {
  return text.replace(/\$\{(!?)([^{}]*)\}/g, (written: string, literal: string, inside: string) =>
    literal ? `\${${inside}}` : valueOfName(inside.trim(), written, substitution),
  );
}

function valueOfName(name: string, written: string, { variables, range, resolver }: Substitution): string {
  const call = { name: 'Fn::Sub', argument: textNode(name, range), range };
  const own = variables.get(name);
  if (own) return replaced(resolver.resolve(own), name);
  const { template } = resolver;
  const isKnown = template.parameters.has(name) || template.resources.has(name);
  if (!isKnown && isPolicyVariable(name)) {
    const message = `\`${written}\` is a policy variable, which Fn::Sub takes for a name of the template`;
    resolver.report('template-policy-variable', { message, range, help: `write \`\${!${name}}\`` });
    return written;
  }
  if (name === 'AWS::NoValue') return '';
  const dot = name.indexOf('.');
  if (dot > 0) return attributeOf(name.slice(0, dot), name.slice(dot + 1), { call, resolver });
  return replaced(referTo(name, call, resolver), name);
}

/** A list cannot stand in a text; a value that takes itself away leaves nothing. */
function replaced(node: SourceNode | undefined, name: string): string {
  if (!node) return '';
  const text = scalarText(node);
  if (text !== undefined) return text;
  return node.kind === 'array'
    ? node.items.map((item) => scalarText(item) ?? '').join(',')
    : deployTime(`${name} ${JSON.stringify(toValue(node))}`);
}

/** IAM's own variables: keys with their service, and the three for single characters. */
function isPolicyVariable(name: string): boolean {
  return /^[*?$]$/.test(name) || (!name.startsWith('AWS::') && /^[a-z][\w.-]*:/i.test(name));
}
