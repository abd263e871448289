/** Every check, by group and name. Generated: `npm run generate`. */
import type { Check } from '../check.ts';
import { allowNotAction } from './actions/allow-not-action.ts';
import { credentialsExposureAction } from './actions/credentials-exposure-action.ts';
import { denyNotActionReview } from './actions/deny-not-action-review.ts';
import { fullWildcard } from './actions/full-wildcard.ts';
import { permissionsManagementAction } from './actions/permissions-management-action.ts';
import { redundantAction } from './actions/redundant-action.ts';
import { resourcePolicyEscalation } from './actions/resource-policy-escalation.ts';
import { sensitiveActionUnconditioned } from './actions/sensitive-action-unconditioned.ts';
import { serviceWildcard } from './actions/service-wildcard.ts';
import { unknownAction } from './actions/unknown-action.ts';
import { unknownServicePrefix } from './actions/unknown-service-prefix.ts';
import { unsupportedActionInResourcePolicy } from './actions/unsupported-action-in-resource-policy.ts';
import { wildcardAction } from './actions/wildcard-action.ts';
import { deprecatedKey } from './conditions/deprecated-key.ts';
import { forallvaluesAllowMissingKey } from './conditions/forallvalues-allow-missing-key.ts';
import { foranyvalueDenyMissingKey } from './conditions/foranyvalue-deny-missing-key.ts';
import { ifexistsDenySuggestion } from './conditions/ifexists-deny-suggestion.ts';
import { ifexistsOnAlwaysPresentKey } from './conditions/ifexists-on-always-present-key.ts';
import { ifexistsWeakensDeny } from './conditions/ifexists-weakens-deny.ts';
import { ifexistsWeakensSecurity } from './conditions/ifexists-weakens-security.ts';
import { invalidArnValue } from './conditions/invalid-arn-value.ts';
import { invalidBinaryValue } from './conditions/invalid-binary-value.ts';
import { invalidBooleanValue } from './conditions/invalid-boolean-value.ts';
import { invalidDateValue } from './conditions/invalid-date-value.ts';
import { invalidIpValue } from './conditions/invalid-ip-value.ts';
import { invalidKeyFormat } from './conditions/invalid-key-format.ts';
import { invalidNumberValue } from './conditions/invalid-number-value.ts';
import { invalidRegionValue } from './conditions/invalid-region-value.ts';
import { invalidVpcId } from './conditions/invalid-vpc-id.ts';
import { ipHostBitsSet } from './conditions/ip-host-bits-set.ts';
import { irrelevantKeyInPolicy } from './conditions/irrelevant-key-in-policy.ts';
import { keyNotSupportedByAction } from './conditions/key-not-supported-by-action.ts';
import { mfaAntipattern } from './conditions/mfa-antipattern.ts';
import { missingActionForKey } from './conditions/missing-action-for-key.ts';
import { missingQualifier } from './conditions/missing-qualifier.ts';
import { missingTagKey } from './conditions/missing-tag-key.ts';
import { mixedValueTypes } from './conditions/mixed-value-types.ts';
import { multipleBooleans } from './conditions/multiple-booleans.ts';
import { neverHolds } from './conditions/never-holds.ts';
import { nullValueNotBoolean } from './conditions/null-value-not-boolean.ts';
import { nullWithQualifier } from './conditions/null-with-qualifier.ts';
import { pairedKeyMissing } from './conditions/paired-key-missing.ts';
import { privateSourceIp } from './conditions/private-source-ip.ts';
import { qualifierOnSingleValuedKey } from './conditions/qualifier-on-single-valued-key.ts';
import { redundantNumericValues } from './conditions/redundant-numeric-values.ts';
import { tagKeyUnsupportedAllow } from './conditions/tag-key-unsupported-allow.ts';
import { tagKeyUnsupportedDeny } from './conditions/tag-key-unsupported-deny.ts';
import { typeMismatchUsable } from './conditions/type-mismatch-usable.ts';
import { typeMismatch } from './conditions/type-mismatch.ts';
import { unknownGlobalKey } from './conditions/unknown-global-key.ts';
import { unknownServiceKey } from './conditions/unknown-service-key.ts';
import { wildcardWithoutLike } from './conditions/wildcard-without-like.ts';
import { rcpBlanketDeny } from './limits/rcp-blanket-deny.ts';
import { rcpMissingServiceCarveout } from './limits/rcp-missing-service-carveout.ts';
import { rcpService } from './limits/rcp-service.ts';
import { orgForbiddenAction } from './organization/org-forbidden-action.ts';
import { orgForbiddenCondition } from './organization/org-forbidden-condition.ts';
import { orgRequiredCondition } from './organization/org-required-condition.ts';
import { denyDeniesNothing } from './policy/deny-denies-nothing.ts';
import { oldVersion } from './policy/old-version.ts';
import { policySizeIdentity } from './policy/policy-size-identity.ts';
import { policySizeResource } from './policy/policy-size-resource.ts';
import { policySizeScp } from './policy/policy-size-scp.ts';
import { policySizeTrust } from './policy/policy-size-trust.ts';
import { policyTypeHint } from './policy/policy-type-hint.ts';
import { redundantStatement } from './policy/redundant-statement.ts';
import { statementWithoutEffect } from './policy/statement-without-effect.ts';
import { federatedNotSupported } from './principals/federated-not-supported.ts';
import { ineffectiveDenyCarveOut } from './principals/ineffective-deny-carve-out.ts';
import { invalidServicePrincipal } from './principals/invalid-service-principal.ts';
import { notPrincipalUsed } from './principals/not-principal-used.ts';
import { principalBlocked } from './principals/principal-blocked.ts';
import { principalRequiresCondition } from './principals/principal-requires-condition.ts';
import { recommendedSourceKey } from './principals/recommended-source-key.ts';
import { redundantSessionPrincipal } from './principals/redundant-session-principal.ts';
import { restrictServicePrincipal } from './principals/restrict-service-principal.ts';
import { roleOrUserIdPrincipal } from './principals/role-or-user-id-principal.ts';
import { unknownFederationSource } from './principals/unknown-federation-source.ts';
import { unsupportedKeyForServicePrincipal } from './principals/unsupported-key-for-service-principal.ts';
import { allowNotResource } from './resources/allow-not-resource.ts';
import { arnAccountNotAllowed } from './resources/arn-account-not-allowed.ts';
import { arnRegionNotAllowed } from './resources/arn-region-not-allowed.ts';
import { denyNotResourceIneffective } from './resources/deny-not-resource-ineffective.ts';
import { effectivelyStar } from './resources/effectively-star.ts';
import { invalidArnAccount } from './resources/invalid-arn-account.ts';
import { invalidArnRegion } from './resources/invalid-arn-region.ts';
import { invalidArnResource } from './resources/invalid-arn-resource.ts';
import { invalidArnServiceCase } from './resources/invalid-arn-service-case.ts';
import { invalidPartition } from './resources/invalid-partition.ts';
import { missingArnRegion } from './resources/missing-arn-region.ts';
import { notActionWithNotResource } from './resources/not-action-with-not-resource.ts';
import { redundantResource } from './resources/redundant-resource.ts';
import { resourceActionMismatch } from './resources/resource-action-mismatch.ts';
import { sensitiveResourceAccess } from './resources/sensitive-resource-access.ts';
import { unnecessaryResourceStar } from './resources/unnecessary-resource-star.ts';
import { unresolvedPlaceholder } from './resources/unresolved-placeholder.ts';
import { createSlrBroad } from './roles/create-slr-broad.ts';
import { passroleBroad } from './roles/passrole-broad.ts';
import { privilegeEscalationCombo } from './roles/privilege-escalation-combo.ts';
import { confusedDeputy } from './trust/confused-deputy.ts';
import { trustActionPrincipalMismatch } from './trust/trust-action-principal-mismatch.ts';
import { trustConfirmAudType } from './trust/trust-confirm-aud-type.ts';
import { trustFederatedSyntax } from './trust/trust-federated-syntax.ts';
import { trustGithubMissingSub } from './trust/trust-github-missing-sub.ts';
import { trustGithubSubWildcard } from './trust/trust-github-sub-wildcard.ts';
import { trustOidcMissingCondition } from './trust/trust-oidc-missing-condition.ts';
import { trustRequiredCondition } from './trust/trust-required-condition.ts';
import { trustRolesAnywhereActions } from './trust/trust-roles-anywhere-actions.ts';
import { trustWildcardPrincipal } from './trust/trust-wildcard-principal.ts';
import { variableEmpty } from './variables/variable-empty.ts';
import { variableInWrongElement } from './variables/variable-in-wrong-element.ts';
import { variableMissingBrace } from './variables/variable-missing-brace.ts';
import { variableMissingQuote } from './variables/variable-missing-quote.ts';
import { variableNeedsVersion } from './variables/variable-needs-version.ts';
import { variableSpace } from './variables/variable-space.ts';
import { variableWrongOperator } from './variables/variable-wrong-operator.ts';

