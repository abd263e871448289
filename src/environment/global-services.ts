/** Services whose calls go to one region, whatever region the caller works in (D, aws:RequestedRegion). */

/**
 * Service prefix -> region of its only endpoint, as of 2026-11-23.
 * AWS: IAM User Guide, reference_policies_condition-keys (global services report us-east-1); AWS Fault Isolation Boundaries,
 * appendix A and B (which services are global; Global Accelerator and Network Manager live in us-west-2).
 */
export const GLOBAL_SERVICES: Readonly<Record<string, string>> = {
  account: 'us-east-1',
  artifact: 'us-east-1',
  'aws-portal': 'us-east-1',
  billing: 'us-east-1',
  budgets: 'us-east-1',
  ce: 'us-east-1',
  cloudfront: 'us-east-1',
  cur: 'us-east-1',
  freetier: 'us-east-1',
  globalaccelerator: 'us-west-2',
  health: 'us-east-1',
  iam: 'us-east-1',
  invoicing: 'us-east-1',
  networkmanager: 'us-west-2',
  organizations: 'us-east-1',
  payments: 'us-east-1',
  route53: 'us-east-1',
  route53domains: 'us-east-1',
  savingsplans: 'us-east-1',
  shield: 'us-east-1',
  support: 'us-east-1',
  tax: 'us-east-1',
  trustedadvisor: 'us-east-1',
  waf: 'us-east-1',
};
