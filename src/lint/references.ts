/** Where AWS says what the checks go by. */

/** A page of the IAM User Guide. */
export function UG(page: string): string {
  return `https://docs.aws.amazon.com/IAM/latest/UserGuide/${page}.html`;
}

/** A page of the Organizations User Guide. */
export function ORGANIZATIONS(page: string): string {
  return `https://docs.aws.amazon.com/organizations/latest/userguide/${page}.html`;
}

/** The findings of AWS's own validator. */
export const VALIDATOR = UG('access-analyzer-reference-policy-checks');

/** Actions, resource types and condition keys of every service. */
export const SERVICE_REFERENCE =
  'https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html';
