/** What was found in each file of the run before: who lints again and again looks only at what changed. */
import type { LintConfig } from './lint-config.ts';
import type { LintedFile, Linter, LintInput } from './linter.ts';

export interface LintMemory {
  /** A linter that remembers, as long as the configuration is the same. */
  readonly linter: (config: LintConfig, make: () => Linter) => Linter;
}

export function lintMemory(): LintMemory {
  let kept: { readonly text: string; readonly linter: Linter } | undefined;
  return {
    linter: (config, make) => {
      const text = JSON.stringify(config);
      if (kept?.text !== text) kept = { text, linter: remembering(make()) };
      return kept.linter;
    },
  };
}

function remembering(linter: Linter): Linter {
  const known = new Map<string, { readonly input: LintInput; readonly linted: LintedFile }>();
  return {
    lintFile: (input) => {
      const last = known.get(input.source.name);
      if (last?.input.source.text === input.source.text && last.input.type === input.type) return last.linted;
      const linted = linter.lintFile(input);
      known.set(input.source.name, { input, linted });
      return linted;
    },
  };
}
