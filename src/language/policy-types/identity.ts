/** Policies attached to users, groups and roles (A30). */
import type { PolicyTypeRow } from './policy-type-row.ts';

export const identity: PolicyTypeRow = {
  type: 'identity',
  title: 'identity-based policy',
  id: 'forbidden',
  principal: 'forbidden',
  notPrincipal: 'forbidden',
  principals: 'any',
  effects: ['Allow', 'Deny'],
  notAction: 'allowed',
  everyAction: 'allowed',
  resource: 'required',
  sid: 'alphanumeric',
  incompleteArn: 'filled',
  grants: true,
};
