/** The policy types of IAM. */
import type { PolicyType } from '../policy-document.ts';
import { boundary } from './boundary.ts';
import { identity } from './identity.ts';
import type { PolicyTypeRow } from './policy-type-row.ts';
import { rcp } from './rcp.ts';
import { resource } from './resource.ts';
import { scp } from './scp.ts';
import { session } from './session.ts';
import { trust } from './trust.ts';
import { vpce } from './vpce.ts';

export type { PolicyTypeRow, Presence } from './policy-type-row.ts';

export const POLICY_TYPES: Readonly<Record<PolicyType, PolicyTypeRow>> = {
  identity,
  resource,
  trust,
  boundary,
  session,
  scp,
  rcp,
  vpce,
};
