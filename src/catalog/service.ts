/** What AWS publishes about a service: its actions, resource types and condition keys. */

/** Access levels of the Service Authorization Reference, in its order. */
export const ACCESS_LEVELS = ['List', 'Read', 'Write', 'Permissions management', 'Tagging'] as const;

export type AccessLevel = (typeof ACCESS_LEVELS)[number];

/** Types of condition key values, in AWS's words. */
export const KEY_TYPES = ['String', 'ARN', 'Bool', 'Numeric', 'Date', 'IPAddress'] as const;

export type KeyType = (typeof KEY_TYPES)[number];

/** A condition key and the type of its values. */
export interface ConditionKey {
  /** AWS's spelling; `${...}` stands for any text that is not empty, as in `aws:ResourceTag/${TagKey}`. */
  readonly name: string;
  readonly type: KeyType;
  /** A second type whose operators AWS documents for the key as well. */
  readonly alsoType?: KeyType;
  /** The request context holds a list of values, so a condition on it needs a set operator (C45). */
  readonly multivalued: boolean;
  /** `global`: requests to other services carry it too. */
  readonly scope: 'global' | 'service';
}

/** A kind of resource a service has. */
export interface ResourceType {
  /** Prefix of the service that lists it; the ARN may name another one. */
  readonly service: string;
  readonly name: string;
  /** ARN with `${...}` placeholders; a `*` in it is AWS's own. */
  readonly arn: string;
  /** Names of the condition keys that come with a resource of this type. */
  readonly conditionKeys: readonly string[];
}

/** A resource type an action works on. */
export interface ActionResource {
  readonly type: ResourceType;
  /** True: every request names one. Alternatives (object or access point object) are all not required. */
  readonly required: boolean;
  /** Names of the condition keys that this action has for this type. */
  readonly conditionKeys: readonly string[];
}

/** One action of a service. */
export interface ServiceAction {
  /** `s3:GetObject`, in AWS's spelling. */
  readonly id: string;
  readonly service: string;
  readonly name: string;
  readonly level: AccessLevel;
  /** Empty: the action takes no resource and is authorised on `*` (B16). */
  readonly resources: readonly ActionResource[];
  /** Names of the condition keys of the action itself, whatever the resource. */
  readonly conditionKeys: readonly string[];
  /** Ids of actions the caller may need as well. From the older source, see `CatalogSource.gives`. */
  readonly dependents: readonly string[];
  /** No API call of this name: it is only a permission. From the older source as well. */
  readonly permissionOnly: boolean;
}

/** One service prefix with everything it lists. */
export interface Service {
  readonly prefix: string;
  /** `Amazon S3`. */
  readonly title: string;
  readonly actions: readonly ServiceAction[];
  readonly resourceTypes: readonly ResourceType[];
  readonly conditionKeys: readonly ConditionKey[];
}
