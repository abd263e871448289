/** Permissions boundaries of users and roles (A30, E32). */
import type { PolicyTypeRow } from './policy-type-row.ts';

export const boundary: PolicyTypeRow = {
  type: 'boundary',
  title: 'permissions boundary',
  id: 'forbidden',
  principal: 'forbidden',
  notPrincipal: 'forbidden',
  resource: 'required',
  sid: 'alphanumeric',
  incompleteArn: 'filled',
  grants: false,
};
