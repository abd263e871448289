/** What linting needs to read the files of a project. */
import type { LintOptions } from '../lint/index.ts';
import type { Config } from './config.ts';
import { matchFiles } from './match-files.ts';
import { readMarkdown } from './sources/markdown-blocks.ts';
import { readSourceFile } from './sources/read-source-file.ts';
import { readSourceYaml } from './sources/read-source-yaml.ts';

type LintPorts = Required<Pick<LintOptions, 'readYaml' | 'openFile' | 'openText' | 'config' | 'fitsFile'>>;

export function lintPorts({ lint, sources }: Config): LintPorts {
  return {
    readYaml: readSourceYaml,
    openFile: (node, source) => readSourceFile(node, source, sources),
    openText: readMarkdown,
    config: lint,
    fitsFile: (file, pattern) => matchFiles([file], [pattern], []).length > 0,
  };
}
