/** When an answer that is neither yes nor no is yes: the exact condition on the request. */
import type { Catalog } from '../catalog/index.ts';
import { entryWish } from '../explain/index.ts';
import { matchesPattern, patternOf, policiesIn, type RequestContext, type Settings } from '../language/index.ts';
import { keysReadFor } from '../matrix/index.ts';
import { type AllowedCase, type Demand, type WhenAllowed, whenAllowed } from '../prove/index.ts';
import type { AccessDetail } from './open-access.ts';

/** Over all values of the keys that the question leaves open; all other keys are as they are. */
export function exactCondition(
  { request, policies }: AccessDetail,
  { catalog, settings }: { readonly catalog: Catalog; readonly settings: Settings },
): WhenAllowed {
  const { principal, action, resource, resourceAccount, resourceAccountIsManagement, unknown = [] } = request;
  const known = new Map(Object.entries(request.context).map(([key, value]) => [key.toLowerCase(), value]));
  const open = unknown.map((key) => patternOf(key.toLowerCase()));
  const isOpen = (key: string) => open.some((pattern) => matchesPattern(pattern, key));
  const read = [...keysReadFor(policiesIn(policies), action)].filter((key) => !isOpen(key));
  const context: RequestContext = Object.fromEntries(read.map((key) => [key, known.get(key) ?? []]));
  return whenAllowed({
    policies,
    asked: {
      principal,
      ...(resourceAccount === undefined ? {} : { resourceAccount }),
      ...(resourceAccountIsManagement ? { resourceAccountIsManagement } : {}),
      context,
    },
    action,
    resource,
    catalog,
    settings,
  });
}

/** `aws:SourceIp is in 203.0.113.0/24 and aws:SecureTransport is true`; what all cases share stands first, once. */
export function casesWords(cases: readonly AllowedCase[]): string {
  const lists = cases.map(({ demands }) => demands.map(demandWords));
  const [first = [], ...others] = lists;
  const shared = first.filter((words) => others.every((list) => list.includes(words)));
  const own = lists.map((list) => list.filter((words) => !shared.includes(words)));
  if (own.some((list) => list.length === 0)) return shared.join(' and ');
  const ways = own.map((list) => list.join(' and '));
  const either = ways.length > 1 && shared.length > 0 ? `(${ways.join(', or ')})` : ways.join(', or ');
  return [...shared, either].join(' and ');
}

function demandWords(demand: Demand): string {
  if (demand.kind === 'condition') return entryWish(demand.entry, demand.holds);
  const patterns = demand.patterns.map((one) => `\`${one}\``).join(' or ');
  const matches = demand.holds === (demand.kind === 'resource');
  return `the resource ${matches ? 'matches' : 'does not match'} ${patterns}`;
}
