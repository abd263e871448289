/** A JSON document that stands in a file as a text: `"{\"Version\": ...}"`, or percent-encoded as IAM gives it. */
import type { Diagnostic, Range, SourceText } from '../../language/index.ts';
import { type Member, type ReadResult, readJson, type ScalarNode, type SourceNode } from '../../parse/index.ts';
import { decodePercent, mapRange, mapString, type TextMap } from './text-map.ts';

/** The document's tree, with places in the file; what is wrong with it is told with places in the file too. */
export function readEmbedded(node: ScalarNode, source: SourceText, path: string): ReadResult {
  const written = mapString(node, source) ?? { text: node.text, map: [] };
  const { text, map } = (isEncoded(written.text) && decodePercent(written)) || written;
  const read = readJson({ name: source.name, text });
  const diagnostics = read.diagnostics.map((one) => moved(one, { source, map, path }));
  return read.node ? { node: movedNode(read.node, map), diagnostics } : { diagnostics };
}

/** Begins with an encoded brace, or has white space of that kind before it. */
function isEncoded(text: string): boolean {
  return /^\s*%(?:7[Bb]|0[AaDd9]|20)/.test(text);
}

interface Move {
  readonly source: SourceText;
  readonly map: TextMap;
  readonly path: string;
}

function moved(diagnostic: Diagnostic, { source, map, path }: Move): Diagnostic {
  const { location, ...rest } = diagnostic;
  const range = location && mapped(location.range, map);
  return { ...rest, path: path + rest.path, ...(range ? { location: { source, range } } : {}) };
}

function mapped(range: Range | undefined, map: TextMap): Range | undefined {
  return range && map.length > 0 ? mapRange(map, range) : undefined;
}

function movedNode(node: SourceNode, map: TextMap): SourceNode {
  const { range: before, ...rest } = node;
  const range = mapped(before, map);
  const place = range ? { range } : {};
  switch (rest.kind) {
    case 'object':
      return { ...rest, members: rest.members.map((one) => movedMember(one, map)), ...place };
    case 'array':
      return { ...rest, items: rest.items.map((item) => movedNode(item, map)), ...place };
    default:
      return { ...rest, ...place };
  }
}

function movedMember({ key, keyRange, value }: Member, map: TextMap): Member {
  const range = mapped(keyRange, map);
  return { key, ...(range ? { keyRange: range } : {}), value: movedNode(value, map) };
}