export const CHECKS: readonly Check[] = [
  allowNotAction,
  credentialsExposureAction,
  denyNotActionReview,
  fullWildcard,
  permissionsManagementAction,
  redundantAction,
  resourcePolicyEscalation,
  sensitiveActionUnconditioned,
  serviceWildcard,
  unknownAction,
  unknownServicePrefix,
  unsupportedActionInResourcePolicy,
  wildcardAction,
  deprecatedKey,
  forallvaluesAllowMissingKey,
  foranyvalueDenyMissingKey,
  ifexistsDenySuggestion,
  ifexistsOnAlwaysPresentKey,
  ifexistsWeakensDeny,
  ifexistsWeakensSecurity,
  invalidArnValue,
  invalidBinaryValue,
  invalidBooleanValue,
  invalidDateValue,
  invalidIpValue,
  invalidKeyFormat,
  invalidNumberValue,
  invalidRegionValue,
  invalidVpcId,
  ipHostBitsSet,
  irrelevantKeyInPolicy,
  keyNotSupportedByAction,
  mfaAntipattern,
  missingActionForKey,
  missingQualifier,
  missingTagKey,
  mixedValueTypes,
  multipleBooleans,
  neverHolds,
  nullValueNotBoolean,
  nullWithQualifier,
  pairedKeyMissing,
  privateSourceIp,
  qualifierOnSingleValuedKey,
  redundantNumericValues,
  tagKeyUnsupportedAllow,
  tagKeyUnsupportedDeny,
  typeMismatchUsable,
  typeMismatch,
  unknownGlobalKey,
  unknownServiceKey,
  wildcardWithoutLike,
  rcpBlanketDeny,
  rcpMissingServiceCarveout,
  rcpService,
  orgForbiddenAction,
  orgForbiddenCondition,
  orgRequiredCondition,
  denyDeniesNothing,
  oldVersion,
  policySizeIdentity,
  policySizeResource,
  policySizeScp,
  policySizeTrust,
  policyTypeHint,
  redundantStatement,
  statementWithoutEffect,
  federatedNotSupported,
  ineffectiveDenyCarveOut,
  invalidServicePrincipal,
  notPrincipalUsed,
  principalBlocked,
  principalRequiresCondition,
  recommendedSourceKey,
  redundantSessionPrincipal,
  restrictServicePrincipal,
  roleOrUserIdPrincipal,
  unknownFederationSource,
  unsupportedKeyForServicePrincipal,
  allowNotResource,
  arnAccountNotAllowed,
  arnRegionNotAllowed,
  denyNotResourceIneffective,
  effectivelyStar,
  invalidArnAccount,
  invalidArnRegion,
  invalidArnResource,
  invalidArnServiceCase,
  invalidPartition,
  missingArnRegion,
  notActionWithNotResource,
  redundantResource,
  resourceActionMismatch,
  sensitiveResourceAccess,
  unnecessaryResourceStar,
  unresolvedPlaceholder,
  createSlrBroad,
  passroleBroad,
  privilegeEscalationCombo,
  confusedDeputy,
  trustActionPrincipalMismatch,
  trustConfirmAudType,
  trustFederatedSyntax,
  trustGithubMissingSub,
  trustGithubSubWildcard,
  trustOidcMissingCondition,
  trustRequiredCondition,
  trustRolesAnywhereActions,
  trustWildcardPrincipal,
  variableEmpty,
  variableInWrongElement,
  variableMissingBrace,
  variableMissingQuote,
  variableNeedsVersion,
  variableSpace,
  variableWrongOperator,
];
