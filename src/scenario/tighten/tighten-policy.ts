/** Least privilege by example: a policy cut down to what scenarios need, proven to allow nothing that it did not allow before. */
import type { Catalog } from '../../catalog/index.ts';
import {
  DEFAULT_SETTINGS,
  type Policy,
  type PolicyDocument,
  type PolicyType,
  policiesIn,
  type Settings,
} from '../../language/index.ts';
import { comparePolicies, type PolicyComparison } from '../../prove/index.ts';
import type { CaseResult } from '../case-result.ts';
import { replacementBy } from '../mutation/replacement.ts';
import { documentKey } from '../policy-groups.ts';
import { runCase } from '../run-case.ts';
import type { ScenarioCase } from '../scenario.ts';
import type { ScenarioReport } from '../scenario-report.ts';
import { narrowedDocument } from './narrowed-document.ts';
import { type Need, needsOf, type ResourceForm } from './needed.ts';

export interface TightenOptions {
  readonly catalog: Catalog;
  readonly settings?: Settings;
  /** `asked`, the resources of the scenarios, without it. */
  readonly resources?: ResourceForm;
  /** Patterns of actions or resources to write in the place of what they match. */
  readonly wildcards?: readonly string[];
}

export interface TightenedPolicy {
  readonly document: PolicyDocument;
  /** The cases that meet the policy; all of them pass with both. */
  readonly cases: number;
  /** The new policy held against the old one, for each type it is used as: `less` or `equivalent`. */
  readonly comparisons: readonly (PolicyComparison & { readonly type: PolicyType })[];
}

/** What keeps a policy from being tightened. */
export interface NotTightened {
  readonly why: string;
  /** Cases that would not pass any more. */
  readonly failing?: readonly ScenarioCase[];
}

/**
 * @param policy one of the policies that the cases meet, as one of them has it
 * @param report all of its cases pass
 */
export function tightenPolicy(
  policy: Policy,
  report: ScenarioReport,
  { catalog, settings = DEFAULT_SETTINGS, resources = 'asked', wildcards = [] }: TightenOptions,
): TightenedPolicy | NotTightened {
  const key = documentKey(policy);
  const isIt = (one: Policy) => documentKey(one) === key;
  const passed = report.files.flatMap((file) => file.results).filter(({ status }) => status === 'passed');
  const meeting = passed.filter(({ steps }) => steps.some((step) => policiesIn(step.policies).some(isIt)));
  if (meeting.length === 0) return { why: 'no scenario meets it: nothing tells what is needed' };
  const used = [...meeting.flatMap(({ steps }) => steps.flatMap((step) => policiesIn(step.policies))), policy];
  const types = [...new Set(used.filter(isIt).map(({ type }) => type))];

  const isAllowed = ({ received }: CaseResult) => received?.decision === 'allowed';
  const needs: Need[] = meeting.filter(isAllowed).flatMap((result) => needsOf(result, isIt, resources));
  const undivided = new Set<number>();
  const narrow = () => narrowedDocument(policy.document, needs, { wildcards, undivided });
  let document = narrow();
  const failing = () => {
    const { inCase } = replacementBy({ policy: { name: policy.name, types, document: policy.document }, document });
    return meeting.filter((result) => runCase(inCase(result.case), settings).status !== 'passed');
  };
  let broken = failing();
  if (broken.length > 0) {
    // One that is denied elsewhere may ask that this policy be not the reason; one may ask for a statement by its Sid.
    const more = broken.flatMap((result) => needsOf(result, isIt, resources));
    for (const { statement } of more) undivided.add(statement);
    needs.push(...more);
    document = narrow();
    broken = failing();
  }
  if (broken.length > 0) {
    return { why: 'cases would not pass any more', failing: broken.map((result) => result.case) };
  }
  if (document.statements.length === 0) return { why: 'no case needs any of it: it need not be attached' };
  const comparisons = types.map((type) => ({
    type,
    ...comparePolicies({ type, before: { ...policy, type }, after: { ...policy, type, document }, catalog, settings }),
  }));
  const wider = comparisons.find(({ gained }) => gained.length > 0);
  if (wider)
    return {
      why: `it would newly allow ${wider.gained[0]?.witness.action} on ${wider.gained[0]?.resources.join(', ')}`,
    };
  const open = comparisons.find(({ comparison }) => comparison === 'unknown');
  if (open) return { why: `that it allows nothing new could not be proven: ${open.unknown.join('; ')}` };
  return { document, cases: meeting.length, comparisons };
}
