/** GetFederationToken (F20, F21). */

import type { Refusal } from '../hop-result.ts';
import { federatedCaller } from '../make-caller.ts';
import { mergeTags, tagRefusals } from '../session-tags.ts';
import { FEDERATED_NAME_FORM, isFederatedName } from '../sts-names.ts';
import { passedKeys } from './hop-keys.ts';
import { sessionLength } from './session-length.ts';
import { sessionPolicies, sessionPolicyRefusals } from './session-policies.ts';
import type { HopPlan, HopProblem, HopStep, StsCall } from './sts-call.ts';
import { userSessionLimits } from './user-session-limits.ts';

export const getFederationToken: StsCall = {
  takes: ['name', 'tags', 'sessionPolicy', 'sessionPolicies'],
  plan,
};

function plan({ caller, hop, from }: HopStep): HopPlan | HopProblem {
  const { name } = hop;
  if (name === undefined) return { problems: ['`GetFederationToken` needs a `name`'] };
  const { principal } = caller;
  const { duration, refusals } = sessionLength(hop, userSessionLimits(principal, 'F20'));
  const policies = sessionPolicies(hop);
  const { tags = {} } = hop;
  return {
    actions: ['sts:GetFederationToken', ...(Object.keys(tags).length > 0 ? ['sts:TagSession'] : [])],
    resource: `arn:aws:sts::${principal.account ?? ''}:federated-user/${name}`,
    ...passedKeys(hop),
    refusals: [...ownRefusals(name, caller), ...tagRefusals(hop, {}), ...sessionPolicyRefusals(hop), ...refusals],
    next: federatedCaller({
      parent: caller,
      name,
      tags: mergeTags(caller.tags, tags),
      session: {
        ...(policies ? { policies } : {}),
        transitiveTags: [],
        ...(from.time === undefined ? {} : { issuedAt: from.time }),
        context: {},
      },
    }),
    duration,
  };
}

function ownRefusals(name: string, { principal, temporary, label }: HopStep['caller']): Refusal[] {
  const refusals: Refusal[] = [];
  if (!isFederatedName(name)) {
    refusals.push({ rule: 'F20', message: `\`${name}\` is no name of a federated user: ${FEDERATED_NAME_FORM}` });
  }
  if (principal.type !== 'user' && principal.type !== 'root') {
    refusals.push({ rule: 'F20', message: `only users and root can call GetFederationToken, ${label} cannot` });
  } else if (temporary) {
    refusals.push({ rule: 'F30', message: 'GetFederationToken needs long-term credentials' });
  }
  return refusals;
}
