/** What is asked about access: one action on some resources, and what is known of the calls. */
import type { Catalog } from '../catalog/index.ts';
import type { From, GivenContext } from '../environment/index.ts';
import type { Settings } from '../language/index.ts';

export interface AccessQuestion {
  /** `s3:GetObject` */
  readonly action: string;
  /** ARNs, or `*` for an action that takes no resource. */
  readonly resources: readonly string[];
  /** What every call has in common; what it leaves out stays open. */
  readonly from: From;
  /** Context keys that every call carries. */
  readonly given: GivenContext;
  readonly settings: Settings;
  readonly catalog: Catalog;
}
