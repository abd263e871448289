/** YAML text to a tree. A door of its own: who reads only JSON need not load the YAML library. */
import { Composer, type CST, type Document, Parser, type YAMLError } from 'yaml';
import type { Diagnostic, SourceText } from '../language/index.ts';
import { MOST_LEVELS, MOST_PROBLEMS, type ReadResult, tooDeep, tooLong } from './read-result.ts';
import { treeOfYaml, type YamlTags, yamlProblem } from './yaml-tree.ts';

export { printYaml } from './print-yaml.ts';
export { withYamlItem } from './yaml-item.ts';
export type { YamlTags } from './yaml-tree.ts';

/**
 * YAML 1.2 with its core schema: `yes` and `on` are texts, `true` and `false` booleans. One document, no directives,
 * merge keys, or tags other than those given.
 */
export function readYaml(source: SourceText, tags: YamlTags = new Map()): ReadResult {
  const refused = tooLong(source);
  if (refused) return { diagnostics: [refused] };
  const tokens = [...new Parser().parse(source.text)];
  const found = measure(tokens, source);
  if (found.length > 0) return { diagnostics: found };
  const [document, second] = [
    ...new Composer({ prettyErrors: false, uniqueKeys: false, logLevel: 'silent' }).compose(tokens),
  ];
  if (!document?.contents) return { diagnostics: [yamlProblem(source, 'the text is empty', { start: 0, end: 0 })] };
  const problems = [...syntaxProblems(document, source, tags), ...oneDocument(second, source)];
  return problems.length > 0 ? { diagnostics: problems } : treeOfYaml(document.contents, source, tags);
}

/** Tokens that are worth composing: no file has as many, and broken ones have a mistake at each. */
const MOST_TOKENS = 500_000;

/**
 * The library composes its documents by calling itself for each level, so the depth is measured first, on its own tokens.
 * Directives are refused: `%YAML 1.1` would make booleans of `yes` and `on`.
 */
function measure(tokens: readonly CST.Token[], source: SourceText): Diagnostic[] {
  let count = 0;
  const found: Diagnostic[] = [];
  const open = tokens.map((token) => ({ token, depth: 0 })).reverse();
  for (let next = open.pop(); next; next = open.pop()) {
    const { token, depth } = next;
    const items: readonly CST.CollectionItem[] =
      token.type === 'document' ? [token] : 'items' in token ? token.items : [];
    count += 1 + ('end' in token && token.end ? token.end.length : 0);
    for (const { start, sep } of items) count += start.length + (sep?.length ?? 0);
    if (count > MOST_TOKENS) return [tooMany(source, token.offset)];
    if (depth > MOST_LEVELS) return [tooDeep(source, token.offset)];
    if (token.type === 'directive' && !/^%YAML\s+1\.2\s*$/.test(token.source)) {
      const range = { start: token.offset, end: token.offset + token.source.length };
      found.push(yamlProblem(source, 'directives are not read', range, 'remove it; the text is read as YAML 1.2'));
    }
    const inside = items.flatMap(({ key, value }) => [key, value]);
    // The first is looked at first: the stack is last in, first out.
    for (const part of inside.reverse()) if (part) open.push({ token: part, depth: depth + ('items' in part ? 1 : 0) });
  }
  return found;
}

function tooMany(source: SourceText, offset: number): Diagnostic {
  return yamlProblem(source, 'the text has too many parts to be read', { start: offset, end: offset + 1 });
}

/** The library's errors and warnings, the first at each place. */
function syntaxProblems(document: Document.Parsed, source: SourceText, tags: YamlTags): Diagnostic[] {
  const places = new Map<number, YAMLError>();
  const warnings = document.warnings.filter(({ message }) => !tags.has(unresolvedTag(message) ?? ''));
  const errors: readonly YAMLError[] = [...document.errors, ...warnings];
  for (const error of errors) if (!places.has(error.pos[0])) places.set(error.pos[0], error);
  return [...places.values()]
    .sort((a, b) => a.pos[0] - b.pos[0])
    .slice(0, MOST_PROBLEMS)
    .map(({ message, pos: [start, end] }) => yamlProblem(source, inHouseStyle(message), { start, end }));
}

function inHouseStyle(message: string): string {
  const line = message.split('\n')[0] ?? '';
  const tag = unresolvedTag(line);
  if (tag !== undefined) return `the tag \`${tag}\` is not read`;
  return line.replace(/^[A-Z](?![A-Z])/, (letter) => letter.toLowerCase()).replace(/\.$/, '');
}

function unresolvedTag(message: string): string | undefined {
  return /^Unresolved tag: (\S*)/.exec(message)?.[1];
}

function oneDocument(second: Document.Parsed | undefined, source: SourceText): Diagnostic[] {
  if (!second) return [];
  const [start, end] = second.contents?.range ?? second.range;
  return [yamlProblem(source, 'one document is expected, and a second one follows', { start, end })];
}
