/** IAM, version 2010-05-08: the operations of the double by name. */
import type { Operations } from '../operation.ts';
import { ACCOUNT_OPERATIONS } from './account.ts';
import { ATTACHMENT_OPERATIONS } from './attachments.ts';
import { IDENTITY_OPERATIONS } from './identities.ts';
import { POLICY_OPERATIONS } from './policies.ts';

export const IAM_OPERATIONS: Operations = {
  ...ACCOUNT_OPERATIONS,
  ...ATTACHMENT_OPERATIONS,
  ...IDENTITY_OPERATIONS,
  ...POLICY_OPERATIONS,
};
