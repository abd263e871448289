/** The STS calls that give a session. */
import type { HopCall } from '../hop.ts';
import { assumeRole, assumeRoleWithSaml, assumeRoleWithWebIdentity } from './assume-role.ts';
import { assumeRoot } from './assume-root.ts';
import { getFederationToken } from './get-federation-token.ts';
import { getSessionToken } from './get-session-token.ts';
import type { StsCall } from './sts-call.ts';

export type { HopPlan, HopStep, StsCall } from './sts-call.ts';

export const STS_CALLS: Readonly<Record<HopCall, StsCall>> = {
  AssumeRole: assumeRole,
  AssumeRoleWithSAML: assumeRoleWithSaml,
  AssumeRoleWithWebIdentity: assumeRoleWithWebIdentity,
  GetFederationToken: getFederationToken,
  GetSessionToken: getSessionToken,
  AssumeRoot: assumeRoot,
};
