/** The resources of environments in zones: within one, the same policies are in play and the same keys follow. */
import type { Catalog, ServiceAction } from '../../catalog/index.ts';
import type { Environment } from '../../environment/index.ts';
import { matchesPattern, parseArn, patternOf, splitArn } from '../../language/index.ts';
import type { ResourceSet } from '../../prove/index.ts';
import { EXAMPLE } from '../resources-for.ts';

/** One described resource, what lies below one, all that no environment describes, or no resource at all. */
export interface Zone {
  readonly kind: 'described' | 'undescribed' | 'none';
  /** Where the ARNs lie, for an action. */
  readonly within: (action: ServiceAction) => readonly ResourceSet[];
  /** An ARN that stands for all of the zone; undefined where the action has nothing to do there. */
  readonly sample: (action: ServiceAction) => string | undefined;
}

/** @param wanted patterns of ARNs; every resource without it */
export function zonesOf(
  environments: readonly Environment[],
  catalog: Catalog,
  wanted: readonly string[] = ['*'],
): readonly Zone[] {
  const accounts = environments.flatMap((environment) => environment.accounts);
  const listed = [...new Set(accounts.flatMap(({ resources }) => resources.map(({ arn }) => arn)))];
  const identities = accounts.flatMap(({ roles, users }) => [...roles, ...users].map(({ arn }) => arn));
  const alone = [...new Set(identities)].filter((arn) => !listed.includes(arn));
  const asked: readonly ResourceSet[] = wanted.includes('*') ? [] : [{ patterns: wanted, wanted: true }];
  const below = listed.map((arn) => ({ arn, nested: listed.filter((other) => other !== arn && lies(other, arn)) }));
  return [
    ...[...listed, ...alone].filter((arn) => covers(wanted, arn)).map((arn) => exactly(arn, catalog)),
    ...below.filter(({ arn }) => mayReachBelow(wanted, arn)).map((one) => under(one, asked, catalog)),
    { kind: 'undescribed', within: (action) => [...asked, ...outsideOf([...listed, ...alone], action)], sample: anyOf },
    ...(wanted.includes('*') ? [NONE] : []),
  ];
}

/** Actions that take no resource. */
const NONE: Zone = {
  kind: 'none',
  within: () => [],
  sample: ({ resources }) => (resources.length === 0 ? '*' : undefined),
};

function exactly(arn: string, catalog: Catalog): Zone {
  const within: readonly ResourceSet[] = [{ patterns: [arn], wanted: true }];
  const service = parseArn(arn)?.service ?? '';
  const sample = (action: ServiceAction) =>
    servicesOf(action).includes(service) && catalog.resourceTypesMatching(action.id, arn).length > 0 ? arn : undefined;
  return { kind: 'described', within: () => within, sample: once(sample) };
}

/** At a `/` or `:` boundary (a bucket for its objects), without what is described there itself. */
function under(
  { arn, nested }: { readonly arn: string; readonly nested: readonly string[] },
  asked: readonly ResourceSet[],
  catalog: Catalog,
): Zone {
  const apart = nested.flatMap((other) => [other, ...patternsBelow(other)]);
  const within: readonly ResourceSet[] = [
    ...asked,
    { patterns: patternsBelow(arn), wanted: true },
    ...(apart.length > 0 ? [{ patterns: apart, wanted: false }] : []),
  ];
  const samples = patternsBelow(arn).map((pattern) => pattern.replace('*', EXAMPLE));
  const service = parseArn(arn)?.service ?? '';
  const sample = (action: ServiceAction) =>
    servicesOf(action).includes(service)
      ? (samples.find((one) => catalog.resourceTypesMatching(action.id, one).length > 0) ?? samples[0])
      : undefined;
  return { kind: 'described', within: () => within, sample: once(sample) };
}

/** Many callers ask of the same zone. */
function once(sample: Zone['sample']): Zone['sample'] {
  const known = new Map<string, string | undefined>();
  return (action) => {
    if (!known.has(action.id)) known.set(action.id, sample(action));
    return known.get(action.id);
  };
}

function outsideOf(described: readonly string[], action: ServiceAction): readonly ResourceSet[] {
  const services = servicesOf(action);
  const near = described.filter((arn) => services.includes(parseArn(arn)?.service ?? ''));
  const patterns = near.flatMap((arn) => [arn, ...patternsBelow(arn)]);
  return patterns.length > 0 ? [{ patterns, wanted: false }] : [];
}

/** In no region: which one is not known. */
function anyOf({ resources }: ServiceAction): string | undefined {
  const [first] = resources;
  const parts = first && splitArn(first.type.arn.replaceAll('${Partition}', 'aws').replaceAll(/\$\{[^}]*\}/g, EXAMPLE));
  if (!parts) return undefined;
  const [prefix, partition, service, , , ...rest] = parts;
  return [prefix, partition, service, '', '', rest.join(':')].join(':');
}

function servicesOf({ resources }: ServiceAction): readonly string[] {
  return resources.map(({ type }) => splitArn(type.arn)?.[2] ?? '');
}

function patternsBelow(arn: string): readonly string[] {
  return /[/:]$/.test(arn) ? [`${arn}*`] : [`${arn}/*`, `${arn}:*`];
}

function lies(other: string, arn: string): boolean {
  return patternsBelow(arn).some((pattern) => matchesPattern(patternOf(pattern), other));
}

function covers(wanted: readonly string[], arn: string): boolean {
  return wanted.some((pattern) => matchesPattern(patternOf(pattern), arn));
}

/** Not surely: that is for the prover. */
function mayReachBelow(wanted: readonly string[], arn: string): boolean {
  return wanted.some((pattern) => {
    const literal = pattern.slice(0, pattern.search(/[*?]|$/));
    return literal.startsWith(arn) || (literal.length < pattern.length && arn.startsWith(literal));
  });
}
