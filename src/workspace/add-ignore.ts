/** Adds an accepted finding to the text of a configuration; what is there stays as it is, comments too. */
import { applyEdits, modify } from 'jsonc-parser';
import type { SourceText } from '../language/index.ts';
import type { LintConfig } from '../lint/index.ts';
import { withYamlItem } from '../parse/yaml.ts';

const LIST = ['lint', 'ignore'];

/** @param source an empty text is that of a new file; of package.json the key `iamproof` */
export function withIgnoreRule({ name, text }: SourceText, rule: LintConfig['ignore'][number]): string {
  if (/\.ya?ml$/.test(name)) return withYamlItem(text, LIST, rule);
  const isNew = text.trim() === '';
  const list = /(?:^|\/)package\.json$/.test(name) ? ['iamproof', ...LIST] : LIST;
  const before = isNew ? '{}\n' : text;
  const eol = before.includes('\r\n') ? '\r\n' : '\n';
  const tabSize = /^( +)\S/m.exec(before)?.[1]?.length ?? 2;
  const formattingOptions = { insertSpaces: !/^\t/m.test(before), tabSize, eol };
  return applyEdits(before, modify(before, [...list, -1], rule, { formattingOptions, isArrayInsertion: true }));
}
