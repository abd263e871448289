/** The resources of environments in zones: within one, the same policies are in play and the same keys follow. */
import type { Catalog, ServiceAction } from '../../catalog/index.ts';
import { beginningsBelow, callKind, type Environment, tagPrefixes } from '../../environment/index.ts';
import { matchesPattern, parseArn, patternOf, splitArn } from '../../language/index.ts';
import type { ResourceSet } from '../../prove/index.ts';
import { EXAMPLE } from '../resources-for.ts';

/** One described resource, what lies below one, all that no environment describes, or no resource at all. */
export interface Zone {
  readonly kind: ZoneKind;
  /** What of the actions has to do with the zone. Remembered by the list. */
  readonly classesOf: (actions: readonly ServiceAction[]) => readonly ActionClass[];
}

export type ZoneKind = 'described' | 'undescribed' | 'none';

/** Actions to which the zone looks the same. */
export interface ActionClass {
  readonly zone: ZoneKind;
  readonly actions: readonly ServiceAction[];
  /** An ARN that stands for all of the zone. */
  readonly sample: string;
  /** Where the ARNs lie. One object for equal ones of a zone. */
  readonly within: readonly ResourceSet[];
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
    undescribed([...listed, ...alone], asked),
    ...(wanted.includes('*') ? [none(catalog)] : []),
  ];
}

/** What the zone is for an action; undefined where the action has nothing to do with it. */
interface ZoneView {
  readonly sample: string;
  readonly within: readonly ResourceSet[];
  /** Actions of which it is equal are of one class. */
  readonly mark: string;
}

function zone(
  kind: ZoneKind,
  among: (actions: readonly ServiceAction[]) => readonly ServiceAction[],
  viewOf: (action: ServiceAction) => ZoneView | undefined,
): Zone {
  const known = new WeakMap<readonly ServiceAction[], readonly ActionClass[]>();
  const gather = (actions: readonly ServiceAction[]) => {
    const classes = new Map<string, { actions: ServiceAction[] } & ActionClass>();
    for (const action of among(actions)) {
      const view = viewOf(action);
      if (!view) continue;
      const { sample, within } = view;
      const key = `${callKind(action)} ${view.mark}`;
      const found = classes.get(key);
      if (found) found.actions.push(action);
      else classes.set(key, { zone: kind, actions: [action], sample, within });
    }
    return [...classes.values()];
  };
  return {
    kind,
    classesOf: (actions) => {
      const classes = known.get(actions) ?? gather(actions);
      known.set(actions, classes);
      return classes;
    },
  };
}

/** Actions that take no resource. */
function none(catalog: Catalog): Zone {
  const within: readonly ResourceSet[] = [];
  // Tag keys are among those that an action lists, if at all.
  const tagKeys = ({ id, conditionKeys }: ServiceAction) =>
    conditionKeys.length === 0 ? '' : tagPrefixes(catalog, id, '*').join();
  return zone(
    'none',
    (actions) => actions.filter(({ resources }) => resources.length === 0),
    (action) => ({ sample: '*', within, mark: tagKeys(action) }),
  );
}

function exactly(arn: string, catalog: Catalog): Zone {
  const within: readonly ResourceSet[] = [{ patterns: [arn], wanted: true }];
  return zone('described', onService(arn), (action) =>
    catalog.resourceTypesMatching(action.id, arn).length > 0
      ? { sample: arn, within, mark: tagPrefixes(catalog, action.id, arn).join() }
      : undefined,
  );
}

/** As the objects of a bucket, without what is described there itself. */
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
  return zone('described', onService(arn), (action) => {
    const sample = samples.find((one) => catalog.resourceTypesMatching(action.id, one).length > 0) ?? samples[0];
    if (sample === undefined) return undefined;
    return { sample, within, mark: `${sample} ${tagPrefixes(catalog, action.id, sample).join()}` };
  });
}

function undescribed(described: readonly string[], asked: readonly ResourceSet[]): Zone {
  const known = new Map<string, readonly ResourceSet[]>();
  const withinOf = (services: readonly string[]) => {
    const patterns = described
      .filter((arn) => services.includes(parseArn(arn)?.service ?? ''))
      .flatMap((arn) => [arn, ...patternsBelow(arn)]);
    return patterns.length > 0 ? [...asked, { patterns, wanted: false }] : asked;
  };
  return zone(
    'undescribed',
    (actions) => actions,
    (action) => {
      const sample = sampleFor(action);
      if (sample === undefined) return undefined;
      const services = servicesOf(action);
      const mark = services.join();
      const within = known.get(mark) ?? withinOf(services);
      known.set(mark, within);
      // Nobody tells its tags.
      return { sample, within, mark };
    },
  );
}

/** In no region and no account: which ones is not known. */
function sampleFor({ resources }: ServiceAction): string | undefined {
  const [first] = resources;
  const parts = first && splitArn(first.type.arn.replaceAll('${Partition}', 'aws').replaceAll(/\$\{[^}]*\}/g, EXAMPLE));
  if (!parts) return undefined;
  const [prefix, partition, service, , , ...rest] = parts;
  return [prefix, partition, service, '', '', rest.join(':')].join(':');
}

/** The actions that work on resources of the ARN's service. */
function onService(arn: string): (actions: readonly ServiceAction[]) => readonly ServiceAction[] {
  const service = parseArn(arn)?.service ?? '';
  return (actions) => byService(actions).get(service) ?? [];
}

const BY_SERVICE = new WeakMap<readonly ServiceAction[], ReadonlyMap<string, readonly ServiceAction[]>>();

function byService(actions: readonly ServiceAction[]): ReadonlyMap<string, readonly ServiceAction[]> {
  const known = BY_SERVICE.get(actions);
  if (known) return known;
  const services = new Map<string, ServiceAction[]>();
  for (const action of actions) {
    for (const service of new Set(servicesOf(action))) {
      const list = services.get(service);
      if (list) list.push(action);
      else services.set(service, [action]);
    }
  }
  BY_SERVICE.set(actions, services);
  return services;
}

/** As the ARNs of its resources name them. */
function servicesOf({ resources }: ServiceAction): readonly string[] {
  const [first] = resources;
  if (!first) return [];
  const services = resources.map(({ type }) => serviceIn(type.arn));
  return services.every((one) => one === services[0]) ? services.slice(0, 1) : [...new Set(services)];
}

function serviceIn(template: string): string {
  return template.split(':', 3)[2] ?? '';
}

function patternsBelow(arn: string): readonly string[] {
  return beginningsBelow(arn).map((beginning) => `${beginning}*`);
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
