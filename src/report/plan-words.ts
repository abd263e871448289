/** What is said of a plan, whatever the form: its changes, its sum, its verification. */
import type { Change, Plan } from '../account/index.ts';

/** `managed policy SageMakerInvokeEndpoint`, `inline policy logs of role/app`. */
export function changeTitle({ kind, object, part, formerPart }: Change): string {
  switch (kind) {
    case 'managed policy':
      return `managed policy ${nameOf(object)}`;
    case 'identity':
      return object;
    case 'trust policy':
      return `trust policy of ${object}`;
    case 'boundary':
      return `boundary ${nameOf(part ?? formerPart ?? '')} of ${object}`;
    case 'inline policy':
      return `inline policy ${part} of ${object}`;
    case 'attachment':
      return `attachment of ${nameOf(part ?? '')} to ${object}`;
    default:
      return kind satisfies never;
  }
}

/** The name at the end of an ARN. */
export function nameOf(arn: string): string {
  return arn.slice(arn.lastIndexOf('/') + 1);
}

/** Who has a managed policy, in words; empty where nobody does or that is not asked. */
export function holderWords({ holders = [] }: Change): string {
  return holders
    .map(({ kind, name, usage }) => `${kind}/${name}${usage === 'boundary' ? ' (as its boundary)' : ''}`)
    .join(', ');
}

export function accountWords({ account: { id, alias } }: Pick<Plan, 'account'>): string {
  return `${id}${alias === undefined ? '' : ` (${alias})`}`;
}

export interface Sum {
  readonly create: number;
  readonly update: number;
  readonly delete: number;
}

export function sumOf(changes: readonly Change[]): Sum {
  const count = (action: Change['action']) => changes.filter((one) => one.action === action).length;
  return { create: count('create'), update: count('update'), delete: count('delete') };
}

/** `698 cases as expected, 7 invariants hold, ...`. */
export function verificationWords({ verification }: Plan): string {
  const { scenarios, invariants, lint, catalog } = verification;
  const cases = `${scenarios.passed} of ${scenarios.passed + scenarios.failed} cases as expected`;
  const proved = `${invariants.hold} of ${invariants.hold + invariants.fail} invariants proved`;
  const found = lint.errors + lint.others;
  const linted = `${found === 0 ? 'nothing' : found} found in the policies against AWS data of ${catalog}`;
  return `${cases}, ${proved}, ${linted}`;
}
