/** VPC endpoint policies (A34, E70). */
import type { PolicyTypeRow } from './policy-type-row.ts';

export const vpce: PolicyTypeRow = {
  type: 'vpce',
  title: 'VPC endpoint policy',
  id: 'optional',
  principal: 'required',
  notPrincipal: 'allowed',
  principals: 'any',
  effects: ['Allow', 'Deny'],
  notAction: 'allowed',
  everyAction: 'allowed',
  resource: 'required',
  sid: 'free',
  incompleteArn: 'matches-nothing',
  grants: false,
};
