/** Permissions boundaries of users and roles (A30, E32). */
import type { PolicyTypeRow } from './policy-type-row.ts';

export const boundary: PolicyTypeRow = {
  type: 'boundary',
  title: 'permissions boundary',
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
  grants: false,
};
