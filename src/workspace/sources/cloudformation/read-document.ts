/** A policy document of a template, once for every combination of conditions that changes it. */
import { isDeployTime } from '../../../language/index.ts';
import { type Member, readJson, type ScalarNode, type SourceNode, toValue } from '../../../parse/index.ts';
import { readEmbedded } from '../embedded-json.ts';
import { conditionHolds, isPossible } from './conditions.ts';
import type { Branch, Place } from './policy-places.ts';
import { movedTo, type Resolver, scalarText } from './resolver.ts';
import { substitute } from './substitution.ts';
import type { TemplateReading } from './template-reading.ts';

export interface ReadDocument {
  /** With undecided choices left open. */
  readonly whole: SourceNode;
  readonly path: string;
  /** What the document is in each case; one without branches where there is only one case. */
  readonly cases: readonly DocumentCase[];
}

export interface DocumentCase {
  readonly node: SourceNode;
  /** Conditions of which the document makes use, and their outcome in this case. */
  readonly branches: readonly Branch[];
}

/** Comparisons that are tried in all combinations: three make up to eight cases. */
const MOST_COMPARISONS = 3;

/** @param given what is known of conditions where the document stands */
export function readDocument(
  place: Place,
  given: readonly Branch[],
  reading: TemplateReading,
): ReadDocument | undefined {
  const resolver = reading.resolver();
  const read = documentOf(place, resolver, reading);
  if (!read) return undefined;
  const whole = read.node;
  const comparisons = [...resolver.undecided.values()];
  const conditions = [...resolver.conditions];
  const one = { whole, path: read.path, cases: [{ node: whole, branches: [] }] };
  if (conditions.length === 0) return one;
  if (comparisons.length > MOST_COMPARISONS) {
    const names = conditions.map((name) => `\`${name}\``).join(', ');
    const message = `what the policy says hangs on ${comparisons.length} comparisons that are decided at deploy time (${names}); the parts that they choose are left open`;
    reading.report('template-many-conditions', { message, range: place.node.range, path: place.path });
    return one;
  }
  const cases = combinations(comparisons.map(({ key }) => key))
    .filter((outcomes) => isPossible(outcomes, comparisons, resolver))
    .flatMap((outcomes): DocumentCase[] => {
      const assuming = reading.resolver(outcomes);
      // What is wrong with a condition has been said where it was asked for.
      const holds = (name: string) => conditionHolds(name, place.node, { ...assuming, report: () => undefined });
      if (given.some((branch) => holds(branch.condition) === !branch.holds)) return [];
      const node = documentOf(place, assuming, reading)?.node;
      const branches = conditions.flatMap((condition): Branch[] => {
        const outcome = holds(condition);
        return outcome === undefined ? [] : [{ condition, holds: outcome }];
      });
      return node ? [{ node, branches }] : [];
    });
  const [first, ...others] = new Map(cases.map((one) => [JSON.stringify(toValue(one.node)), one])).values();
  if (!first) return one;
  return {
    whole,
    path: read.path,
    cases: others.length === 0 ? [{ node: first.node, branches: [] }] : [first, ...others],
  };
}

function combinations(keys: readonly string[]): ReadonlyMap<string, boolean>[] {
  return keys.reduce<ReadonlyMap<string, boolean>[]>(
    (all, key) => all.flatMap((one) => [new Map([...one, [key, true]]), new Map([...one, [key, false]])]),
    [new Map()],
  );
}

interface DocumentAt {
  readonly node: SourceNode;
  readonly path: string;
}

/** The document as a tree, whether it is written as one or as a text of JSON. */
function documentOf(place: Place, resolver: Resolver, reading: TemplateReading): DocumentAt | undefined {
  const { node, path } = place;
  const call = node.kind === 'object' && node.members.length === 1 ? node.members[0] : undefined;
  if (call?.key === 'Fn::ToJsonString') {
    const inner = { ...place, node: call.value, path: `${path}/Fn::ToJsonString` };
    return documentOf(inner, resolver, reading);
  }
  if (node.kind === 'string' && !isDeployTime(node.text)) return embedded(node, path, reading);
  if (call?.key === 'Fn::Sub') return substituted(call, place, { resolver, reading });
  const found = resolver.resolve(node);
  if (!found) return undefined;
  // A text that a function has put together has no places of its own.
  const text = found.kind === 'string' && !isDeployTime(found.text) ? found.text : undefined;
  if (text === undefined) return { node: found, path };
  const read = readJson({ name: reading.template.source.name, text });
  if (read.node) return { node: movedTo(node.range, read.node), path };
  const message = 'the text that the function makes is not JSON';
  reading.report('template-malformed-function', {
    message,
    range: node.range,
    path,
    help: 'write the policy as JSON, with double quotes',
  });
  return undefined;
}

function embedded(node: ScalarNode, path: string, reading: TemplateReading): DocumentAt | undefined {
  const read = readEmbedded(node, reading.template.source, path);
  for (const one of read.diagnostics) reading.add(one);
  return read.node && { node: read.node, path };
}

interface Substituting {
  readonly resolver: Resolver;
  readonly reading: TemplateReading;
}

/** The text is read with its names in it, and they are replaced in the tree: so each part keeps its place. */
function substituted(call: Member, { node, path }: Place, { resolver, reading }: Substituting): DocumentAt | undefined {
  const [first, second] = call.value.kind === 'array' ? call.value.items : [call.value];
  if (first?.kind !== 'string') {
    const found = resolver.resolve(node);
    return found && { node: found, path };
  }
  const inner = `${path}/Fn::Sub${call.value.kind === 'array' ? '/0' : ''}`;
  const read = embedded(first, inner, reading);
  const variables = new Map(second?.kind === 'object' ? second.members.map(({ key, value }) => [key, value]) : []);
  const replace = (one: SourceNode): SourceNode => {
    switch (one.kind) {
      case 'object':
        return {
          ...one,
          members: one.members.map((each) => ({
            ...each,
            key: text(each.key, each.keyRange),
            value: replace(each.value),
          })),
        };
      case 'array':
        return { ...one, items: one.items.map(replace) };
      default:
        return one.kind === 'string' ? { ...one, text: text(scalarText(one) ?? '', one.range) } : one;
    }
  };
  const text = (written: string, range: Member['keyRange']) => substitute(written, { variables, range, resolver });
  return read && { node: replace(read.node), path: inner };
}
