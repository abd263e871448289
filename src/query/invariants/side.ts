/** The policies in play and the keys that are settled, for a caller, an action and a zone of resources. */
import type { Catalog, ServiceAction } from '../../catalog/index.ts';
import { type Environment, findTarget, type GivenContext } from '../../environment/index.ts';
import { type PoliciesInPlay, policiesIn, type RequestContext, type Settings } from '../../language/index.ts';
import { keysReadFor, pairPolicies, pairRequest } from '../../matrix/index.ts';
import type { Asker } from '../asker.ts';
import { groupOf, openKeys } from '../open-keys.ts';
import { matrixCaller, matrixResource } from '../sides.ts';
import type { Zone } from './zones.ts';

export interface World {
  readonly environment: Environment;
  readonly catalog: Catalog;
  readonly settings: Settings;
  readonly given: GivenContext;
  /** Keys that the claim reads beside the policies, in lower case. */
  readonly alsoRead: readonly string[];
}

/** What the evaluator would be asked with. */
export interface Side {
  readonly policies: PoliciesInPlay;
  readonly resourceAccount?: string;
  readonly resourceAccountIsManagement?: boolean;
  /** Names in lower case; an empty list is a key that is absent. */
  readonly context: RequestContext;
  /** Keys that the policies read for the action, in lower case. */
  readonly read: ReadonlySet<string>;
}

const WHATEVER_REGION = new Set(['sts']);

/** Undefined where the action has nothing to do with the zone. */
export function sideOf(world: World, asker: Asker, zone: Zone, action: ServiceAction): Side | undefined {
  const { environment, catalog, settings, given, alsoRead } = world;
  const arn = zone.sample(action);
  if (arn === undefined) return undefined;
  const question = { action: action.id, resources: [arn], from: {}, given, settings, catalog };
  const place = zone.kind === 'undescribed' ? withoutResources(environment) : environment;
  const target = findTarget(place, asker.caller, { action: action.id, resource: arn, catalog });
  // Organizations are looked up by environment.
  const resource = matrixResource(environment, target, question);
  const caller = matrixCaller(environment, asker, question);
  const policies = pairPolicies(caller, resource);
  const read = new Set([...keysReadFor(policiesIn(policies), action.id), ...alsoRead]);
  const known = pairRequest(
    { principal: asker.caller.principal, action: action.id, resource: arn, context: caller.context },
    resource,
  ).context;
  const tagPrefixes = target.described || arn === '*' ? ['aws:ResourceTag/', ...target.tagPrefixes] : [];
  const open = new Set(openKeys(read, { group: groupOf(asker), tagPrefixes, question }));
  const isGiven = new Set(Object.keys(given).map((key) => key.toLowerCase()));
  // Every caller has an id, whether the environment tells it or not.
  if (asker.caller.userId === undefined && asker.kind !== 'anonymous' && !isGiven.has('aws:userid'))
    open.add('aws:userid');
  const context: Record<string, string | readonly string[]> = {};
  for (const key of read) if (!open.has(key)) context[key] = [];
  for (const [key, value] of Object.entries(known)) {
    const lower = key.toLowerCase();
    if (isGiven.has(lower) || !isChosenByCaller(lower, action)) context[lower] = value;
  }
  return {
    policies,
    ...(resource.resourceAccount === undefined ? {} : { resourceAccount: resource.resourceAccount }),
    ...(resource.resourceAccountIsManagement ? { resourceAccountIsManagement: true } : {}),
    context,
    read,
  };
}

/** What a scenario takes for usual, and a caller may do otherwise. */
function isChosenByCaller(lowerKey: string, { service }: ServiceAction): boolean {
  return lowerKey === 'aws:securetransport' || (lowerKey === 'aws:requestedregion' && WHATEVER_REGION.has(service));
}

const BARE = new WeakMap<Environment, Environment>();

/** For ARNs that are samples of what nobody describes. */
function withoutResources(environment: Environment): Environment {
  const known = BARE.get(environment);
  if (known) return known;
  const accounts = environment.accounts.map((account) => ({ ...account, resources: [], roles: [], users: [] }));
  const bare = { ...environment, accounts };
  BARE.set(environment, bare);
  return bare;
}
