/** What a run says beside the findings of checks: of ignores, and of files that cannot be read. */
import type { Severity } from '../language/index.ts';
import { TEMPLATE_CODES } from './template-codes.ts';

export interface RunCode {
  readonly severity: Severity;
  readonly title: string;
  readonly why: string;
  readonly help: string;
  readonly bad: string;
  readonly good: string;
}

export const RUN_CODES = {
  ...TEMPLATE_CODES,
  'unused-ignore': {
    severity: 'suggestion',
    title: 'an ignore that nothing falls under',
    why: 'what it was written for is gone, and it would hide the next finding of the kind',
    help: 'remove it',
    bad: 'an `iamproof-ignore` comment, or an entry of `lint.ignore`, without a finding',
    good: 'the same without it',
  },
  'ignore-without-reason': {
    severity: 'warning',
    title: 'an ignore that does not say why',
    why: 'whoever reads it next cannot tell whether it still holds; it is not heeded',
    help: 'write `# iamproof-ignore check-id: the reason`',
    bad: '# iamproof-ignore passrole-broad',
    good: '# iamproof-ignore passrole-broad: the deployment role of the sandbox',
  },
  'ignore-unknown-check': {
    severity: 'warning',
    title: 'an ignore of a check that does not exist',
    why: 'it ignores nothing',
    help: 'write the id in brackets of the finding',
    bad: '# iamproof-ignore pass-role: for the sandbox',
    good: '# iamproof-ignore passrole-broad: for the sandbox',
  },
  'void-in-environment': {
    severity: 'suggestion',
    title: 'an Allow that gives nothing to anybody who has it: another layer lets none of it through',
    why: 'whoever reads the policy takes it for a right; it becomes one the day the other layer changes',
    help: 'remove the statement, or find out which of the two layers is wrong',
    bad: 'Allow of `ec2:*` in a policy of a role whose boundary allows `s3:*` alone (`lint --prove`, over the environments)',
    good: 'Allow of what the boundary and the service control policies allow as well',
  },
} as const satisfies Readonly<Record<string, RunCode>>;

export type RunCodeName = keyof typeof RUN_CODES;
