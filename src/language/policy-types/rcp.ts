/** Resource control policies of an organization (A41, E60 to E66). */
import type { PolicyTypeRow } from './policy-type-row.ts';

export const rcp: PolicyTypeRow = {
  type: 'rcp',
  title: 'resource control policy',
  id: 'forbidden',
  principal: 'required',
  notPrincipal: 'forbidden',
  principals: 'everybody',
  effects: ['Deny'],
  notAction: 'forbidden',
  everyAction: 'forbidden',
  resource: 'required',
  sid: 'free',
  incompleteArn: 'filled',
  grants: false,
};
