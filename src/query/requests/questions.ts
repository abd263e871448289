/** Questions to the prover: one for each way in which a caller, a zone of resources and a group of actions can meet. */
import type { ServiceAction } from '../../catalog/index.ts';
import { compilePolicy } from '../../compile/index.ts';
import { evaluate } from '../../evaluate/index.ts';
import {
  type ConditionEntry,
  type EvaluationResult,
  type PoliciesInPlay,
  type Policy,
  policiesIn,
  type Request,
  type RequestContext,
} from '../../language/index.ts';
import { keysOfTemplate } from '../../matrix/index.ts';
import type { ProofQuestion } from '../../prove/index.ts';
import type { Asker } from '../asker.ts';
import { routesOf } from './routes.ts';
import { settledPolicies } from './settled.ts';
import type { Side, SideFinder, SideGroup, World } from './sides.ts';
import type { Zone, ZoneKind } from './zones.ts';

/** A request as the evaluator decided it. */
export interface Witness {
  readonly asker: Asker;
  /** Complete: what is not in its context is absent. */
  readonly request: Request;
  readonly policies: PoliciesInPlay;
  readonly result: EvaluationResult;
  /** The actions of which the same holds. */
  readonly actions: readonly string[];
  /** Context keys that nothing settles, so that the caller may have them so. */
  readonly chosen: RequestContext;
  /** The same request in the second world, where the caller is there. */
  readonly elsewhere?: EvaluationResult;
}

/** What is looked for. */
export interface Looking {
  /**
   * `allowed` here; `denied`: what any policies could allow and these do not; `new`: allowed in the first world and not in
   * the second.
   */
  readonly for: 'allowed' | 'denied' | 'new';
  /** Only requests of which this condition does not hold. */
  readonly unless?: readonly ConditionEntry[];
}

export interface Scene {
  readonly worlds: readonly World[];
  readonly find: SideFinder;
  /** In each world; undefined where there is nobody like it. */
  readonly askers: readonly [Asker, ...(Asker | undefined)[]];
  readonly zone: Zone;
  readonly actions: readonly ServiceAction[];
  readonly looking: Looking;
}

export interface Posed {
  readonly question: ProofQuestion;
  /** A request that was found, completed by what is settled, and decided again. Throws where that is not what was looked for. */
  readonly witnessOf: (request: Request, actions: readonly string[]) => Witness;
}

/** Lazily; nothing at all where the actions have nothing to do with the zone. Why not, where a question cannot be asked. */
export function* questionsOf(scene: Scene): Generator<Posed | { readonly why: string }> {
  const { askers, zone, actions, find } = scene;
  if (!mayAsk(askers[0], zone.kind)) return;
  for (const group of find(askers, zone, actions)) yield* questionsAbout(group, scene);
}

/** On what nobody describes only its own account's policies speak. */
export function mayAsk({ kind }: Asker, zone: ZoneKind): boolean {
  return zone === 'described' || kind === 'user' || kind === 'role' || kind === 'root';
}

/** The same of one group of actions. */
export function* questionsAbout(group: SideGroup, scene: Scene): Generator<Posed | { readonly why: string }> {
  const { worlds, askers, looking } = scene;
  for (const { sides, guards } of routesOf(worlds, askers[0], group)) {
    const [side, before] = sides;
    if (!side) continue;
    const own = looking.unless ? [...guards, looking.unless] : guards;
    const together = looking.for === 'new' && before ? comparable(side, before, scene) : inOneWorld(side, scene);
    yield 'why' in together ? together : pose({ group, side, before, together, guards: own, scene });
  }
}

/** Sides as they can be asked about together. */
interface Together {
  readonly policies: PoliciesInPlay;
  readonly before: PoliciesInPlay | undefined;
  readonly context: RequestContext;
}

/** What variables in resources come to is worked into the policies, where it is settled. */
function inOneWorld({ policies, context }: Side, { worlds, askers }: Scene): Together {
  const statements = policiesIn(policies).flatMap((policy) => compilePolicy(policy).statements);
  const variables = statements.flatMap(({ resources }) =>
    resources.flatMap(({ template }) => keysOfTemplate(template)),
  );
  const keys = new Set(variables.filter((key) => typeof context[key] === 'string'));
  const settings = worlds[0]?.settings;
  const asIs = { policies, before: undefined, context };
  if (keys.size === 0 || !settings) return asIs;
  const settled = settledPolicies(policies, { keys, principal: askers[0].caller.principal, context, settings });
  return 'why' in settled ? asIs : { ...asIs, policies: settled.policies };
}

/** Keys that rules of services read beside policies. */
const READ_BY_RULES = new Set(['aws:userid', 'aws:tokenissuetime', 'aws:multifactorauthpresent', 'sts:sourceidentity']);

