/** One form of a scenario: the entry itself, or one row of its table. */
import type { Location, SourceText } from '../language/index.ts';
import type { SourceNode } from '../parse/index.ts';
import { type FormLayers, memberIn, memberOf, mergedMembers, type Placed, textOf, unitedTags } from './form-layers.ts';
import { contextOf, fromOf } from './given-values.ts';
import { readExpected } from './read-expected.ts';
import { readPrincipals } from './read-principals.ts';
import { readHops, readQuestion } from './read-question.ts';
import type { ScenarioForm } from './scenario.ts';
import type { ScenarioReader } from './scenario-reader.ts';

/** Undefined, and reported, where it cannot be asked. */
export function readForm(layers: FormLayers, name: string, reader: ScenarioReader): ScenarioForm | undefined {
  const principals = readPrincipals(layers, reader);
  const hops = readHops(layers, reader);
  const question = readQuestion(layers, reader);
  const expected = readExpected(layers, reader);
  if (!question || !expected) return undefined;
  const description = textOf(layers, 'description');
  const skip = textOf(layers, 'skip');
  const only = memberOf(layers, 'only')?.node;
  return {
    scenario: textOf({ ...layers, row: undefined }, 'name') ?? '',
    name,
    location: wholeOf((layers.row ?? layers.scenario).node, reader.source),
    expectedLocation: expectedLocation(layers, reader.source),
    ...(description === undefined ? {} : { description }),
    tags: unitedTags(layers),
    ...(skip === undefined ? {} : { skip }),
    only: only?.kind === 'boolean' && only.text === 'true',
    principals,
    hops,
    question,
    from: fromOf(mergedMembers(layers, 'from')),
    context: contextOf(mergedMembers(layers, 'context')),
    expected,
  };
}

/** The row's own `expect`; of a row without one, its name; else the scenario's. */
function expectedLocation({ row, scenario }: FormLayers, source: SourceText): Location {
  const owner: Placed = row ?? scenario;
  const found = memberIn(owner, 'expect');
  const key =
    owner.node.kind === 'object' ? owner.node.members.find((one) => one.key === 'expect')?.keyRange : undefined;
  if (!found?.range || !key) return owner.range ? { source, range: owner.range } : wholeOf(owner.node, source);
  return { source, range: { start: key.start, end: found.range.end } };
}

/** A tree without places stands at the beginning. */
function wholeOf({ range = { start: 0, end: 0 } }: SourceNode, source: SourceText): Location {
  return { source, range };
}
