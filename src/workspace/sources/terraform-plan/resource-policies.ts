/** The resources of a Terraform plan that have a policy, with their ARNs as far as they are known. */
import { deployTime, parseArn } from '../../../language/index.ts';
import { member } from '../../../parse/index.ts';
import type { DeclaredResource, SourcePolicy } from '../source-format.ts';
import { at, textAt, textMembers } from '../spot.ts';
import type { Plan } from './plan-declared.ts';
import { referencesOf } from './plan-references.ts';
import type { PlanResource } from './plan-resources.ts';

/** Attributes by which a resource that only holds a policy names the one it is for. */
const LINKS = [
  'bucket',
  'queue_url',
  'secret_arn',
  'key_id',
  'repository',
  'resource_arn',
  'topic_arn',
  'arn',
  'file_system_id',
  'backup_vault_name',
  'function_name',
];

/** Attributes by which the other is known. */
const NAMES = ['arn', 'id', 'name', 'bucket', 'url', 'key_id'];

/** Not resources of a request: they hold what belongs to a principal or to the network. */
const NO_RESOURCES = /^aws_(?:iam_|organizations_|ssoadmin_|vpc_endpoint|transfer_)/;

export function resourcesOfPlan(plan: Plan): readonly DeclaredResource[] {
  const managed = plan.resources.filter(({ own, type }) => !own.startsWith('data.') && !NO_RESOURCES.test(type));
  const policies = new Map<string, { resource: PlanResource; policy: SourcePolicy }>();
  for (const resource of managed) {
    const [policy] = [...policyAttributes(resource)].flatMap((key) => plan.found.of(resource, key));
    if (policy) policies.set(arnFor(resource, plan), { resource, policy });
  }
  const listed = managed.filter((one) => isListed(one)).map((one) => [arnOf(one), one] as const);
  const all = new Map<string, PlanResource>([
    ...[...policies].map(([arn, { resource }]) => [arn, resource] as const),
    ...listed,
  ]);
  return [...all].map(([arn, resource]) => declared(arn, resource, policies.get(arn)?.policy));
}

function policyAttributes({ values, unknown }: PlanResource): ReadonlySet<string> {
  const keys = [values.node, unknown].flatMap((node) =>
    node?.kind === 'object' ? node.members.map(({ key }) => key) : [],
  );
  return new Set(keys);
}

/** Things that requests are made on; of others only those with a policy are told. */
function isListed({ type, values }: PlanResource): boolean {
  return type === 'aws_s3_bucket' || (at(values, 'arn') !== undefined && !type.endsWith('_policy'));
}

function declared(arn: string, { values, range }: PlanResource, policy: SourcePolicy | undefined): DeclaredResource {
  const known = parseArn(arn);
  return {
    arn,
    ...(policy ? { policy } : {}),
    tags: { ...textMembers(at(values, 'tags_all')), ...textMembers(at(values, 'tags')) },
    ...(known && /^\d{12}$/.test(known.account) ? { account: known.account } : {}),
    ...(known && known.region !== '' ? { region: known.region } : {}),
    ...(range ? { range } : {}),
  };
}

/** A bucket's ARN follows from its name. */
function arnOf({ address, type, values }: PlanResource): string {
  const arn = textAt(values, 'arn');
  if (arn !== undefined) return arn;
  const bucket = type === 'aws_s3_bucket' ? textAt(values, 'bucket') : undefined;
  return bucket === undefined ? deployTime(`${address}.arn`) : `arn:aws:s3:::${bucket}`;
}

/** Of the resource that a policy is for. */
function arnFor(resource: PlanResource, plan: Plan): string {
  const { type, values, expressions } = resource;
  if (!type.endsWith('_policy')) return arnOf(resource);
  for (const key of LINKS) {
    const value = textAt(values, key);
    const expression = member(expressions, key);
    const target =
      value === undefined
        ? plan.resolve(expression, resource)[0]
        : plan.resources.find((one) => one !== resource && NAMES.some((name) => textAt(one.values, name) === value));
    if (target) return arnOf(target);
    if (value?.startsWith('arn:')) return value;
    if (value !== undefined && key === 'bucket') return `arn:aws:s3:::${value}`;
    const [name] = referencesOf(expression);
    if (name !== undefined) return deployTime(name);
  }
  return arnOf(resource);
}
