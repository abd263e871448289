/** Service control policies of an organization (A40, E10 to E19). */
import type { PolicyTypeRow } from './policy-type-row.ts';

export const scp: PolicyTypeRow = {
  type: 'scp',
  title: 'service control policy',
  id: 'forbidden',
  principal: 'forbidden',
  notPrincipal: 'forbidden',
  principals: 'any',
  effects: ['Allow', 'Deny'],
  notAction: 'allowed',
  everyAction: 'allowed',
  resource: 'required',
  sid: 'free',
  incompleteArn: 'filled',
  grants: false,
};
