/** A world: the policies around one request, as the engine decides them. */
import {
  DEFAULT_SETTINGS,
  type OrganizationNode,
  type PoliciesInPlay,
  type Policy,
  type PolicyDocument,
  type Request,
  replacePolicies,
  type Settings,
  type Statement,
} from '../language/index.ts';
import { nodeOfValue } from '../parse/index.ts';
import { readSimulation } from '../simulation/index.ts';

export interface World {
  readonly policies: PoliciesInPlay;
  readonly request: Request;
  readonly settings: Settings;
  /** The SCPs of the resource's account, which bind its own principals alone (E16). */
  readonly ownerScps?: readonly OrganizationNode[];
}

/** A simulation document: what `iamproof simulate --input` reads. */
export interface WorldDocument {
  readonly policies: Readonly<Record<string, unknown>>;
  readonly request: Readonly<Record<string, unknown>>;
}

export function readWorld(document: WorldDocument): World {
  const { simulation, diagnostics } = read(document);
  const [request] = simulation?.requests ?? [];
  // INVARIANT: templates write documents that the engine reads.
  if (!simulation || !request) throw new Error(`a template made no simulation: ${diagnostics[0]?.message}`);
  const owner = document.policies.resourceAccountScps;
  const ownerScps = owner === undefined ? undefined : read({ ...document, policies: { scps: owner } }).simulation;
  return {
    policies: simulation.policies,
    request,
    settings: DEFAULT_SETTINGS,
    ...(ownerScps?.policies.scps ? { ownerScps: ownerScps.policies.scps } : {}),
  };
}

function read(document: WorldDocument) {
  const { node } = nodeOfValue(document);
  if (!node) throw new Error('a template made no JSON');
  return readSimulation(node, undefined, (name) => ({ problem: `a template names \`${name}\`` }));
}

/** A world with other statements; the same world where every statement stays what it is. */
export function mapStatements(
  world: World,
  edit: (statement: Statement, policy: Policy) => Statement | readonly Statement[],
): World {
  let changed = false;
  const policies = replacePolicies(world.policies, (policy) => {
    const statements = policy.document.statements.flatMap((statement) => edit(statement, policy));
    const old = policy.document.statements;
    if (statements.length === old.length && statements.every((one, index) => one === old[index])) return policy;
    changed = true;
    return { ...policy, document: withStatements(policy.document, statements) };
  });
  return changed ? { ...world, policies } : world;
}

export function withStatements(document: PolicyDocument, statements: readonly Statement[]): PolicyDocument {
  return { ...document, statements: statements.map((statement, index) => ({ ...statement, index })) };
}
