/** AWS's own managed policies: a large body of real policies, in which an error must be a true one. */
import { expect, it } from 'vitest';
import { lint } from '../../src/lint/index.ts';
import { catalog } from './lint-example.ts';

const inputs = catalog.managedPolicyNames().map((name) => {
  const text = catalog.managedPolicy(name)?.text ?? '';
  return { source: { name, text }, type: 'identity' as const };
});

const result = lint(inputs, { catalog });

/**
 * True errors: actions and services that AWS's own reference does not list (of the same day, or of older documents that
 * nobody corrected), and ARNs of a kind that differs from the published one in a letter, so that they match nothing.
 */
const TRUE_ERRORS: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  AWSCodeStarFullAccess: { 'unknown-action': 1 },
  AWSIAMIdentityCenterAllowListForIdentityContext: { 'unknown-action': 2 },
  AWSManagedSettingsAdminAccess: { 'unknown-action': 24, 'unknown-service-prefix': 4 },
  AWSSupplyChainFederationAdminAccess: { 'unknown-service-prefix': 4 },
  AmazonDataZonePortalFullAccessPolicy: { 'unknown-service-prefix': 1 },
  AmazonDataZonePreviewConsoleFullAccess: { 'unknown-service-prefix': 1 },
  AmazonDataZoneSageMakerEnvironmentRolePermissionsBoundary: { 'invalid-arn-resource': 1 },
  AmazonRoute53RecoveryControlConfigReadOnlyAccess: { 'unknown-action': 1 },
  AmazonSageMakerFullAccess: { 'invalid-arn-resource': 1 },
  AmazonSageMakerHyperPodInferenceAccess: { 'invalid-arn-resource': 1 },
  AmazonSageMakerQuickSightVPCPolicy: { 'invalid-arn-resource': 1 },
  AppIntegrationsServiceLinkedRolePolicy: { 'invalid-arn-resource': 1 },
  MemoryDBServiceRolePolicy: { 'unknown-action': 1 },
  RDSCloudHsmAuthorizationRole: { 'unknown-action': 7 },
  SecurityAgentWebAppAPIPolicy: { 'unknown-action': 17 },
};

it('has no error in them but the true ones', () => {
  const errors: Record<string, Record<string, number>> = {};
  for (const { file, code, severity } of result.diagnostics) {
    if (severity !== 'error') continue;
    const counts = errors[file] ?? {};
    errors[file] = counts;
    counts[code] = (counts[code] ?? 0) + 1;
  }
  expect(errors).toEqual(TRUE_ERRORS);
});

it('looks at every one', () => {
  expect(result.summary.policies).toBe(inputs.length);
  expect(result.summary.skipped).toBe(0);
});

it('says the same again', () => {
  const again = lint(inputs.slice(0, 300), { catalog });
  const files = new Set(inputs.slice(0, 300).map(({ source }) => source.name));
  const plain = (list: typeof result.diagnostics) =>
    list
      .filter(({ file, message }) => files.has(file) && !message.includes('of other policies'))
      .map(({ file, code, path, message }) => [file, code, path, message]);
  expect(plain(again.diagnostics)).toEqual(plain(result.diagnostics));
});

it('points into the text at what the path says', () => {
  for (const { file, path, location } of result.diagnostics) {
    const text = catalog.managedPolicy(file)?.text ?? '';
    const value = path
      .split('/')
      .slice(1)
      .reduce<unknown>(
        (node, step) => (node as Record<string, unknown>)?.[step.replaceAll('~1', '/').replaceAll('~0', '~')],
        JSON.parse(text),
      );
    if (typeof value !== 'string') continue;
    // A condition is its key together with its value.
    expect(text.slice(location?.range.start, location?.range.end).endsWith(JSON.stringify(value))).toBe(true);
  }
});
