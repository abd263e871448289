/** Role trust policies: who may assume the role (A33, E90). */
import type { PolicyTypeRow } from './policy-type-row.ts';

export const trust: PolicyTypeRow = {
  type: 'trust',
  title: 'role trust policy',
  id: 'optional',
  principal: 'required',
  notPrincipal: 'forbidden',
  principals: 'any',
  effects: ['Allow', 'Deny'],
  notAction: 'allowed',
  everyAction: 'allowed',
  resource: 'forbidden',
  sid: 'alphanumeric',
  incompleteArn: 'matches-nothing',
  grants: true,
};