/** What is not the same on both sides is worked into the policies. */
function comparable(side: Side, before: Side, { worlds, askers }: Scene): Together | { readonly why: string } {
  const [asker, twin = asker] = askers;
  if (placeOf(side, asker) !== placeOf(before, twin)) {
    return {
      why: 'whose the caller and the resource are is not the same on both sides, so that requests cannot be compared',
    };
  }
  const keys = Object.keys({ ...side.context, ...before.context });
  const other = keys.filter((key) => JSON.stringify(side.context[key]) !== JSON.stringify(before.context[key]));
  if (other.length === 0) return { policies: side.policies, before: before.policies, context: side.context };
  const rule = other.find((key) => READ_BY_RULES.has(key));
  if (rule !== undefined) {
    return { why: `\`${rule}\` is not the same on both sides, so that requests cannot be compared` };
  }
  const settings = worlds[0]?.settings;
  const settle = ({ policies, context }: Side, { caller: { principal } }: Asker) =>
    settings && settledPolicies(policies, { keys: new Set(other), principal, context, settings });
  const [now, then] = [settle(side, asker), settle(before, twin)];
  if (!now || !then) throw new Error('there is a world for each side');
  if ('why' in now) return now;
  if ('why' in then) return then;
  const context = Object.fromEntries(Object.entries(side.context).filter(([key]) => !other.includes(key)));
  return { policies: now.policies, before: then.policies, context };
}

function placeOf({ resourceAccount, resourceAccountIsManagement }: Side, { caller }: Asker): string {
  return JSON.stringify([resourceAccount, resourceAccountIsManagement, caller.principal]);
}

interface Posing {
  readonly group: SideGroup;
  readonly side: Side;
  readonly before: Side | undefined;
  readonly together: Together;
  readonly guards: readonly (readonly ConditionEntry[])[];
  readonly scene: Scene;
}

function pose({ group, side, before, together, guards, scene }: Posing): Posed {
  const { askers, worlds, looking } = scene;
  const [asker, twin] = askers;
  const [world] = worlds;
  if (!world) throw new Error('there is a world for each side');
  const { catalog, settings } = world;
  const { resourceAccount, resourceAccountIsManagement } = side;
  const isDenied = looking.for === 'denied';
  // Calls that need no permission are no news; a new root user is.
  const nothing = asker.kind === 'root' ? undefined : { identity: [] };
  const notAllowedBy = isDenied ? side.policies : looking.for === 'new' ? (together.before ?? nothing) : undefined;
  const question: ProofQuestion = {
    allowedBy: guarded(isDenied ? WHATEVER : together.policies, guards),
    ...(notAllowedBy ? { notAllowedBy } : {}),
    asked: {
      principal: asker.caller.principal,
      ...(resourceAccount === undefined ? {} : { resourceAccount }),
      ...(resourceAccountIsManagement ? { resourceAccountIsManagement } : {}),
      actions: group.actions.map(({ id }) => id),
      ...(group.within.length > 0 ? { within: group.within } : {}),
      context: together.context,
    },
    catalog,
    settings,
  };
  const witnessOf: Posed['witnessOf'] = (found, actions) => {
    const context = present({ ...found.context, ...side.context });
    const request = { ...found, context };
    const chosen = Object.fromEntries(Object.entries(context).filter(([key]) => !(key in side.context)));
    const { policies } = side;
    const witness = { asker, request, policies, result: evaluate(policies, request, settings), actions, chosen };
    if (!before || !twin) return confirmed(witness, looking);
    const { principal } = twin.caller;
    const other = { ...found, principal, context: present({ ...found.context, ...before.context }) };
    return confirmed({ ...witness, elsewhere: evaluate(before.policies, other, settings) }, looking);
  };
  return { question, witnessOf };
}

/** The question was about policies in which what is settled is worked in, the witness is about those as they are written. */
function confirmed(witness: Witness, looking: Looking): Witness {
  const { request, result, elsewhere } = witness;
  const isSo = looking.for === 'denied' ? isDenied(result) : result.decision === 'allowed';
  const isNew = looking.for !== 'new' || elsewhere === undefined || isDenied(elsewhere);
  if (isSo && isNew) return witness;
  throw new Error(`the prover and the evaluator disagree on ${JSON.stringify(request)}`);
}

function isDenied({ decision }: EvaluationResult): boolean {
  return decision === 'explicitDeny' || decision === 'implicitDeny';
}

function present(context: RequestContext): RequestContext {
  return Object.fromEntries(
    Object.entries(context).filter(([, value]) => typeof value === 'string' || value.length > 0),
  );
}

const ALL = { not: false, values: [{ value: '*' }] };
const EVERYBODY = { not: false, entries: [{ kind: 'AWS', value: '*' }] } as const;

/** A Deny in any layer in play wins, so one more layer leaves out what its statements match. */
function guarded(policies: PoliciesInPlay, conditions: readonly (readonly ConditionEntry[])[]): PoliciesInPlay {
  if (conditions.length === 0) return policies;
  const anything = { effect: 'Allow', action: ALL, resource: ALL, conditions: [] } as const;
  const statements = [
    // An endpoint policy goes on limiting.
    ...(policies.vpce ? [] : [anything]),
    ...conditions.map((one) => ({ effect: 'Deny', action: ALL, resource: ALL, conditions: one }) as const),
  ].map((one, index) => ({ index, ...one }));
  const guard: Policy = { name: 'what is asked', type: 'vpce', document: { version: '2012-10-17', statements } };
  return { ...policies, vpce: [...(policies.vpce ?? []), guard] };
}

function everything(type: Policy['type']): Policy {
  const principal = type === 'identity' ? {} : { principal: EVERYBODY };
  const statements = [{ index: 0, effect: 'Allow', action: ALL, resource: ALL, conditions: [], ...principal } as const];
  return { name: 'whatever policies can allow', type, document: { version: '2012-10-17', statements } };
}

/** What no policy limits; what is refused even here, no policy can allow. */
const WHATEVER: PoliciesInPlay = {
  identity: [everything('identity')],
  resource: everything('resource'),
  trust: everything('trust'),
};
