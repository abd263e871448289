/** The configuration of a run that also asks the prover. */
import { CHECKS } from './checks/index.ts';
import type { LintConfig } from './lint-config.ts';

/** Every check that has the option `prove` does so. */
export function withProofs(config: LintConfig): LintConfig {
  const { checks } = config;
  const proving = CHECKS.filter(({ options }) => options?.prove !== undefined).map(({ id }) => {
    const own = checks[id];
    const settings = typeof own === 'object' ? own : own === undefined ? {} : { severity: own };
    return [id, { ...settings, prove: true }] as const;
  });
  return { ...config, checks: { ...checks, ...Object.fromEntries(proving) } };
}
