/** The policies in play and the keys that are settled, for a caller, a zone of resources and the actions that see them alike. */
import type { Catalog, ServiceAction } from '../../catalog/index.ts';
import { type Environment, findTarget, type GivenContext, type Target } from '../../environment/index.ts';
import { type PoliciesInPlay, policiesIn, type RequestContext, type Settings } from '../../language/index.ts';
import { type MatrixCaller, type MatrixResource, pairPolicies, pairRequest, readAlike } from '../../matrix/index.ts';
import type { ResourceSet } from '../../prove/index.ts';
import type { AccessQuestion } from '../access-question.ts';
import type { Asker } from '../asker.ts';
import { groupOf, openKeys } from '../open-keys.ts';
import { matrixCaller, matrixResource } from '../sides.ts';
import type { ActionClass, Zone, ZoneKind } from './zones.ts';

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
}

/** Actions of which the same policies are in play and the same keys settled. */
export interface SideGroup {
  readonly actions: readonly ServiceAction[];
  readonly zone: ZoneKind;
  readonly within: readonly ResourceSet[];
  /** In each world, in their order; undefined where the asker is not there. */
  readonly sides: readonly (Side | undefined)[];
  /** Keys that the policies of any side read for the actions, in lower case. */
  readonly read: ReadonlySet<string>;
}

/** The asker in each world, or nobody there. */
export type SideFinder = (
  askers: readonly (Asker | undefined)[],
  zone: Zone,
  actions: readonly ServiceAction[],
) => readonly SideGroup[];

/** Worlds of one catalog. What follows callers and what follows resources is derived once each. */
export function sideFinder(worlds: readonly World[]): SideFinder {
  const catalog = worlds[0]?.catalog;
  const alsoRead = worlds.flatMap((world) => world.alsoRead);
  const finders = worlds.map(worldSides);
  const ids = new Map<unknown, number>();
  const idOf = (one: unknown) => {
    const id = ids.get(one) ?? ids.size;
    ids.set(one, id);
    return id;
  };
  const merged = new WeakMap<readonly ActionClass[], Map<string, readonly ResourceGroup[]>>();

  function resourceGroups(askers: readonly (Asker | undefined)[], classes: readonly ActionClass[]) {
    const known = merged.get(classes) ?? new Map<string, readonly ResourceGroup[]>();
    merged.set(classes, known);
    const name = askers.map((asker) => asker && `${asker.account}`).join();
    const groups = known.get(name) ?? mergeClasses(askers, classes, { finders, idOf });
    known.set(name, groups);
    return groups;
  }

  return (askers, zone, actions) => {
    if (!catalog) return [];
    return resourceGroups(askers, zone.classesOf(actions)).flatMap(({ resources, within, actions: own }) => {
      const pairs = resources.map((resource, at) => {
        const asker = askers[at];
        return asker && resource && finders[at] && { ...finders[at].pairOf(asker, resource), asker, resource };
      });
      const policies = pairs.flatMap((pair) => (pair ? policiesIn(pair.policies) : []));
      return readAlike(policies, own, catalog).map(({ read: byPolicies, actions: alike }) => {
        const read = new Set([...byPolicies, ...alsoRead]);
        const sides = pairs.map((pair, at) => pair && finders[at]?.sideOf(pair, read));
        return { actions: alike, zone: zone.kind, within, sides, read };
      });
    });
  };
}

/** Actions of which the resources are the same in every world. */
interface ResourceGroup {
  readonly resources: readonly (ResourceSide | undefined)[];
  readonly within: readonly ResourceSet[];
  readonly actions: readonly ServiceAction[];
}

interface ResourceSide {
  readonly resource: MatrixResource;
  /** What stands before the tags that are all known. */
  readonly tagPrefixes: readonly string[];
  readonly service: string;
}

interface Merging {
  readonly finders: readonly WorldSides[];
  readonly idOf: (one: unknown) => number;
}

function mergeClasses(
  askers: readonly (Asker | undefined)[],
  classes: readonly ActionClass[],
  { finders, idOf }: Merging,
): readonly ResourceGroup[] {
  const groups = new Map<string, ResourceGroup & { readonly actions: ServiceAction[] }>();
  for (const one of classes) {
    const targets = finders.map(({ targetOf }, at) => askers[at] && targetOf(askers[at], one));
    const described = targets.find((target) => target?.described);
    const resources = finders.map(({ resourceOf }, at) => {
      const target = targets[at];
      return target && resourceOf(target.described || !described ? target : withoutPolicy(described));
    });
    const key = JSON.stringify([idOf(one.within), resources.map((resource) => resource && nameOf(resource, idOf))]);
    const group = groups.get(key);
    if (group) group.actions.push(...one.actions);
    else groups.set(key, { resources, within: one.within, actions: [...one.actions] });
  }
  return [...groups.values()];
}

