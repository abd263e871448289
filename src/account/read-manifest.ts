/** Reads an account file: its form by the schema, then what it names, with every problem at its place. */
import schema from '../../schemas/account.schema.json' with { type: 'json' };
import type { Catalog } from '../catalog/index.ts';
import type { PolicyLoader, ReadEnvironment } from '../environment/index.ts';
import type { Diagnostic, Policy, PolicyType, SourceText } from '../language/index.ts';
import { type Member, member, pointerStep, type SourceNode } from '../parse/index.ts';
import { didYouMean, validate } from '../schema/index.ts';
import type { IdentityKind } from './live.ts';
import type { KeptIdentity, KeptPolicy, ManagedReference, Manifest } from './manifest.ts';

export interface ManifestPorts {
  readonly loadPolicy: PolicyLoader;
  /** @param reference as in `environment`; @param from the text that holds it */
  readonly loadEnvironment: (reference: string, from: SourceText) => ReadEnvironment;
  readonly catalog: Catalog;
}

export interface ReadManifest {
  /** Missing where the file has errors, or a file that it names. */
  readonly manifest?: Manifest;
  readonly diagnostics: readonly Diagnostic[];
}

interface Reading extends ManifestPorts {
  readonly source: SourceText;
  /** Names of the policies that are kept. */
  readonly kept: readonly string[];
  readonly diagnostics: Diagnostic[];
}

/** @param node the tree of the whole text of `source` */
export function readManifest(node: SourceNode, source: SourceText, ports: ManifestPorts): ReadManifest {
  const problems = validate(schema, node, source);
  if (problems.length > 0) return { diagnostics: problems };
  const kept = membersOf(member(node, 'policies')).flatMap(({ key, value }) => (value.kind === 'object' ? [key] : []));
  const reading: Reading = { ...ports, source, kept, diagnostics: [] };
  const environment = readEnvironment(node, reading);
  const policies = entries(node, 'policies').map((entry) => readPolicy(entry, reading));
  const identities = IDENTITIES.flatMap(({ kind, key }) =>
    entries(node, key).map((entry) => readIdentity(kind, entry, reading)),
  );
  if (policies.length + identities.length === 0) {
    report(
      reading,
      { code: 'nothing-kept', message: 'the file keeps no policy, user, group or role' },
      { node, path: '' },
    );
  }
  const { diagnostics } = reading;
  if (!environment || diagnostics.some(({ severity }) => severity === 'error')) return { diagnostics };
  const description = textAt(node, 'description');
  const manifest: Manifest = {
    source,
    ...(description === undefined ? {} : { description }),
    account: textAt(node, 'account') ?? '',
    environment,
    policies,
    identities,
  };
  return { manifest, diagnostics };
}

const IDENTITIES = [
  { kind: 'user', key: 'users' },
  { kind: 'group', key: 'groups' },
  { kind: 'role', key: 'roles' },
] as const satisfies readonly { readonly kind: IdentityKind; readonly key: string }[];

interface Place {
  readonly node: SourceNode;
  readonly path: string;
}

interface Entry extends Place {
  readonly key: string;
}

function readEnvironment(node: SourceNode, reading: Reading) {
  const place = { node: member(node, 'environment') ?? node, path: '/environment' };
  const reference = textAt(node, 'environment') ?? '';
  const { environment, diagnostics } = reading.loadEnvironment(reference, reading.source);
  reading.diagnostics.push(...diagnostics.map((one) => (one.location ? one : { ...placeOf(reading, place), ...one })));
  if (!environment && diagnostics.length === 0) {
    report(reading, { code: 'unknown-environment', message: `there is no environment \`${reference}\`` }, place);
  }
  return environment;
}

function readPolicy({ key, node, path }: Entry, reading: Reading): KeptPolicy {
  const about = { name: key, path: textAt(node, 'path') ?? '/' };
  if (node.kind !== 'object') return about;
  const description = textAt(node, 'description');
  const policy = loadAt({ node, path }, 'document', 'identity', reading);
  return { ...about, ...(description === undefined ? {} : { description }), ...(policy ? { policy } : {}) };
}

