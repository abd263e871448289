/** The catalog: what AWS publishes about services, actions, resources, condition keys and managed policies, as of a day. */
import type { CatalogFiles } from './catalog-files.ts';
import { CATALOG_INFO } from './catalog-info.generated.ts';
import type { CatalogSource } from './catalog-info.ts';
import { keyReader } from './condition-keys.ts';
import { actionExpander } from './expand-action.ts';
import type { ManagedPolicy } from './managed-policies.ts';
import { managedPolicyReader } from './managed-policies.ts';
import { serviceReader } from './read-services.ts';
import { arnMatcher } from './resource-arns.ts';
import type { ConditionKey, ResourceType, Service, ServiceAction } from './service.ts';
import { suggestAction, suggestConditionKey, suggestManagedPolicy, suggestService } from './suggestions.ts';

/**
 * An opened catalog. Names are compared ignoring case, but for managed policies, and answered in AWS's spelling.
 * What is not known is `undefined` or an empty list: the data is of one day, AWS goes on.
 */
export interface Catalog {
  /** Day of the service authorization data, `2026-09-26`. */
  readonly date: string;
  readonly sources: readonly CatalogSource[];
  /** All service prefixes, sorted. */
  readonly serviceNames: () => readonly string[];
  readonly service: (prefix: string) => Service | undefined;
  /** By `s3:GetObject`. */
  readonly action: (name: string) => ServiceAction | undefined;
  /** Known actions that match an action pattern of a policy, sorted by service and name; `*` gives all (about 22,000). */
  readonly expandAction: (pattern: string) => readonly ServiceAction[];
  readonly resourceTypes: (service: string) => readonly ResourceType[];
  /** Resource types of the action that an ARN or ARN pattern can name, the most specific first. */
  readonly resourceTypesMatching: (action: string, arn: string) => readonly ResourceType[];
  /** Can the ARN or ARN pattern name a resource of the type? */
  readonly resourceTypeFits: (type: ResourceType, arn: string) => boolean;
  /** True for a known action that is authorised on `*` alone (B16). */
  readonly isResourceless: (action: string) => boolean;
  /** By name; `aws:ResourceTag/team` gives the key `aws:ResourceTag/${TagKey}`. */
  readonly conditionKey: (name: string) => ConditionKey | undefined;
  /** Keys that the action and its resource types list, then the global ones; tag keys only where they are listed. */
  readonly keysOfAction: (action: string) => readonly ConditionKey[];
  readonly globalKeys: () => readonly ConditionKey[];
  /** By name, `aws:Name`, `aws:service-role/Name` or ARN, exactly as spelled. */
  readonly managedPolicy: (nameOrArn: string) => ManagedPolicy | undefined;
  /** Names of all managed policies of IAM, sorted (those of AWS Organizations are not among them). */
  readonly managedPolicyNames: () => readonly string[];
  /** The nearest known action, `s3:GetObject`. */
  readonly suggestAction: (name: string) => string | undefined;
  readonly suggestService: (prefix: string) => string | undefined;
  readonly suggestConditionKey: (name: string) => string | undefined;
  /** The ARN of the managed policy with the nearest name. */
  readonly suggestManagedPolicy: (nameOrArn: string) => string | undefined;
}

/** Opens the catalog. Nothing is read before it is needed. */
export function openCatalog(files: CatalogFiles): Catalog {
  const services = serviceReader(files);
  const keys = keyReader(services);
  const policies = managedPolicyReader(files);
  const arns = arnMatcher();

  function action(name: string): ServiceAction | undefined {
    const colon = name.indexOf(':');
    if (colon === -1) return undefined;
    return services.load(name.slice(0, colon))?.actions.get(name.slice(colon + 1).toLowerCase());
  }

  return {
    date: files.update?.date ?? CATALOG_INFO.date,
    sources: CATALOG_INFO.sources,
    serviceNames: services.prefixes,
    service: (prefix) => services.load(prefix)?.service,
    action,
    expandAction: actionExpander(services),
    resourceTypes: (service) => services.load(service)?.service.resourceTypes ?? [],
    resourceTypesMatching: (name, arn) => {
      const found = action(name);
      return found ? arns.typesOf(found, arn) : [];
    },
    resourceTypeFits: arns.fits,
    isResourceless: (name) => action(name)?.resources.length === 0,
    conditionKey: keys.find,
    keysOfAction: (name) => {
      const found = action(name);
      return found ? keys.ofAction(found) : [];
    },
    globalKeys: keys.globalKeys,
    managedPolicy: policies.find,
    managedPolicyNames: policies.names,
    suggestAction: remembered((name) => suggestAction(services, name)),
    suggestService: remembered((prefix) => suggestService(services, prefix)),
    suggestConditionKey: remembered((name) => suggestConditionKey(keys, name)),
    suggestManagedPolicy: remembered((name) => suggestManagedPolicy(policies, name)),
  };
}

const MOST_ANSWERS = 10_000;

/** Looking for the nearest name is slow, and the same mistake is made many times. */
function remembered(ask: (name: string) => string | undefined): (name: string) => string | undefined {
  const answers = new Map<string, string | undefined>();
  return (name) => {
    if (answers.has(name)) return answers.get(name);
    if (answers.size >= MOST_ANSWERS) answers.clear();
    const answer = ask(name);
    answers.set(name, answer);
    return answer;
  };
}
