/** Policies in the code blocks of a Markdown file. */
import type { SourceText } from '../../language/index.ts';
import { detectType, type FileContent, looksLikePolicy, type PolicyInFile } from '../../lint/index.ts';
import { readSource } from '../../parse/index.ts';
import { readYaml } from '../../parse/yaml.ts';

/** A fence, and what the block is in; the closing one has at least as many marks. */
const BLOCK = /^( {0,3})(`{3,}|~{3,})[ \t]*(json|ya?ml)\b[^\n]*\n([\s\S]*?)^ {0,3}\2/gim;

/** Undefined for a file of another kind. Blocks that are no policies, or fragments of one, are passed over. */
export function readMarkdown(source: SourceText): FileContent | undefined {
  if (!/\.(?:md|markdown|mdx)$/i.test(source.name)) return undefined;
  const policies: PolicyInFile[] = [];
  for (const found of source.text.matchAll(BLOCK)) {
    const [whole, , fence = '', language = '', body = ''] = found;
    const start = found.index + whole.lastIndexOf(body, whole.length - fence.length);
    const node = readBlock(source, { start, end: start + body.length }, language.toLowerCase());
    if (!node || !looksLikePolicy(node)) continue;
    policies.push({
      name: `block ${policies.length + 1}`,
      type: detectType(node).type,
      node,
      path: `/${policies.length}`,
    });
  }
  return { policies, diagnostics: [] };
}

/** The rest of the file is blanked out, so that all places are those of the file. */
function readBlock(source: SourceText, { start, end }: { start: number; end: number }, language: string) {
  const before = source.text.slice(0, start).replaceAll(/[^\n]/g, ' ');
  const text = before + source.text.slice(start, end);
  const format = language === 'json' ? 'json' : 'yaml';
  return readSource({ name: source.name, text }, { format, readYaml }).node;
}
