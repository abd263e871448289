/** Every misconception, by code. Generated: `npm run generate`. */
import type { Misconception } from '../misconception.ts';
import { absentKeyMatches } from './absent-key-matches.ts';
import { accountGrantIsEnough } from './account-grant-is-enough.ts';
import { accountMeansRootUser } from './account-means-root-user.ts';
import { actionCaseMatters } from './action-case-matters.ts';
import { allowNotActionDenies } from './allow-not-action-denies.ts';
import { bothSidesInOneAccount } from './both-sides-in-one-account.ts';
import { boundaryCapsEveryGrant } from './boundary-caps-every-grant.ts';
import { bucketAndObjectsAlike } from './bucket-and-objects-alike.ts';
import { ceilingsAreReadFirst } from './ceilings-are-read-first.ts';
import { ceilingsGrant } from './ceilings-grant.ts';
import { denyNotActionAllows } from './deny-not-action-allows.ts';
import { eitherSideAcrossAccounts } from './either-side-across-accounts.ts';
import { equalsTakesWildcards } from './equals-takes-wildcards.ts';
import { failedConditionDenies } from './failed-condition-denies.ts';
import { forAllValuesNeedsTheKey } from './for-all-values-needs-the-key.ts';
import { identityIsReadFirst } from './identity-is-read-first.ts';
import { ifExistsSkipsTheStatement } from './if-exists-skips-the-statement.ts';
import { innermostIsReadFirst } from './innermost-is-read-first.ts';
import { keyPolicyIsOptional } from './key-policy-is-optional.ts';
import { keysAreOred } from './keys-are-ored.ts';
import { missingAllowIsExplicit } from './missing-allow-is-explicit.ts';
import { narrowAllowBeatsWideDeny } from './narrow-allow-beats-wide-deny.ts';
import { negatedNeedsTheKey } from './negated-needs-the-key.ts';
import { notPrincipalSparesByOneName } from './not-principal-spares-by-one-name.ts';
import { oneScpLevelSuffices } from './one-scp-level-suffices.ts';
import { ownerScpsBindOutsiders } from './owner-scps-bind-outsiders.ts';
import { permissionAloneAssumes } from './permission-alone-assumes.ts';
import { resourceAllowBeatsDeny } from './resource-allow-beats-deny.ts';
import { resourceGrantEscapesScps } from './resource-grant-escapes-scps.ts';
import { roleGrantEscapesTheCeilings } from './role-grant-escapes-the-ceilings.ts';
import { rootIsImmune } from './root-is-immune.ts';
import { scpBindsEverybody } from './scp-binds-everybody.ts';
import { sessionPolicyAdds } from './session-policy-adds.ts';
import { trustAloneAssumes } from './trust-alone-assumes.ts';
import { valuesAreAnded } from './values-are-anded.ts';
import { valuesIgnoreCase } from './values-ignore-case.ts';

export const MISCONCEPTIONS: readonly Misconception[] = [
  bothSidesInOneAccount,
  eitherSideAcrossAccounts,
  roleGrantEscapesTheCeilings,
  ceilingsGrant,
  narrowAllowBeatsWideDeny,
  resourceAllowBeatsDeny,
  missingAllowIsExplicit,
  failedConditionDenies,
  absentKeyMatches,
  forAllValuesNeedsTheKey,
  valuesAreAnded,
  allowNotActionDenies,
  bucketAndObjectsAlike,
  scpBindsEverybody,
  ownerScpsBindOutsiders,
  trustAloneAssumes,
  keyPolicyIsOptional,
  actionCaseMatters,
  sessionPolicyAdds,
  notPrincipalSparesByOneName,
  rootIsImmune,
  boundaryCapsEveryGrant,
  keysAreOred,
  oneScpLevelSuffices,
  permissionAloneAssumes,
  accountMeansRootUser,
  accountGrantIsEnough,
  negatedNeedsTheKey,
  resourceGrantEscapesScps,
  identityIsReadFirst,
  innermostIsReadFirst,
  ceilingsAreReadFirst,
  ifExistsSkipsTheStatement,
  denyNotActionAllows,
  equalsTakesWildcards,
  valuesIgnoreCase,
];
