/** Policies attached to resources, of every service but role trust (A32). */
import type { PolicyTypeRow } from './policy-type-row.ts';

export const resource: PolicyTypeRow = {
  type: 'resource',
  title: 'resource-based policy',
  id: 'optional',
  principal: 'required',
  notPrincipal: 'allowed',
  principals: 'any',
  effects: ['Allow', 'Deny'],
  notAction: 'allowed',
  everyAction: 'allowed',
  resource: 'optional',
  sid: 'free',
  incompleteArn: 'matches-nothing',
  grants: true,
};
