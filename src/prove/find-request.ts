/** Is there a request that one stack of policies allows and another does not? The answer to every question about all requests. */
import type { ServiceAction } from '../catalog/index.ts';
import { actionName, compilePolicy, reachesAction } from '../compile/index.ts';
import { evaluate } from '../evaluate/index.ts';
import {
  DEFAULT_SETTINGS,
  type EvaluationResult,
  type PoliciesInPlay,
  type Policy,
  type Principal,
  type Request,
} from '../language/index.ts';
import { departureOf } from '../language/services/index.ts';
import { type ActionGroup, actionGroups } from './action-groups.ts';
import { type AtomTable, atomTable, type Literal } from './atoms.ts';
import { movedTo } from './moved-to.ts';
import { openStacks, SITUATION_KEYS } from './open-stacks.ts';
import type { ProofQuestion, StatementPlace } from './question.ts';
import { variablesOf } from './realise.ts';
import { allDomains, possibleDomains } from './request-domains.ts';
import type { ResourceDomain } from './resource-theory.ts';
import { type Budget, isConditionLiteral, type Model, search } from './search.ts';
import type { Stack } from './stack.ts';

export type ProofResult =
  /** No request is so. */
  | { readonly kind: 'proved' }
  /** One is, which `evaluate` decided as is said. */
  | { readonly kind: 'counterexample'; readonly request: Request; readonly actions: readonly string[] }
  /** That was not found out. */
  | { readonly kind: 'unknown'; readonly why: string };

const MOST_STEPS = 20_000;

/** The first request found; where there is none, or none was found, that. */
export function findRequest(question: ProofQuestion): ProofResult {
  let doubt: string | undefined;
  for (const { group: _group, isFurther: _isFurther, ...result } of findRequests(question)) {
    if (result.kind === 'counterexample') return result;
    if (result.kind === 'unknown') doubt ??= result.why;
  }
  return doubt === undefined ? { kind: 'proved' } : { kind: 'unknown', why: doubt };
}

export type GroupResult = ProofResult & {
  /** Missing where no group could be found. */
  readonly group?: ActionGroup;
  /** A request of the group was told before (`owedTo`). */
  readonly isFurther?: true;
};

/** An answer for each group of actions of which all statements say the same. */
export function* findRequests(question: ProofQuestion): Generator<GroupResult> {
  const { allowedBy, notAllowedBy, asked, catalog } = question;
  const stacks = notAllowedBy ? [allowedBy, notAllowedBy] : [allowedBy];
  const table = atomTable();
  const budget: Budget = { steps: question.steps ?? MOST_STEPS };
  const { known, unknown } = actionGroups(stacks, {
    catalog,
    within: asked.actions,
    without: asked.notActions,
    unknownToo: asked.requests === 'any',
  });
  const about: About = { question, table, budget };
  for (const group of known) yield* findOf(group, about);
  const others = unknown();
  if ('why' in others) yield { kind: 'unknown', why: others.why };
  else for (const group of others) yield* findOf(group, about);
}

type About = Pick<Search, 'question' | 'table' | 'budget'>;

function* findOf(group: ActionGroup, about: About): Generator<GroupResult> {
  const { allowedBy, asked } = about.question;
  if (!mayBeAllowed(allowedBy, group.first, asked.principal)) return;
  const search: Search = { ...about, group, except: [] };
  const first = findFor(search);
  yield { ...first, group };
  for (const further of findFurther(first, search)) yield { ...further, group, isFurther: true };
}

/** A quick look before the long one: without any Allow that reaches the action, only rules of AWS can let it through. */
function mayBeAllowed(
  { identity = [], resource, trust }: PoliciesInPlay,
  { id, service, name }: ServiceAction,
  { type }: Principal,
): boolean {
  if (type === 'root' || type === 'assumed-root') return true;
  if (departureOf(service).alwaysAllowed?.has(name.toLowerCase())) return true;
  return someAllows([...identity, ...(resource ? [resource] : []), ...(trust ? [trust] : [])], id);
}

/** Does an Allow of one of the policies speak of the action, whatever else it asks? */
export function someAllows(policies: readonly Policy[], action: string): boolean {
  const name = actionName(action);
  return policies.some((policy) =>
    compilePolicy(policy).statements.some(
      (one) => one.statement.effect === 'Allow' && reachesAction(one, name) !== 'no',
    ),
  );
}

const MOST_FURTHER_STEPS = 4000;

/** Requests that are so for other reasons than those that were found, until there are none. */
function* findFurther(first: ProofResult, search: Search): Generator<ProofResult> {
  const { owedTo } = search.question;
  const budget: Budget = { steps: MOST_FURTHER_STEPS };
  const except: (readonly StatementPlace[])[] = [];
  let last = first;
  while (owedTo && last.kind === 'counterexample') {
    const places = owedTo(last.request);
    if (places.length === 0) return;
    except.push(places);
    last = findFor({ ...search, budget, except });
    if (last.kind !== 'proved') yield last;
  }
}

