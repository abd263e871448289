/** How a service departs from the general evaluation rules, as data. */

export interface ServiceDeparture {
  /** Action prefix, lower case. */
  readonly service: string;
  /** Actions (lower case, without prefix) that any signed caller may call, whatever policies say, and the rule (F30, F31). */
  readonly alwaysAllowed?: ReadonlyMap<string, string>;
  /** On resources whose ARN's sixth part starts so, nothing works without the resource-based policy (E80, E93). */
  readonly mandatoryResourcePolicy?: string;
  /** On a role, these actions are decided by the role's trust policy (E90). */
  readonly trustActions?: readonly string[];
  /** On an account's root user, these actions have no resource side: the caller's policies alone decide (F40). */
  readonly callerSideOnly?: readonly string[];
  /** The resource account's root may call these against any Deny of the resource-based policy (E41). */
  readonly ownerRootActions?: readonly string[];
  /** RCPs do not reach these actions (E64). */
  readonly rcpExempt?: readonly string[];
}
