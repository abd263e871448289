/** AWS managed policies found by name or ARN. */
import type { CatalogFiles } from './catalog-files.ts';
import type { ManagedPoliciesIndex } from './data-format.ts';
import { ORGANIZATIONS_POLICIES } from './organizations-policies.ts';

/** A policy that AWS writes and keeps. */
export interface ManagedPolicy {
  readonly arn: string;
  readonly name: string;
  /** What it is made for; only `iam` policies are attached to users, groups and roles. */
  readonly kind: 'iam' | 'scp' | 'rcp';
  /** `v3`; the policies of AWS Organizations have none. */
  readonly version?: string;
  /** Day of the last change, `2023-08-10`; the policies of AWS Organizations have none. */
  readonly date?: string;
  /** The document as JSON, indented by two spaces. */
  readonly text: string;
  /** The document's length as IAM counts it: without white space. */
  readonly size: number;
}

/** The managed policies of one opened catalog. */
export interface ManagedPolicyReader {
  readonly find: (nameOrArn: string) => ManagedPolicy | undefined;
  /** Names of the IAM policies, sorted. */
  readonly names: () => readonly string[];
}

const IAM_PREFIX = 'arn:aws:iam::aws:policy/';

interface RowStart {
  readonly row: ManagedPoliciesIndex['policies'][number];
  readonly start: number;
}

/** Reads nothing yet: the index on the first question, a document when it is asked for. */
export function managedPolicyReader(files: CatalogFiles): ManagedPolicyReader {
  let index: ManagedPoliciesIndex | undefined;
  let starts: ReadonlyMap<string, RowStart> | undefined;

  function readIndex(): ManagedPoliciesIndex {
    if (index) return index;
    const parsed: ManagedPoliciesIndex = JSON.parse(files.text('managed-policies.json'));
    index = parsed;
    return index;
  }

  function readStarts(): ReadonlyMap<string, RowStart> {
    starts ??= startsOf(readIndex());
    return starts;
  }

  function find(nameOrArn: string): ManagedPolicy | undefined {
    const fixed = ORGANIZATIONS_POLICIES.find(({ arn, name }) => nameOrArn === arn || withoutMark(nameOrArn) === name);
    if (fixed) return fixed;
    const found = readStarts().get(withoutMark(nameOrArn).replace(/^.*\//, ''));
    if (!found) return undefined;
    const [name, path, version, date, length] = found.row;
    const arn = `${IAM_PREFIX}${readIndex().paths[path] ?? ''}${name}`;
    if (!means(nameOrArn, name, arn)) return undefined;
    const packed = files.inflate('managed-policies.bin', found.start, found.start + length);
    const text = JSON.stringify(JSON.parse(packed), null, 2);
    return { arn, name, kind: 'iam', version: `v${version}`, date, text, size: packed.replace(/\s/g, '').length };
  }

  return { find, names: () => [...readStarts().keys()] };
}

function withoutMark(name: string): string {
  return name.startsWith('aws:') ? name.slice('aws:'.length) : name;
}

/** A name alone is enough; a path or an ARN, where one is given, must be the policy's. */
function means(nameOrArn: string, name: string, arn: string): boolean {
  const given = withoutMark(nameOrArn);
  return nameOrArn === arn || given === name || IAM_PREFIX + given === arn;
}

/** Rows stay as parsed: making objects of all of them takes five times as long as reading the file. */
function startsOf(index: ManagedPoliciesIndex): ReadonlyMap<string, RowStart> {
  const starts = new Map<string, RowStart>();
  let start = 0;
  for (const row of index.policies) {
    starts.set(row[0], { row, start });
    start += row[4];
  }
  return starts;
}