/** Where any request counts, one that can really be made is shown rather than another. */
function findFor(search: Search): ProofResult {
  const { asked, catalog } = search.question;
  const { first: action, isUnknown = false } = search.group;
  const possible = isUnknown ? [] : possibleDomains(action, asked);
  if (asked.requests !== 'any') return findAmong(possible, search);
  const found = findAmong(allDomains(action, asked), search);
  if (found.kind !== 'counterexample') return found;
  const { resource } = found.request;
  const isPossible =
    resource === '*' ? possible.includes('*') : catalog.resourceTypesMatching(action.id, resource).length > 0;
  const better = isPossible ? found : findAmong(possible, search);
  return better.kind === 'counterexample' ? better : found;
}

function findAmong(domains: readonly ResourceDomain[], search: Search): ProofResult {
  let doubt: ProofResult | undefined;
  for (const domain of domains) {
    const result = findIn(domain, search);
    if (result.kind === 'counterexample') return result;
    if (result.kind === 'unknown') doubt ??= result;
  }
  return doubt ?? { kind: 'proved' };
}

interface Search {
  readonly question: ProofQuestion;
  readonly table: AtomTable;
  readonly budget: Budget;
  readonly group: ActionGroup;
  /** Statements that do not apply together. */
  readonly except: readonly (readonly StatementPlace[])[];
}

function findIn(domain: ResourceDomain, { question, table, budget, group, except }: Search): ProofResult {
  const { allowedBy, notAllowedBy, asked, catalog, settings = DEFAULT_SETTINGS } = question;
  const stacks = notAllowedBy ? [allowedBy, notAllowedBy] : [allowedBy];
  const opened = openStacks(stacks, { domain, action: group.first.id, asked, catalog, settings, table });
  if (opened === 'none') return { kind: 'proved' };
  if ('unknown' in opened) return { kind: 'unknown', why: opened.unknown };
  const [mine, theirs] = opened.stacks;
  if (!mine || !couldAllow(mine)) return { kind: 'proved' };
  if (opened.beyond !== undefined) return { kind: 'unknown', why: opened.beyond };
  const isSo = (candidate: Request) => {
    const results = stacks.map((stack) => evaluate(stack, candidate, settings));
    const [allowed, denied] = results;
    if (allowed?.decision !== 'allowed' || (denied && !isDenied(denied.decision))) return false;
    return !except.some((places) => places.every((place) => results.some((result) => appliesIn(result, place))));
  };
  const realise = ({ literals }: Model): Request | undefined => {
    for (const candidate of opened.candidates(literals)) {
      const moved = movedTo(candidate, asked);
      if (moved !== candidate && isSo(moved)) return moved;
      if (isSo(candidate)) return candidate;
      if (literals.every((literal) => variablesOf(literal).length === 0) && !readsSituation(literals)) {
        throw new Error(`the prover and the evaluator disagree on ${JSON.stringify(candidate)}`);
      }
    }
    return undefined;
  };
  const formOf = ({ policy, statement }: StatementPlace) =>
    table.formsOf(policy).filter(({ compiled }) => compiled.statement.index === statement);
  const forms = except.map((places) => places.flatMap(formOf));
  const { theory } = opened;
  const result = search({ allowedBy: mine, notAllowedBy: theirs, except: forms, theory, budget, realise });
  if (result === 'none') return { kind: 'proved' };
  if ('unknown' in result) return { kind: 'unknown', why: result.unknown };
  return { kind: 'counterexample', request: result.found as Request, actions: group.actions().map(({ id }) => id) };
}

function appliesIn({ layers }: EvaluationResult, { policy, statement }: StatementPlace): boolean {
  return layers.some(({ nodes }) =>
    nodes.some(({ statements }) =>
      statements.some((one) => one.policy === policy && one.statement === statement && one.applies === 'yes'),
    ),
  );
}

function isDenied(decision: ReturnType<typeof evaluate>['decision']): boolean {
  return decision === 'explicitDeny' || decision === 'implicitDeny';
}

function readsSituation(literals: readonly Literal[]): boolean {
  return literals.some((one) => isConditionLiteral(one) && SITUATION_KEYS.includes(one.atom.condition.key));
}

/** Without any Allow that could apply there is nothing to look for. */
function couldAllow({ layers, situation }: Stack): boolean {
  if (situation.caller === 'root' || situation.alwaysAllowed !== undefined) return true;
  return layers.some(
    ({ layer, nodes }) =>
      (layer === 'identity' || layer === situation.resourceLayer) && nodes?.some(({ allow }) => allow.length > 0),
  );
}

/** The same question of two stacks, both ways. */
export type Comparison = 'equivalent' | 'less' | 'more' | 'both' | 'unknown';

export function compareStacks(
  before: PoliciesInPlay,
  after: PoliciesInPlay,
  question: Omit<ProofQuestion, 'allowedBy' | 'notAllowedBy'>,
): { readonly comparison: Comparison; readonly gained: ProofResult; readonly lost: ProofResult } {
  const gained = findRequest({ ...question, allowedBy: after, notAllowedBy: before });
  const lost = findRequest({ ...question, allowedBy: before, notAllowedBy: after });
  const isOpen = gained.kind === 'unknown' || lost.kind === 'unknown';
  const [more, less] = [gained.kind === 'counterexample', lost.kind === 'counterexample'];
  const comparison = more && less ? 'both' : isOpen ? 'unknown' : more ? 'more' : less ? 'less' : 'equivalent';
  return { comparison, gained, lost };
}
