/** How linting runs in a project, and from which severity on it says no. */
import { Option } from 'commander';
import { SEVERITIES, type Severity } from '../language/index.ts';
import type { LintOptions } from '../lint/index.ts';
import { type Config, matchFiles, readMarkdown, readSourceFile, readSourceYaml } from '../workspace/index.ts';
import { type Options, text, UsageError } from './command.ts';
import type { Context } from './context.ts';
import type { OpenBaseline } from './lint-baseline.ts';

export function lintOptions(context: Context, config: Config, baseline: OpenBaseline): LintOptions {
  return {
    catalog: context.catalog(),
    readYaml: readSourceYaml,
    openFile: (node, source) => readSourceFile(node, source, config.sources),
    openText: readMarkdown,
    config: config.lint,
    fitsFile: (file, pattern) => matchFiles([file], [pattern], []).length > 0,
    baseline: baseline.known,
  };
}

/** What `--fail-on` takes. */
const LEVELS = [...SEVERITIES, 'never'] as const;
export type FailOn = (typeof LEVELS)[number];

/** Whether a finding of this severity makes the exit code 1. */
export function fails(severity: Severity, failOn: FailOn): boolean {
  return failOn !== 'never' && SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(failOn);
}

export function failOnOption(): Option {
  const option = new Option('--fail-on <severity>', `exit 1 from this severity on: ${LEVELS.join(', ')}`);
  return option.default('security');
}

export function levelOf(options: Options): FailOn {
  const given = text(options, 'failOn');
  const level = LEVELS.find((one) => one === given);
  if (!level) throw new UsageError(`there is no severity \`${given}\`; --fail-on takes ${LEVELS.join(', ')}`);
  return level;
}
