/** The policy files of a project, each as the type that the configuration lists it under. */
import type { PolicyType } from '../language/index.ts';
import type { Config } from './config.ts';
import { matchFiles } from './match-files.ts';

export interface PolicyFile {
  /** From the project root. */
  readonly path: string;
  readonly type: PolicyType;
}

/** @param all every file of the project */
export function policyFilesOf(all: readonly string[], { policies, exclude }: Config): PolicyFile[] {
  return (Object.keys(policies) as PolicyType[]).flatMap((type) =>
    matchFiles(all, policies[type], exclude).map((path) => ({ path, type })),
  );
}
