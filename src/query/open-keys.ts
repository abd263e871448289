/** Which context keys a question leaves open: nobody gave them, and neither the caller nor the resource settles them. */
import { type From, viaOf } from '../environment/index.ts';
import { matchesPattern, type Pattern, patternOf } from '../language/index.ts';
import type { AccessQuestion } from './access-question.ts';
import type { Asker } from './asker.ts';

/** Askers of one group have the same keys open. */
export type AskerGroup = 'described' | 'service' | 'outside';

export function groupOf({ kind }: Asker): AskerGroup {
  if (kind === 'service') return kind;
  return kind === 'account' || kind === 'outside' ? 'outside' : 'described';
}

/** What a described caller does not have of these is absent. */
const OF_CALLERS = patterns('aws:principal*', 'aws:username', 'aws:userid', 'aws:assumedroot');
const OF_OWNERS = patterns('aws:resourceaccount', 'aws:resourceorgid', 'aws:resourceorgpaths');
/** Only services that call for themselves have them. */
const OF_SERVICES = patterns('aws:sourcearn', 'aws:sourceaccount', 'aws:sourceorgid', 'aws:sourceorgpaths');
/** The way a call takes: one that is given settles all. */
const OF_ROUTES = patterns('aws:sourceip', 'aws:sourcevpc', 'aws:sourcevpce', 'aws:vpcsourceip', 'aws:*via*');

function patterns(...keys: readonly string[]): readonly Pattern[] {
  return keys.map(patternOf);
}

function isAmong(key: string, among: readonly Pattern[]): boolean {
  return among.some((pattern) => matchesPattern(pattern, key));
}

/** @param key in lower case */
export function isRouteKey(key: string): boolean {
  return isAmong(key, OF_ROUTES);
}

export function isRouteGiven(from: From): boolean {
  return from.ip !== undefined || from.vpcEndpoint !== undefined || viaOf(from).length > 0;
}

/**
 * @param read keys that policies read, in lower case
 * @param tagPrefixes what stands before the tags of the resources, where all of them are described
 */
export function openKeys(
  read: Iterable<string>,
  { group, tagPrefixes, question }: { group: AskerGroup; tagPrefixes: readonly string[]; question: AccessQuestion },
): readonly string[] {
  const settled = [
    ...(group === 'outside' ? [] : OF_CALLERS),
    ...(group === 'service' ? [] : OF_SERVICES),
    ...(isRouteGiven(question.from) ? OF_ROUTES : []),
    ...OF_OWNERS,
    ...patterns(...tagPrefixes.map((prefix) => `${prefix.toLowerCase()}*`)),
    ...patterns(...Object.keys(question.given).map((key) => key.toLowerCase())),
  ];
  return [...read].filter((key) => !isAmong(key, settled));
}
