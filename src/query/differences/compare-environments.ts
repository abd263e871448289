/** What everybody may newly do in one environment that they may not in another, and the reverse, over all requests. */
import type { Catalog } from '../../catalog/index.ts';
import type { Environment } from '../../environment/index.ts';
import { evaluate } from '../../evaluate/index.ts';
import type { Request, Settings, StatementTrace } from '../../language/index.ts';
import {
  findRequests,
  joinDirections,
  mergeRows,
  type OneWay,
  type PolicyComparison,
  type Row,
  regionOf,
  statementsOwed,
} from '../../prove/index.ts';
import type { Asker } from '../asker.ts';
import { everybodyNamed, strangerTo } from '../requests/everybody.ts';
import { mayAsk, type Posed, questionsAbout, type Scene, type Witness } from '../requests/questions.ts';
import { type SideGroup, sideFinder, type World } from '../requests/sides.ts';
import { twinFinder } from '../requests/twins.ts';
import { zonesOf } from '../requests/zones.ts';
import { differingActions } from './differing-actions.ts';
import { touchedBy } from './touched.ts';

export interface EnvironmentComparison {
  readonly comparison: PolicyComparison['comparison'];
  readonly gained: readonly AccessDifference[];
  readonly lost: readonly AccessDifference[];
  /** What could not be found out; more may be gained or lost. */
  readonly unknown: readonly string[];
}

/** `who` are names of principals. */
export interface AccessDifference extends Row {
  /** What makes it out: all of them apply to the witness, a Deny on the side that does not allow it. */
  readonly statements: readonly StatementTrace[];
  /** Of the first of the principals and actions, on the side that allows it. */
  readonly witness: Witness;
}

export interface EnvironmentsInput {
  readonly before: Environment;
  readonly after: Environment;
  /** Sessions to ask for besides, as they are after and before. */
  readonly sessions?: readonly (readonly [after: Asker, before: Asker])[];
  readonly catalog: Catalog;
  readonly settings: Settings;
}

/** Over all principals that either describes or names, and strangers; all resources; all actions that the catalog knows. */
export function compareEnvironments(input: EnvironmentsInput): EnvironmentComparison {
  const found = [...differencesBetween(input)];
  const rows = (direction: Directed['direction']) => rowsOf(found.filter((one) => one.direction === direction));
  return joinDirections(rows('gained'), rows('lost'));
}

/** One answer after the other, as they are found. */
export function* differencesBetween({
  before,
  after,
  sessions = [],
  catalog,
  settings,
}: EnvironmentsInput): Generator<Directed> {
  const worldOf = (environment: Environment): World => ({ environment, catalog, settings, given: {}, alsoRead: [] });
  const worlds = [worldOf(after), worldOf(before)] as const;
  const zones = zonesOf([after, before], catalog);
  const find = sideFinder(worlds);
  const actions = catalog.expandAction('*');
  const isTouched = touchedBy(before, after);
  for (const [now, then] of [...sessions, ...pairsOf(after, before)]) {
    if (!isTouched(now, then)) continue;
    for (const zone of zones) {
      for (const group of find([now, then], zone, actions)) {
        const own = { ...group, actions: differingActions(group, catalog) };
        if (own.actions.length === 0) continue;
        const scene = { find, zone, actions: own.actions, looking: { for: 'new' } } as const;
        if (now) yield* directed('gained', foundIn(own, { ...scene, worlds, askers: [now, then] }));
        if (!then) continue;
        const reversed = { ...own, sides: [...own.sides].reverse() };
        yield* directed('lost', foundIn(reversed, { ...scene, worlds: [...worlds].reverse(), askers: [then, now] }));
      }
    }
  }
}

/** An answer, and on which side it is allowed: after the change, or before it. */
export type Directed = Found & { readonly direction: 'gained' | 'lost' };

function* directed(direction: Directed['direction'], found: Iterable<Found>): Generator<Directed> {
  for (const one of found) yield { ...one, direction };
}

/** Everybody in both environments; undefined where an account is described in one only. */
function* pairsOf(after: Environment, before: Environment): Generator<readonly [Asker | undefined, Asker | undefined]> {
  const [intoBefore, intoAfter] = [twinFinder(before), twinFinder(after)];
  const seen = new Set<string>();
  const isFirst = (asker: Asker) => !seen.has(identityOf(asker)) && seen.add(identityOf(asker));
  for (const asker of everybodyNamed(after)) if (isFirst(asker)) yield [asker, intoBefore(asker)];
  for (const asker of everybodyNamed(before)) if (isFirst(asker)) yield [intoAfter(asker), asker];
  const stranger = strangerTo([after, before]);
  yield [stranger, stranger];
}

/** Names depend on how many accounts there are. */
function identityOf({ kind, name, caller }: Asker): string {
  const isDescribed = kind === 'user' || kind === 'role' || kind === 'root';
  return isDescribed ? (caller.principal.arn ?? name) : `${kind} ${name}`;
}

/** One answer: a request, or why there may be one. */
type Found = Finding | { readonly why: string };

interface Finding {
  readonly asker: Asker;
  /** Patterns of its resources; undefined for all that is not described, and where there are none. */
  readonly zone: readonly string[] | undefined;
  readonly statements: readonly StatementTrace[];
  readonly witness: Witness;
}

function* foundIn(group: SideGroup, scene: Scene): Generator<Found> {
  const [asker] = scene.askers;
  if (!mayAsk(asker, group.zone)) return;
  const zone = group.zone === 'described' ? group.within.flatMap((set) => (set.wanted ? set.patterns : [])) : undefined;
  for (const posed of questionsAbout(group, scene)) {
    if ('why' in posed) yield { why: `${asker.name}: ${posed.why}` };
    else
      for (const result of findRequests({ ...posed.question, owedTo: owedTo(posed) })) {
        if (result.kind === 'unknown') yield { why: `${asker.name}: ${result.why}` };
        if (result.kind !== 'counterexample') continue;
        const witness = posed.witnessOf(result.request, result.actions);
        yield { asker, zone, statements: statementsOwed(witness.result, witness.elsewhere), witness };
      }
  }
}

/** Of the stacks as they are asked about, in which what is settled is worked in. */
function owedTo({ question: { allowedBy, notAllowedBy, settings } }: Posed) {
  return (request: Request) =>
    statementsOwed(evaluate(allowedBy, request, settings), notAllowedBy && evaluate(notAllowedBy, request, settings));
}

/** What is found everywhere is told of everywhere, what is found of described resources alone of these. */
function rowsOf(found: readonly Found[]): OneWay<AccessDifference> {
  const findings = found.filter((one) => 'witness' in one);
  const general = new Map<string, Set<string>>();
  const keyOf = ({ asker, statements }: Finding) =>
    JSON.stringify([identityOf(asker), statements.map(({ policy, statement }) => [policy.name, statement])]);
  for (const one of findings) {
    if (one.zone) continue;
    const actions = general.get(keyOf(one)) ?? new Set();
    general.set(keyOf(one), actions);
    for (const action of one.witness.actions) actions.add(action);
  }
  const rows = findings.flatMap((one): AccessDifference[] => {
    const { asker, zone, statements, witness } = one;
    const everywhere = zone && general.get(keyOf(one));
    const actions = witness.actions.filter((action) => !everywhere?.has(action));
    if (actions.length === 0) return [];
    const region = regionOf(statements, witness.request, zone);
    return [{ who: [asker.name], actions, unlisted: [], ...region, statements, witness }];
  });
  const unknown = found.flatMap((one) => ('why' in one ? one.why : []));
  return { rows: mergeRows(rows), unknown: [...new Set(unknown)] };
}
