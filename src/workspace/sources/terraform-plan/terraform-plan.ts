/** Terraform plans and states, as `terraform show -json` writes them; OpenTofu's are the same. */
import { member } from '../../../parse/index.ts';
import type { SourceFormat } from '../source-format.ts';
import { planDeclared } from './plan-declared.ts';
import { planPolicies } from './plan-policies.ts';
import { resolver } from './plan-references.ts';
import { planResources } from './plan-resources.ts';

export const terraformPlan: SourceFormat = {
  id: 'terraform-plan',
  title: 'Terraform plan or state',
  recognises: (node) =>
    member(node, 'format_version') !== undefined &&
    ['planned_values', 'values', 'resource_changes'].some((key) => member(node, key) !== undefined),
  read: (node, source) => {
    const resources = planResources({ node, path: '' });
    const resolve = resolver(node, resources);
    const found = planPolicies(resources, source, resolve);
    return {
      policies: found.policies,
      declared: planDeclared(resources, found, resolve),
      diagnostics: found.diagnostics,
    };
  },
};
