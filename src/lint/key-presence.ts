/** When requests carry a context key: what checks on conditions have in common. */

/** In lower case: keys that keep out whoever comes from the wrong place, or is nobody of one's own. */
const PROTECTIVE = new Set([
  'aws:principalaccount',
  'aws:principalorgid',
  'aws:principalorgpaths',
  'aws:sourceaccount',
  'aws:sourcearn',
  'aws:sourceip',
  'aws:sourceorgid',
  'aws:sourceorgpaths',
  'aws:sourcevpc',
  'aws:sourcevpce',
  'aws:vpcsourceip',
  'sts:externalid',
]);

export function isProtective(lowerKey: string): boolean {
  return PROTECTIVE.has(lowerKey);
}

export const MFA_PRESENT = 'aws:multifactorauthpresent';
