/** `Fn::FindInMap`: a value of the section Mappings. */
import { hasDeployTime, readableDeployTime } from '../../../language/index.ts';
import { member, type SourceNode, toValue } from '../../../parse/index.ts';
import {
  argumentsOf,
  type Call,
  type Intrinsic,
  malformed,
  movedTo,
  openNode,
  type Resolver,
  scalarText,
} from './resolver.ts';

export const findInMap: Intrinsic = (call, resolver) => {
  const takes = 'a list of the names of a mapping, of a key in it and of a key in that';
  const items = argumentsOf(call, 3, 4);
  const names = (items ?? []).slice(0, 3).map((item) => scalarText(resolver.resolve(item)));
  const [mapping, top, second] = names;
  if (!items || mapping === undefined || top === undefined || second === undefined) {
    return malformed(call, resolver, takes);
  }
  const otherwise = member(items[3], 'DefaultValue');
  const open = openNode(`Fn::FindInMap ${mapping}.${top}.${second}`, call.range);
  if (hasDeployTime(mapping)) return open;
  const found = lookUp({ mapping, top, second }, resolver);
  if (found.length === 0) {
    return otherwise ? resolver.resolve(otherwise) : missing({ mapping, top, second }, call, resolver);
  }
  // With a default, a key that is not there yet is as likely as those that are.
  const isSure = otherwise === undefined || !(hasDeployTime(top) || hasDeployTime(second));
  const [value, ...others] = new Map(found.map((node) => [JSON.stringify(toValue(node)), node])).values();
  return value && isSure && others.length === 0 ? movedTo(call.range, value) : open;
};

interface Keys {
  readonly mapping: string;
  readonly top: string;
  readonly second: string;
}

/** All values that may be meant: an open key may be any that the mapping has, since the deployment fails with another. */
function lookUp({ mapping, top, second }: Keys, { template }: Resolver): readonly SourceNode[] {
  const rows = candidates(template.mappings.get(mapping), top);
  return rows.flatMap((row) => candidates(row, second));
}

function candidates(node: SourceNode | undefined, key: string): readonly SourceNode[] {
  if (node?.kind !== 'object') return [];
  if (hasDeployTime(key)) return node.members.map(({ value }) => value);
  const found = member(node, key);
  return found ? [found] : [];
}

function missing({ mapping, top, second }: Keys, call: Call, resolver: Resolver): SourceNode {
  const { template } = resolver;
  const name = readableDeployTime(`${mapping}.${top}.${second}`);
  if (!template.mappings.has(mapping) && template.hasMacro) return openNode(`Fn::FindInMap ${name}`, call.range);
  const message = `the template has no mapping \`${name}\``;
  resolver.report('template-unknown-name', { message, range: call.range });
  return openNode(`Fn::FindInMap ${name}`, call.range);
}
