/** GetSessionToken: the same user, with temporary credentials that can say whether MFA was used (F30, D9, E46). */
import type { Refusal } from '../hop-result.ts';
import { passedKeys } from './hop-keys.ts';
import { sessionLength } from './session-length.ts';
import type { HopPlan, HopStep, StsCall } from './sts-call.ts';
import { userSessionLimits } from './user-session-limits.ts';

export const getSessionToken: StsCall = { takes: ['mfa'], plan };

function plan({ caller, hop, from }: HopStep): HopPlan {
  const { duration, refusals } = sessionLength(hop, userSessionLimits(caller.principal, 'F30'));
  return {
    actions: ['sts:GetSessionToken'],
    resource: '*',
    ...passedKeys(hop),
    refusals: [...callerRefusals(caller), ...refusals],
    next: {
      ...caller,
      temporary: true,
      session: {
        transitiveTags: [],
        mfa: from.mfa ?? false,
        ...(from.time === undefined ? {} : { issuedAt: from.time }),
        context: {},
      },
    },
    duration,
  };
}

function callerRefusals({ principal, temporary, label }: HopStep['caller']): Refusal[] {
  if (principal.type !== 'user' && principal.type !== 'root') {
    return [{ rule: 'F30', message: `only users and root can call GetSessionToken, ${label} cannot` }];
  }
  return temporary ? [{ rule: 'F30', message: 'GetSessionToken needs long-term credentials' }] : [];
}
