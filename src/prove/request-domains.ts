/** The resources that a question is about, for an action, in kinds that the rules of services tell apart. */
import type { ServiceAction } from '../catalog/index.ts';
import { parseArn, patternOf, splitPattern } from '../language/index.ts';
import { arnOf, wordsOf } from './hints.ts';
import type { Asked } from './question.ts';
import { type ArnDomain, type ResourceDomain, templatePattern } from './resource-theory.ts';
import { arnWordPattern, type WordSet } from './word-search.ts';

/** Those that the action takes, by the forms that the catalog gives. */
export const possibleDomains = remembered(domainsTaken);

/** Whatever could be asked for: any ARN, or none. */
export const allDomains = remembered(domainsOfAny);

type DomainsOf = (action: ServiceAction, asked: Asked) => readonly ResourceDomain[];

/** Most questions name no resources, and are about the same callers again and again. */
function remembered(domainsOf: DomainsOf): DomainsOf {
  const known = new Map<ServiceAction, Map<string, readonly ResourceDomain[]>>();
  return (action, asked) => {
    if (asked.resource !== undefined || asked.within) return domainsOf(action, asked);
    const account = asked.resourceAccount ?? asked.principal.account;
    const open = asked.anywhere === undefined ? 'no' : isAnyPartition(asked) ? 'all' : 'account';
    const name = `${account} ${partitionOf(asked)} ${open}`;
    let ofAction = known.get(action);
    if (!ofAction) {
      ofAction = new Map();
      if (known.size >= MOST_ACTIONS) known.clear();
      known.set(action, ofAction);
    }
    let found = ofAction.get(name);
    if (!found) {
      found = domainsOf(action, asked);
      if (ofAction.size >= MOST_PLACES) ofAction.clear();
      ofAction.set(name, found);
    }
    return found;
  };
}

const MOST_ACTIONS = 2000;
const MOST_PLACES = 20;

function domainsTaken(action: ServiceAction, asked: Asked): readonly ResourceDomain[] {
  const { principal, resource, anywhere } = asked;
  if (action.resources.length === 0) return resource === undefined || resource === '*' ? ['*'] : [];
  const partition = partitionOf(asked);
  const account = asked.resourceAccount ?? principal.account;
  const templates = action.resources.map(({ type }) => type.arn);
  const formOf = (template: string) =>
    templatePattern(template, isAnyPartition(asked) ? '?*' : partition, anywhere ? undefined : account);
  const hintsOf = (template: string) =>
    (isAnyPartition(asked) ? PARTITIONS : [partition]).map((one) => arnOf(template, one, account));
  const named = namedSets(asked);
  const examples = examplesOf(asked);
  // The rules for keys and aliases differ (E80); what has a slash is an object, no bucket.
  if (action.service === 'kms' || action.service === 's3') {
    return templates.map((one) => ({
      sets: [
        { patterns: [formOf(one)], wanted: true },
        ...(one.endsWith(':::${BucketName}') ? [setOf(['arn:*:s3:::*/*'], false)] : []),
        ...named,
      ],
      hints: [...hintsOf(one), ...examples],
    }));
  }
  const whole: ArnDomain = {
    sets: [{ patterns: templates.map(formOf), wanted: true }, ...named],
    hints: [...(resource === undefined ? [] : [resource]), ...templates.flatMap(hintsOf), ...examples],
  };
  if (action.service !== 'sts') return [whole];
  return [
    { ...whole, sets: [...whole.sets, setOf(LINKED, false)] },
    { sets: [...whole.sets, setOf(LINKED, true)], hints: [linkedRole(partition, account)] },
  ];
}

function domainsOfAny(action: ServiceAction, asked: Asked): readonly ResourceDomain[] {
  const { principal, resource } = asked;
  const partition = partitionOf(asked);
  const account = asked.resourceAccount ?? principal.account;
  const named = namedSets(asked);
  const examples = examplesOf(asked);
  const kind = (hint: string, wanted: readonly string[], unwanted: readonly string[] = []): ArnDomain => ({
    sets: [
      setOf(wanted, true),
      ...(unwanted.length > 0 ? [setOf(unwanted, false)] : []),
      ...(isAnyPartition(asked) ? [] : [setOf([`arn:${partition}:*:*:*:*`], true)]),
      ...named,
    ],
    hints: [hint, ...examples],
  });
  const none: readonly ResourceDomain[] = resource === undefined || resource === '*' ? ['*'] : [];
  const [example = `arn:${partition}:${action.service}:us-east-1:${account ?? '111122223333'}:example`] =
    action.resources.map(({ type }) => arnOf(type.arn, partition, account));
  if (action.service === 'kms') {
    const key = arnOf('arn:${Partition}:kms:${Region}:${Account}:key/${KeyId}', partition, account);
    return [...none, kind(key, KEYS), kind(key.replace(':key/', ':alias/'), ANY_ARN, KEYS)];
  }
  if (action.service === 'sts') {
    const role = `arn:${partition}:iam::${account ?? '111122223333'}:role/example`;
    return [
      ...none,
      kind(role, ROLES, LINKED),
      kind(linkedRole(partition, account), LINKED),
      kind(role.replace(':role/example', ':root'), ROOTS),
      kind(role.replace(':role/', ':user/'), ANY_ARN, [...ROLES, ...ROOTS]),
    ];
  }
  return [...none, kind(example, ANY_ARN)];
}

/** Those that exist; for texts that read like real ones. */
const PARTITIONS = ['aws', 'aws-cn', 'aws-us-gov'];

const ANY_ARN = ['arn:?*:?*:*:*:?*'];
const KEYS = ['arn:?*:?*:*:*:key/*'];
const ROLES = ['arn:?*:iam:*:*:role/*'];
const LINKED = ['arn:*:iam::*:role/aws-service-role/*'];
const ROOTS = ['arn:?*:iam:*:*:root'];

/** A caller that stays where it is reaches its own partition alone (E53). */
function isAnyPartition({ anywhere, principal }: Asked): boolean {
  return anywhere === 'caller' || (anywhere === 'resource' && principal.arn === undefined);
}

function partitionOf({ principal }: Asked): string {
  return parseArn(principal.arn ?? '')?.partition ?? 'aws';
}

function linkedRole(partition: string, account = '111122223333'): string {
  return `arn:${partition}:iam::${account}:role/aws-service-role/example.amazonaws.com/example`;
}

function namedSets({ resource, within = [] }: Asked): readonly WordSet[] {
  return [
    ...within.map(({ patterns, wanted }) => setOf(patterns, wanted)),
    ...(resource === undefined || resource === '*' ? [] : [setOf([resource], true)]),
  ];
}

function examplesOf({ within = [] }: Asked): readonly string[] {
  return within.flatMap(({ patterns, wanted }) => (wanted ? patterns.flatMap(wordsOf) : []));
}

/** ARNs that match one of the patterns, or none. */
export function setOf(patterns: readonly string[], wanted: boolean): WordSet {
  return { patterns: patterns.map((pattern) => arnWordPattern(splitPattern(patternOf(pattern)))), wanted };
}
