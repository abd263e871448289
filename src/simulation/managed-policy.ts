/** AWS managed policies by the names that documents give them. */
import type { Catalog } from '../catalog/index.ts';
import type { Policy, PolicyType } from '../language/index.ts';
import { parsePolicy } from '../parse/index.ts';

export type FoundPolicy =
  | { readonly policy: Policy; readonly problem?: never }
  | { readonly policy?: never; readonly problem: string; readonly help: string };

/** @param reference `aws:Name` or the policy's ARN; the policy is then called `aws:Name` */
export function findManagedPolicy(catalog: Catalog, reference: string, type: PolicyType): FoundPolicy {
  const found = catalog.managedPolicy(reference);
  if (!found) {
    const near = catalog.suggestManagedPolicy(reference.replace(/^aws:|^.*\//, ''));
    const problem = `there is no AWS managed policy \`${reference}\` in the catalog of ${catalog.date}`;
    return {
      problem,
      help: near ? `did you mean \`aws:${near.replace(/^aws:|^.*\//, '')}\`?` : 'see `iamproof catalog policy NAME`',
    };
  }
  const name = `aws:${found.name}`;
  const { document } = parsePolicy({ name, text: found.text }, type);
  if (document) return { policy: { name, type, document } };
  return {
    problem: `the AWS managed policy \`${reference}\` cannot be used as a policy of type ${type}`,
    help: 'attach it where it belongs',
  };
}
