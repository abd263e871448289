/** A service as those who publish it have it, before it is compiled. */
import type { KeyRow } from './data-format.ts';

export interface SourceAction {
  readonly name: string;
  readonly accessLevel: string;
  readonly resourceTypes: readonly {
    readonly name: string;
    readonly required: boolean;
    readonly conditionKeys: readonly string[];
    readonly dependentActions: readonly string[];
  }[];
  readonly conditionKeys: readonly string[];
  readonly dependentActions: readonly string[];
  readonly isPermissionOnly?: boolean;
}

export interface SourceKey {
  readonly key: string;
  readonly type: KeyRow[1];
}

export interface SourceService {
  readonly prefix: string;
  readonly title: string;
  readonly actions: readonly SourceAction[];
  readonly resourceTypes: readonly {
    readonly key: string;
    readonly arn: string;
    readonly conditionKeys?: readonly string[];
  }[];
  readonly conditionKeys: readonly SourceKey[];
}

/** What services are compiled from. */
export interface ServiceSources {
  readonly services: readonly SourceService[];
  readonly globalKeys: readonly SourceKey[];
  /** Older data, for the fields that newer data may lack: dependent actions and permission-only marks. */
  readonly overlay: readonly SourceService[];
}
