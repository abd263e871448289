/** Users, groups, roles and resources of a Terraform plan, each with the policies that the plan gives it. */
import { deployTime, parseArn } from '../../../language/index.ts';
import { member } from '../../../parse/index.ts';
import type { AttachedPolicy, Declared, DeclaredGroup, DeclaredRole, DeclaredUser } from '../source-format.ts';
import { at, numberAt, textAt, textMembers, textsOf } from '../spot.ts';
import type { PlanPolicies } from './plan-policies.ts';
import { type Resolver, referencesOf } from './plan-references.ts';
import type { PlanResource } from './plan-resources.ts';
import { resourcesOfPlan } from './resource-policies.ts';

export interface Plan {
  readonly resources: readonly PlanResource[];
  readonly found: PlanPolicies;
  readonly resolve: Resolver;
}

export function planDeclared(resources: readonly PlanResource[], found: PlanPolicies, resolve: Resolver): Declared {
  const plan: Plan = { resources, found, resolve };
  const attached = attachments(plan);
  return {
    users: ofType(plan, 'aws_iam_user').map((one): DeclaredUser => {
      return { ...identityOf(one, plan, attached), groups: groupsOf(one, plan) };
    }),
    groups: ofType(plan, 'aws_iam_group').map((one): DeclaredGroup => {
      const { name, policies, account, range } = identityOf(one, plan, attached);
      return { name, policies, ...(account === undefined ? {} : { account }), ...(range ? { range } : {}) };
    }),
    roles: ofType(plan, 'aws_iam_role').flatMap((one): DeclaredRole[] => {
      const [trust] = found.of(one, 'assume_role_policy');
      const longest = numberAt(one.values, 'max_session_duration');
      const duration = longest === undefined ? {} : { maxSessionDuration: longest };
      return trust ? [{ ...identityOf(one, plan, attached), trust, ...duration }] : [];
    }),
    resources: resourcesOfPlan(plan),
  };
}

function ofType({ resources }: Plan, type: string): readonly PlanResource[] {
  return resources.filter(({ own }) => own.startsWith(`${type}.`));
}

/** The value as far as it is known; a marker where it is not. */
function attributeText({ address, values }: PlanResource, key: string): string {
  return textAt(values, key) ?? deployTime(`${address}.${key}`);
}

type Attached = ReadonlyMap<PlanResource, readonly AttachedPolicy[]>;

function identityOf(resource: PlanResource, { found, resolve, resources }: Plan, attached: Attached) {
  const { values, expressions } = resource;
  const arn = textAt(values, 'arn');
  const account = arn === undefined ? undefined : parseArn(arn)?.account;
  const boundary = policyNamed(
    { arns: textsOf(at(values, 'permissions_boundary')), expression: member(expressions, 'permissions_boundary') },
    resource,
    { found, resolve, resources },
  );
  const id = textAt(values, 'unique_id');
  const { range } = resource;
  return {
    name: attributeText(resource, 'name'),
    path: textAt(values, 'path') ?? '/',
    ...(id === undefined ? {} : { id }),
    policies: [
      ...found.of(resource, 'inline_policy').map((policy): AttachedPolicy => ({ kind: 'here', policy })),
      ...(attached.get(resource) ?? []),
    ],
    ...(boundary[0] ? { boundary: boundary[0] } : {}),
    tags: { ...textMembers(at(values, 'tags_all')), ...textMembers(at(values, 'tags')) },
    ...(account === undefined ? {} : { account }),
    ...(range ? { range } : {}),
  };
}

interface Written {
  readonly arns: readonly string[];
  readonly expression: Parameters<Resolver>[0];
}

/** Policies of the plan that are meant, by ARN or by reference; those that stand elsewhere, by ARN. */
function policyNamed({ arns, expression }: Written, from: PlanResource, plan: Plan): AttachedPolicy[] {
  const policies = ofType(plan, 'aws_iam_policy');
  const here = (resource: PlanResource): AttachedPolicy[] =>
    plan.found.of(resource, 'policy').map((policy) => ({ kind: 'here', policy }));
  if (arns.length > 0) {
    return arns.flatMap((arn): AttachedPolicy[] => {
      const known = policies.find(({ values }) => textAt(values, 'arn') === arn);
      return known ? here(known) : [{ kind: 'elsewhere', arn }];
    });
  }
  const referred = plan.resolve(expression, from);
  const own = referred.filter(({ own: name }) => name.startsWith('aws_iam_policy.')).flatMap(here);
  if (own.length > 0) return own;
  const data = referred.flatMap(({ own: name, values }) =>
    name.startsWith('data.aws_iam_policy.') ? (textAt(values, 'arn') ?? []) : [],
  );
  if (data.length > 0) return data.map((arn) => ({ kind: 'elsewhere', arn }));
  return referencesOf(expression).map((name) => ({ kind: 'elsewhere', arn: deployTime(name) }));
}

const KINDS = ['role', 'user', 'group'] as const;
const ATTACHMENT = /^aws_iam_(?:(role|user|group)_)?policy_attachment(?:s_exclusive)?$/;

function attachments(plan: Plan): Attached {
  const attached = new Map<PlanResource, AttachedPolicy[]>();
  const add = (holders: readonly PlanResource[], policies: readonly AttachedPolicy[]) => {
    for (const one of holders) attached.set(one, [...(attached.get(one) ?? []), ...policies]);
  };
  for (const resource of plan.resources) {
    const { type, values, expressions } = resource;
    for (const kind of KINDS) {
      if (type === `aws_iam_${kind}_policy`) {
        const policies = plan.found.of(resource, 'policy').map((policy) => ({ kind: 'here', policy }) as const);
        add(holders(resource, kind, kind, plan), policies);
      }
      if (!ATTACHMENT.test(type)) continue;
      const arns = textsOf(at(values, 'policy_arn') ?? at(values, 'policy_arns'));
      const expression = member(expressions, 'policy_arn') ?? member(expressions, 'policy_arns');
      const policies = policyNamed({ arns, expression }, resource, plan);
      for (const key of [kind, `${kind}s`, `${kind}_name`]) add(holders(resource, key, kind, plan), policies);
    }
    if (type === 'aws_iam_role') {
      const arns = textsOf(at(values, 'managed_policy_arns'));
      const written = { arns, expression: member(expressions, 'managed_policy_arns') };
      add([resource], policyNamed(written, resource, plan));
    }
  }
  return attached;
}

/** The roles, users or groups that an attribute names: by name, else by what the configuration refers to. */
function holders(
  resource: PlanResource,
  key: string,
  kind: (typeof KINDS)[number],
  plan: Plan,
): readonly PlanResource[] {
  const names = textsOf(at(resource.values, key));
  const all = ofType(plan, `aws_iam_${kind}`);
  if (names.length > 0) return all.filter(({ values }) => names.includes(textAt(values, 'name') ?? ''));
  const referred = plan.resolve(member(resource.expressions, key), resource);
  return referred.filter((one) => all.includes(one));
}

/** Names of the groups that the plan puts a user into. */
function groupsOf(user: PlanResource, plan: Plan): string[] {
  const memberships = [...ofType(plan, 'aws_iam_user_group_membership'), ...ofType(plan, 'aws_iam_group_membership')];
  const names = memberships.flatMap((one) => {
    const users = [...holders(one, 'user', 'user', plan), ...holders(one, 'users', 'user', plan)];
    if (!users.includes(user)) return [];
    return [...holders(one, 'group', 'group', plan), ...holders(one, 'groups', 'group', plan)];
  });
  return [...new Set(names.map((group) => attributeText(group, 'name')))];
}
