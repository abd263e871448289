/** Condition keys that AWS has given up. */

/** Lower-case name -> what to use, in words. */
export const REPLACED_KEYS: ReadonlyMap<string, string> = new Map([
  ['aws:arn', '`aws:PrincipalArn` or `aws:SourceArn`'],
  ['aws:principalorgmasteraccountid', '`aws:PrincipalOrgID`'],
]);

export function isReplaced(lowerKey: string): boolean {
  return REPLACED_KEYS.has(lowerKey);
}
