/** A fix as edits of the text that the document is written in. */
import type { SourceText } from '../../language/index.ts';
import { formatOf, type SourceNode } from '../../parse/index.ts';
import type { Change, Fix } from './change.ts';
import { jsonEdit } from './json-edits.ts';
import type { TextEdit } from './text-edit.ts';
import { yamlEdit } from './yaml-edits.ts';

export interface TextFix extends Fix {
  /** One for each change. */
  readonly edits: readonly TextEdit[];
}

/** Undefined where a change cannot be made in this text. */
export function textFix(fix: Fix, root: SourceNode, source: SourceText): TextFix | undefined {
  const edits = fix.changes.flatMap((change) => changeEdit(change, root, source) ?? []);
  return edits.length === fix.changes.length ? { ...fix, edits } : undefined;
}

function changeEdit(change: Change, root: SourceNode, source: SourceText): TextEdit | undefined {
  const edit = formatOf(source.name, source.text) === 'yaml' ? yamlEdit : jsonEdit;
  return edit(change, root, source.text);
}