function readIdentity(kind: IdentityKind, entry: Entry, reading: Reading): KeptIdentity {
  const { key, node, path } = entry;
  const description = textAt(node, 'description');
  const duration = member(node, 'maxSessionDuration');
  const trust = member(node, 'trust') && loadAt(entry, 'trust', 'trust', reading);
  const attached = member(node, 'attached');
  const inline = member(node, 'inline');
  const boundary = textAt(node, 'boundary');
  const limit = boundary === undefined ? undefined : readBoundary(boundary, entry, reading);
  return {
    kind,
    name: key,
    path: textAt(node, 'path') ?? '/',
    ...(description === undefined ? {} : { description }),
    ...(duration?.kind === 'number' ? { maxSessionDuration: Number(duration.text) } : {}),
    ...(trust ? { trust } : {}),
    ...(attached?.kind === 'array'
      ? {
          attached: attached.items.flatMap((item, index) => {
            const place = { node: item, path: `${path}/attached${pointerStep(index)}` };
            return readReference(textOf(item) ?? '', 'identity', place, reading) ?? [];
          }),
        }
      : {}),
    ...(inline
      ? {
          inline: membersOf(inline).flatMap(({ key: name }) => {
            const policy = loadAt({ node: inline, path: `${path}/inline` }, name, 'identity', reading);
            return policy ? [{ name, policy }] : [];
          }),
        }
      : {}),
    ...(limit ? { boundary: limit } : {}),
  };
}

function readBoundary(reference: string, entry: Entry, reading: Reading): ManagedReference | 'none' | undefined {
  if (reference === 'none') return reference;
  const place = { node: member(entry.node, 'boundary') ?? entry.node, path: `${entry.path}/boundary` };
  return readReference(reference, 'boundary', place, reading);
}

function readReference(
  reference: string,
  type: PolicyType,
  place: Place,
  reading: Reading,
): ManagedReference | undefined {
  if (reading.kept.includes(reference)) return { kind: 'kept', name: reference };
  if (/^arn:[^:]+:iam::[0-9]{12}:policy\//.test(reference)) return { kind: 'other', arn: reference };
  const isOfAws = /^aws:|^arn:/.test(reference);
  const found = isOfAws ? reading.catalog.managedPolicy(reference) : undefined;
  if (!isOfAws || !found) {
    const message = `there is no policy \`${reference}\`${didYouMean(reference, reading.kept)}`;
    const help = 'write a name from `policies`, an AWS managed policy as `aws:Name`, or an ARN';
    report(reading, { code: 'unknown-policy', message, help }, place);
    return undefined;
  }
  const policy = load(reference, type, place, reading);
  return policy && { kind: 'aws', arn: found.arn, policy };
}

function loadAt(owner: Place, key: string, type: PolicyType, reading: Reading): Policy | undefined {
  const node = member(owner.node, key);
  const reference = textOf(node);
  return node && reference !== undefined
    ? load(reference, type, { node, path: owner.path + pointerStep(key) }, reading)
    : undefined;
}

function load(reference: string, type: PolicyType, place: Place, reading: Reading): Policy | undefined {
  const { policy, diagnostics } = reading.loadPolicy(reference, type, reading.source);
  const where = placeOf(reading, place);
  reading.diagnostics.push(...diagnostics.map((one) => (one.location ? one : { ...one, ...where })));
  if (!policy && diagnostics.length === 0) {
    report(reading, { code: 'unknown-policy', message: `there is no policy \`${reference}\`` }, place);
  }
  return policy;
}

interface Report {
  readonly code: 'nothing-kept' | 'unknown-environment' | 'unknown-policy';
  readonly message: string;
  readonly help?: string;
}

function report(reading: Reading, { code, message, help }: Report, place: Place): void {
  const about = help === undefined ? {} : { help };
  reading.diagnostics.push({ code, severity: 'error', message, ...about, ...placeOf(reading, place) });
}

function placeOf({ source }: Reading, { node, path }: Place): Pick<Diagnostic, 'location' | 'path'> {
  return { ...(node.range ? { location: { source, range: node.range } } : {}), path };
}

function entries(node: SourceNode, key: string): Entry[] {
  return membersOf(member(node, key)).map((one) => ({
    key: one.key,
    node: one.value,
    path: `/${key}${pointerStep(one.key)}`,
  }));
}

function membersOf(node: SourceNode | undefined): readonly Member[] {
  return node?.kind === 'object' ? node.members : [];
}

function textAt(node: SourceNode, key: string): string | undefined {
  return textOf(member(node, key));
}

function textOf(node: SourceNode | undefined): string | undefined {
  return node?.kind === 'string' ? node.text : undefined;
}
