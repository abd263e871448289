/** Changes to a world that might let its request through, each with the words for it. */
import { LAYER_WORDS } from '../explain/index.ts';
import type { Layer, OrganizationNode, Policy, PrincipalElement, Statement } from '../language/index.ts';
import { applyingStatements } from './applying-statements.ts';
import { mapStatements, type World, withStatements } from './world.ts';

export interface WorldChange {
  readonly text: string;
  readonly apply: (world: World) => World;
}

export function changesOf(world: World): readonly WorldChange[] {
  return [...allowances(world), ...grants(world), ...removals(world)];
}

const CEILINGS = ['boundary', 'session'] as const;

/** An Allow for exactly this request in a policy that names no principal. */
function allowances(world: World): WorldChange[] {
  const { request, policies } = world;
  const statement = exactly(world);
  const what = `Add an Allow for \`${request.action}\` on exactly this resource to`;
  const lists: WorldChange[] = (['identity', ...CEILINGS] as const).flatMap((layer) => {
    const list = policies[layer];
    if (!list?.[0] || request.principal.type === 'root') return [];
    return [
      {
        text: `${what} the ${LAYER_WORDS[layer]} ${list[0].name}`,
        apply: (old) => ({
          ...old,
          policies: { ...old.policies, [layer]: withFirst(old.policies[layer] ?? [], statement) },
        }),
      },
    ];
  });
  const nodes = (policies.scps ?? []).flatMap(({ level, policies: [first] }, at): WorldChange[] =>
    first
      ? [
          {
            text: `${what} the SCP ${first.name} (${level === 'ou' ? 'organizational unit' : level})`,
            apply: (old) => ({
              ...old,
              policies: {
                ...old.policies,
                scps: (old.policies.scps ?? []).map((node, i) => (i === at ? opened(node, statement) : node)),
              },
            }),
          },
        ]
      : [],
  );
  return [...lists, ...nodes];
}

function withFirst(list: readonly Policy[], statement: Statement): readonly Policy[] {
  return list.map((policy, at) => (at === 0 ? added(policy, statement) : policy));
}

function opened(node: OrganizationNode, statement: Statement): OrganizationNode {
  return { ...node, policies: withFirst(node.policies, statement) };
}

/** An Allow in the policy of the resource or of the role, to the caller or to its account. */
function grants(world: World): WorldChange[] {
  const { principal } = world.request;
  const layer = world.policies.trust ? 'trust' : world.policies.resource ? 'resource' : undefined;
  const account = principal.account === undefined ? undefined : `arn:aws:iam::${principal.account}:root`;
  if (!layer || account === undefined || principal.arn === undefined) return [];
  const policy = world.policies[layer];
  const whom: readonly (readonly [string, string])[] = [
    [account, 'the account of the caller'],
    ...(principal.roleArn === undefined
      ? [[principal.arn, 'the ARN of the user'] as const]
      : [[principal.roleArn, 'the ARN of the role'] as const, [principal.arn, 'the ARN of the role session'] as const]),
  ];
  return whom
    .filter(([arn]) => principal.type !== 'root' || arn === account)
    .map(([arn, words]) => ({
      text: `Add an Allow for \`${world.request.action}\` to the ${LAYER_WORDS[layer]} ${policy?.name ?? ''} that names ${words}`,
      apply: (old) => {
        const target = old.policies[layer];
        const element: PrincipalElement = { not: false, entries: [{ kind: 'AWS', value: arn }] };
        const exact = { ...exactly(old), principal: element };
        if (!target) return old;
        return {
          ...old,
          policies: { ...old.policies, [layer]: added(target, layer === 'trust' ? withoutResource(exact) : exact) },
        };
      },
    }));
}

function removals(world: World): WorldChange[] {
  const applying = applyingStatements(world).filter(({ effect }) => effect === 'Deny');
  const places = new Map<Statement, Policy>();
  mapStatements(world, (statement, policy) => {
    places.set(statement, policy);
    return statement;
  });
  return applying.flatMap((statement) => {
    const policy = places.get(statement);
    if (!policy) return [];
    const layer: Layer = policy.type;
    return [
      {
        text: `Remove the Deny ${statement.sid ?? `#${statement.index}`} from the ${LAYER_WORDS[layer]} ${policy.name}`,
        apply: (old: World) =>
          mapStatements(old, (one, { name }) => (name === policy.name && one.sid === statement.sid ? [] : one)),
      },
    ];
  });
}

function exactly({ request }: World): Statement {
  const values = (value: string) => ({ not: false, values: [{ value }] });
  return {
    index: 0,
    sid: 'Added',
    effect: 'Allow',
    action: values(request.action),
    resource: values(request.resource),
    conditions: [],
  };
}

function withoutResource({ resource: _, ...statement }: Statement): Statement {
  return statement;
}

function added(policy: Policy, statement: Statement): Policy {
  return { ...policy, document: withStatements(policy.document, [...policy.document.statements, statement]) };
}