/** Where one environment does not describe what another does, it is the same resource, of which nothing was said. */
function withoutPolicy({ resourcePolicy: _, trust: __, ...target }: Target): Target {
  return target;
}

/** Sides of one name are the same, but for the ARN that stands for the zone. */
function nameOf({ resource, tagPrefixes, service }: ResourceSide, idOf: Merging['idOf']): unknown {
  const { resourceAccount, resourceAccountIsManagement, context, policies } = resource;
  const { resource: own, trust, rcps, vpce } = policies;
  const nodes = (rcps ?? []).map((node) => node.policies.map(idOf));
  const entries = Object.entries(context).sort(([a], [b]) => (a < b ? -1 : 1));
  const ids = [own && idOf(own), trust && idOf(trust), nodes, vpce?.map(idOf)];
  return [ids, resourceAccount, resourceAccountIsManagement, entries, tagPrefixes, CHOOSES_REGION.has(service)];
}

type WorldSides = ReturnType<typeof worldSides>;

interface Pair {
  readonly asker: Asker;
  readonly caller: MatrixCaller;
  readonly resource: ResourceSide;
  readonly policies: PoliciesInPlay;
}

/** The halves of one world. */
function worldSides({ environment, catalog, settings, given }: World) {
  const isGiven = new Set(Object.keys(given).map((key) => key.toLowerCase()));
  const bare = withoutResources(environment);
  const callers = new Map<Asker, MatrixCaller>();
  const question: AccessQuestion = { action: '', resources: [], from: {}, given, settings, catalog };

  function callerOf(asker: Asker): MatrixCaller {
    const caller = callers.get(asker) ?? matrixCaller(environment, asker, question);
    callers.set(asker, caller);
    return caller;
  }

  function targetOf(asker: Asker, { zone, actions: [action], sample }: ActionClass): Target {
    const asked = { action: action?.id ?? '', resource: sample, catalog };
    return findTarget(zone === 'undescribed' ? bare : environment, asker.caller, asked);
  }

  /** Organizations are looked up by environment. */
  function resourceOf(target: Target): ResourceSide {
    const isTold = target.described || target.resource === '*';
    return {
      resource: matrixResource(environment, target, question),
      tagPrefixes: isTold ? ['aws:ResourceTag/', ...target.tagPrefixes] : [],
      service: target.service,
    };
  }

  function pairOf(asker: Asker, { resource }: ResourceSide) {
    const caller = callerOf(asker);
    return { caller, policies: pairPolicies(caller, resource) };
  }

  function sideOf(
    { asker, caller, resource: { resource, tagPrefixes, service }, policies }: Pair,
    read: ReadonlySet<string>,
  ) {
    const asked = { principal: caller.principal, action: '', resource: resource.resource, context: caller.context };
    const known = pairRequest(asked, resource).context;
    const open = new Set(openKeys(read, { group: groupOf(asker), tagPrefixes, question }));
    // Every caller has an id, whether the environment tells it or not.
    if (asker.caller.userId === undefined && asker.kind !== 'anonymous' && !isGiven.has('aws:userid'))
      open.add('aws:userid');
    const context: Record<string, string | readonly string[]> = {};
    for (const key of read) if (!open.has(key)) context[key] = [];
    for (const [key, value] of Object.entries(known)) {
      const lower = key.toLowerCase();
      if (isGiven.has(lower) || !isChosenByCaller(lower, service)) context[lower] = value;
    }
    return {
      policies,
      ...(resource.resourceAccount === undefined ? {} : { resourceAccount: resource.resourceAccount }),
      ...(resource.resourceAccountIsManagement ? { resourceAccountIsManagement: true } : {}),
      context,
    };
  }

  return { targetOf, resourceOf, pairOf, sideOf };
}

const CHOOSES_REGION: ReadonlySet<string> = new Set(['sts']);

/** What a scenario takes for usual, and a caller may do otherwise. */
function isChosenByCaller(lowerKey: string, service: string): boolean {
  return lowerKey === 'aws:securetransport' || (lowerKey === 'aws:requestedregion' && CHOOSES_REGION.has(service));
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
