/** Policies passed when a session is made (A31, E34). */
import type { PolicyTypeRow } from './policy-type-row.ts';

export const session: PolicyTypeRow = {
  type: 'session',
  title: 'session policy',
  id: 'forbidden',
  principal: 'forbidden',
  notPrincipal: 'forbidden',
  principals: 'any',
  effects: ['Allow', 'Deny'],
  notAction: 'allowed',
  everyAction: 'allowed',
  resource: 'required',
  sid: 'alphanumeric',
  incompleteArn: 'malformed',
  grants: false,
};
