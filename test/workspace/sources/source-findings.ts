/** What lint finds in a file, a line for each finding: code, policy, place, the text that it points at, and what it says. */
import { positionAt, readableDeployTime, type SourceText } from '../../../src/language/index.ts';
import { lint } from '../../../src/lint/index.ts';
import { DEFAULT_LINT_CONFIG } from '../../../src/lint/lint-config.ts';
import { readSourceFile, readSourceYaml } from '../../../src/workspace/index.ts';
import { catalog } from '../../catalog/open-catalog.ts';

export function findingsIn(source: SourceText): readonly string[] {
  const result = lint([{ source }], {
    catalog,
    config: DEFAULT_LINT_CONFIG,
    readYaml: readSourceYaml,
    openFile: readSourceFile,
    fitsFile: () => false,
  });
  return result.diagnostics.flatMap(({ code, policy, location, message, help }) => {
    const text = location ? source.text.slice(location.range.start, location.range.end).trim() : '';
    const line = location ? positionAt(source, location.range.start).line : 0;
    const lines = [
      `${line} ${code}: ${message}`,
      `  in ${policy ?? '-'}`,
      `  at ${JSON.stringify(text)}`,
      `  help ${help ?? '-'}`,
    ];
    return lines.map(readableDeployTime);
  });
}
