/** Lints documents in memory, as tests give them. */
import { openCatalog } from '../../src/catalog/index.ts';
import { catalogFiles } from '../../src/host/catalog-files.ts';
import type { PolicyType } from '../../src/language/index.ts';
import { createLinter, DEFAULT_LINT_CONFIG, type LintConfig, type LintDiagnostic } from '../../src/lint/index.ts';
import { readYaml } from '../../src/parse/yaml.ts';

export const catalog = openCatalog(catalogFiles());

const plain = createLinter({ catalog, config: DEFAULT_LINT_CONFIG, readYaml });

/** The findings of one document. */
export function findings(document: unknown, type: PolicyType, config?: LintConfig): readonly LintDiagnostic[] {
  const linter = config ? createLinter({ catalog, config, readYaml }) : plain;
  const text = typeof document === 'string' ? document : JSON.stringify(document, null, 2);
  const name = typeof document === 'string' && !document.trimStart().startsWith('{') ? 'policy.yaml' : 'policy.json';
  return linter.lintFile({ source: { name, text }, type }).diagnostics;
}
