/** What a call is for: the resource that is authorised, its owner, its policy and the tags that conditions can read. */
import type { Catalog } from '../catalog/index.ts';
import { type Policy, parseArn } from '../language/index.ts';
import { departureOf } from '../language/services/index.ts';
import { didYouMean } from '../schema/index.ts';
import type { Caller } from './caller.ts';
import type { Environment, GivenContext, Tags } from './environment.ts';
import { accountInArn, type FoundResource, findResource } from './find-resource.ts';
import { tagPrefixes } from './tag-prefixes.ts';

export interface Target {
  readonly action: string;
  /** Prefix of the action in lower case. */
  readonly service: string;
  readonly resource: string;
  /** Account id of the resource's owner; missing where nothing tells it. */
  readonly owner?: string;
  readonly resourcePolicy?: Policy;
  /** Trust policy of the role, for STS calls that it decides. */
  readonly trust?: Policy;
  readonly tags: Tags;
  /** What stands before the tag key in the condition keys of the tags: `aws:ResourceTag/`, `ec2:ResourceTag/` (C53). */
  readonly tagPrefixes: readonly string[];
  /** Keys that the environment gives with the resource. */
  readonly context: GivenContext;
  readonly region?: string;
  /** The environment describes the resource, or what it stands in: its tags are all known. */
  readonly described: boolean;
  readonly notes: readonly string[];
  readonly problems: readonly string[];
}

/** What is asked for. */
export interface Asked {
  readonly action: string;
  /** An ARN, or `*`. */
  readonly resource: string;
}

export function findTarget(environment: Environment, caller: Caller, asked: Asked & { catalog: Catalog }): Target {
  const { resource, notes } = authorisedResource(asked, asked.catalog);
  const target = targetOf(environment, caller, { action: asked.action, resource });
  return {
    ...target,
    tagPrefixes: tagPrefixes(asked.catalog, target.action, target.resource),
    notes: [...notes, ...target.notes],
    problems: [...problemsOf(asked), ...target.problems],
  };
}

/** The target of a call whose resource is known to be the right one. */
export function targetOf(environment: Environment, caller: Caller, { action, resource }: Asked): Target {
  const found = resource === '*' ? undefined : findResource(environment, resource);
  const [service = '', name = ''] = action.toLowerCase().split(':');
  const { owner, notes } = ownerOf(caller, resource, found);
  const region = found?.listed.find((one) => one.region !== undefined)?.region;
  // B18: the policy of a bucket also speaks for its objects.
  const resourcePolicy = found?.listed.find((one) => one.policy)?.policy;
  const trust = departureOf(service).trustActions?.includes(name) ? found?.role?.trust : undefined;
  const unlisted = resource !== '*' && !found && owner !== caller.principal.account;
  return {
    action,
    service,
    resource,
    ...(owner === undefined ? {} : { owner }),
    ...(resourcePolicy ? { resourcePolicy } : {}),
    ...(trust ? { trust } : {}),
    tags: found?.tags ?? {},
    tagPrefixes: [],
    context: found?.context ?? {},
    described: found !== undefined,
    ...(region === undefined ? {} : { region }),
    notes: unlisted
      ? [...notes, `the environment does not list \`${resource}\`: it has no resource-based policy`]
      : notes,
    problems: [],
  };
}

/** B16: an action without resource types is authorised on `*`, whatever was asked. */
function authorisedResource({ action, resource }: Asked, catalog: Catalog): { resource: string; notes: string[] } {
  const known = catalog.action(action);
  if (!known) {
    const near = catalog.suggestAction(action);
    const hint = near === undefined ? '' : didYouMean(action, [near]);
    return { resource, notes: [`the catalog of ${catalog.date} has no action \`${action}\`${hint}`] };
  }
  if (catalog.isResourceless(action)) {
    const notes =
      resource === '*' ? [] : [`\`${action}\` takes no resource: it is authorised on \`*\`, not on \`${resource}\``];
    return { resource: '*', notes };
  }
  const notes =
    resource === '*'
      ? [`\`${action}\` works on a resource, and \`*\` names none: policies that name one do not apply`]
      : [];
  return { resource, notes };
}

function problemsOf({ action, resource }: Asked): string[] {
  const problems: string[] = [];
  if (!/^[a-z0-9-]+:[a-z0-9-]+$/i.test(action)) problems.push(`\`${action}\` is no action as in \`s3:GetObject\``);
  if (resource !== '*' && !parseArn(resource)) problems.push(`\`${resource}\` is neither an ARN nor \`*\``);
  return problems;
}

/** Who lists the resource owns it; else the account in the ARN; else the caller is taken for the owner. */
function ownerOf(
  { principal }: Caller,
  resource: string,
  found: FoundResource | undefined,
): { owner: string | undefined; notes: string[] } {
  const told = found?.account.id ?? accountInArn(resource);
  if (told !== undefined) return { owner: told, notes: [] };
  const owner = principal.account;
  // AWS: what AWS itself owns says `aws` in place of an account.
  if (resource === '*' || parseArn(resource)?.account === 'aws') return { owner, notes: [] };
  const unknown = `no account lists \`${resource}\` and its ARN names none`;
  return {
    owner,
    notes: [
      owner === undefined ? `${unknown}: its owner is not known` : `${unknown}: it is taken for the caller's own`,
    ],
  };
}
