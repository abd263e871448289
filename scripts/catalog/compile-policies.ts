/** Compiles the AWS managed policies into managed-policies.json and managed-policies.bin, and reads them back. */
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { ascii, compare } from '../../src/catalog/compile-services.ts';
import type { ManagedPoliciesIndex } from '../../src/catalog/data-format.ts';
import type { Sources } from './sources.ts';

/** The two files, and the day of the newest change. */
export interface CompiledPolicies {
  readonly index: string;
  readonly packed: Buffer;
  readonly date: string;
}

const PREFIX = 'arn:aws:iam::aws:policy/';

/** Latest versions only, sorted by name. */
export function compilePolicies(sources: Sources): CompiledPolicies {
  const names = Object.keys(sources.policies).sort(compare);
  const arns = Object.values(sources.policies).map((policy) => policy.arn);
  const paths = [...new Set(arns.map(pathOf))].sort(compare);
  const parts: Buffer[] = [];
  const policies = names.map((name): ManagedPoliciesIndex['policies'][number] => {
    const policy = sources.policies[name];
    const document = policy?.versions[policy.latestVersionId]?.document;
    if (!policy || !document) throw new Error(`no latest version: ${name}`);
    if (!policy.arn.endsWith(`/${name}`)) throw new Error(`name and ARN differ: ${name}`);
    const packed = deflateRawSync(ascii(JSON.stringify(document)), { level: 9 });
    parts.push(packed);
    // The source's date of a newer version is that of the policy's creation; the date of the last change is right.
    const date = policy.lastUpdatedDate.slice(0, 10);
    return [name, paths.indexOf(pathOf(policy.arn)), versionOf(policy.latestVersionId), date, packed.length];
  });
  const index: ManagedPoliciesIndex = { paths, policies };
  const date =
    policies
      .map((row) => row[3])
      .sort(compare)
      .at(-1) ?? '';
  return { index: ascii(`${JSON.stringify(index)}\n`), packed: Buffer.concat(parts), date };
}

/** What the two files say, without the form of the packing, which differs between builds of zlib. */
export function policyContents(index: string, packed: Buffer): string {
  const { paths, policies }: ManagedPoliciesIndex = JSON.parse(index);
  let start = 0;
  const rows = policies.map(([name, path, version, date, length]) => {
    const text = inflateRawSync(packed.subarray(start, start + length)).toString('latin1');
    start += length;
    return [name, paths[path], version, date, text];
  });
  return JSON.stringify(rows);
}

function pathOf(arn: string): string {
  if (!arn.startsWith(PREFIX)) throw new Error(`not an AWS managed policy: ${arn}`);
  return arn.slice(PREFIX.length, arn.lastIndexOf('/') + 1);
}

function versionOf(id: string): number {
  const version = /^v(\d+)$/.exec(id)?.[1];
  if (!version) throw new Error(`not a version: ${id}`);
  return Number(version);
}
