/** The accounts of exam worlds: AWS's documentation ids. */
import type { World } from './world.ts';

/** The course account. */
export const OWN = '111122223333';
export const OTHER = '444455556666';
export const THIRD = '777788889999';

/** Caller and resource belong to one account. Worlds state the resource's account wherever it is another one. */
export function isOwn({ request }: World): boolean {
  return request.resourceAccount === undefined || request.resourceAccount === request.principal.account;
}
