/** Is there a request that one stack of policies allows and another does not? The answer to every question about all requests. */
import type { ServiceAction } from '../catalog/index.ts';
import { evaluate } from '../evaluate/index.ts';
import { DEFAULT_SETTINGS, type PoliciesInPlay, type Request } from '../language/index.ts';
import { type ActionGroup, actionGroups } from './action-groups.ts';
import { type AtomTable, atomTable, type Literal } from './atoms.ts';
import { type ConditionLiteral, findValue, type KeyModel, type KeyQuestion } from './key-theory.ts';
import { movedTo } from './moved-to.ts';
import type { ProofQuestion } from './question.ts';
import { requestsOf, variablesOf } from './realise.ts';
import { allDomains, possibleDomains } from './request-domains.ts';
import { findResource, type ResourceDomain } from './resource-theory.ts';
import { type Budget, isConditionLiteral, isResourceLiteral, search, type Theory } from './search.ts';
import { type Stack, stackOf } from './stack.ts';

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
  for (const one of findRequests(question)) {
    if (one.kind === 'counterexample') return one;
    if (one.kind === 'unknown') doubt ??= one.why;
  }
  return doubt === undefined ? { kind: 'proved' } : { kind: 'unknown', why: doubt };
}

/** An answer for each group of actions of which all statements say the same. */
export function* findRequests(question: ProofQuestion): Generator<ProofResult & { readonly group: ActionGroup }> {
  const { allowedBy, notAllowedBy, asked, catalog } = question;
  const stacks = notAllowedBy ? [allowedBy, notAllowedBy] : [allowedBy];
  const table = atomTable();
  const budget: Budget = { steps: question.steps ?? MOST_STEPS };
  const { groups, lacking } = actionGroups(stacks, {
    catalog,
    within: asked.actions,
    without: asked.notActions,
    unknownToo: asked.requests === 'any',
  });
  for (const group of groups) {
    const [action] = group.actions;
    if (!action) continue;
    const search: Search = { question, table, budget, actions: group.actions.map(({ id }) => id) };
    yield { ...findFor(action, group, search), group };
  }
  if (lacking !== undefined) yield { kind: 'unknown', why: lacking, group: { actions: [] } };
}

/** Where any request counts, one that can really be made is shown rather than another. */
function findFor(action: ServiceAction, { isUnknown = false }: ActionGroup, search: Search): ProofResult {
  const { asked, catalog } = search.question;
  const possible = isUnknown ? [] : possibleDomains(action, asked);
  if (asked.requests !== 'any') return findAmong(possible, action, search);
  const found = findAmong(allDomains(action, asked), action, search);
  if (found.kind !== 'counterexample') return found;
  const { resource } = found.request;
  const isPossible =
    resource === '*' ? possible.includes('*') : catalog.resourceTypesMatching(action.id, resource).length > 0;
  const better = isPossible ? found : findAmong(possible, action, search);
  return better.kind === 'counterexample' ? better : found;
}

function findAmong(domains: readonly ResourceDomain[], action: ServiceAction, search: Search): ProofResult {
  let doubt: ProofResult | undefined;
  for (const domain of domains) {
    const result = findIn(domain, action, search);
    if (result.kind === 'counterexample') return result;
    if (result.kind === 'unknown') doubt ??= result;
  }
  return doubt ?? { kind: 'proved' };
}

interface Search {
  readonly question: ProofQuestion;
  readonly table: AtomTable;
  readonly budget: Budget;
  readonly actions: readonly string[];
}

function findIn(
  domain: ResourceDomain,
  action: ServiceAction,
  { question, table, budget, actions }: Search,
): ProofResult {
  const { allowedBy, notAllowedBy, asked, catalog, settings = DEFAULT_SETTINGS } = question;
  if (settings.arnWildcards === 'string')
    return { kind: 'unknown', why: 'ARNs that are matched as texts are not searched' };
  // No atom may ask for a resource: that there is one at all is asked here.
  if (domain !== '*' && findResource([], domain) === 'none') return { kind: 'proved' };
  const [hint] = domain === '*' ? ['*'] : domain.hints;
  const { principal, resourceAccount = principal.account } = asked;
  const given = givenKeys(question);
  const userId = given.get('aws:userid');
  const request: Request = {
    principal,
    action: action.id,
    resource: hint ?? '*',
    ...(resourceAccount === undefined ? {} : { resourceAccount }),
    ...(asked.resourceAccountIsManagement ? { resourceAccountIsManagement: true } : {}),
    context: typeof userId === 'string' ? { 'aws:userid': userId } : {},
  };
  const mine = stackOf(allowedBy, request, table, settings);
  if (!couldAllow(mine)) return { kind: 'proved' };
  const theirs = notAllowedBy && stackOf(notAllowedBy, request, table, settings);
  const beyond = mine.beyond ?? theirs?.beyond;
  if (beyond !== undefined) return { kind: 'unknown', why: beyond };
  const severals = severalKeys([mine, ...(theirs ? [theirs] : [])]);
  const questionOf = (key: string, literals: readonly ConditionLiteral[]): KeyQuestion => {
    const known = catalog.conditionKey(key);
    return {
      key,
      literals,
      multivalued: severals.has(key) || known?.multivalued === true,
      type: known?.alsoType ? undefined : known?.type,
      given: given.get(key),
      request,
      settings,
    };
  };
  const isSo = (candidate: Request) =>
    evaluate(allowedBy, candidate, settings).decision === 'allowed' &&
    (!notAllowedBy || isDenied(evaluate(notAllowedBy, candidate, settings).decision));
  const context = asked.context ?? {};
  const realise = ({ literals }: { readonly literals: readonly Literal[] }): Request | undefined => {
    for (const one of requestsOf(literals, { request, domain, settings, questionOf })) {
      const candidate = { ...one, context: { ...context, ...one.context } };
      const moved = movedTo(candidate, asked);
      if (moved !== candidate && isSo(moved)) return moved;
      if (isSo(candidate)) return candidate;
      if (literals.every((literal) => variablesOf(literal).length === 0) && !readsSituation(literals)) {
        throw new Error(`the prover and the evaluator disagree on ${JSON.stringify(candidate)}`);
      }
    }
    return undefined;
  };
  const theory = theoryOf(domain, questionOf);
  const result = search({ allowedBy: mine, notAllowedBy: theirs, theory, budget, realise });
  if (result === 'none') return { kind: 'proved' };
  if ('unknown' in result) return { kind: 'unknown', why: result.unknown };
  return { kind: 'counterexample', request: result.found as Request, actions };
}

function isDenied(decision: ReturnType<typeof evaluate>['decision']): boolean {
  return decision === 'explicitDeny' || decision === 'implicitDeny';
}

/** Keys that rules of services read beside policies (F30). */
const SITUATION_KEYS = ['aws:tokenissuetime', 'aws:multifactorauthpresent'];

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

function givenKeys({ asked: { context = {} } }: ProofQuestion): ReadonlyMap<string, KeyModel> {
  return new Map(
    Object.entries(context).map(([key, value]) => [
      key.toLowerCase(),
      value.length === 0 && typeof value !== 'string' ? 'absent' : value,
    ]),
  );
}

/** Keys of which a statement asks with a set operator. */
function severalKeys(stacks: readonly Stack[]): ReadonlySet<string> {
  const forms = stacks.flatMap(({ layers }) =>
    layers.flatMap(({ nodes }) => nodes?.flatMap(({ allow, deny }) => [...allow, ...deny]) ?? []),
  );
  const conditions = forms.flatMap(({ compiled }) => compiled.conditions);
  return new Set(conditions.flatMap(({ use, key }) => (use?.qualifier ? key : [])));
}

/** Answers are kept: the same few literals are asked about again and again. */
function theoryOf(
  domain: ResourceDomain,
  questionOf: (key: string, literals: readonly ConditionLiteral[]) => KeyQuestion,
): Theory {
  const known = new Map<string, 'yes' | 'none' | 'unknown'>();
  const answer = (literals: readonly Literal[], key: string | undefined) => {
    const found =
      key === undefined
        ? findResource(literals.filter(isResourceLiteral), domain)
        : findValue(questionOf(key, literals.filter(isConditionLiteral)));
    return typeof found === 'string' ? found : 'yes';
  };
  return {
    check: (trail, about) => {
      const key = about.kind === 'resource' ? undefined : about.condition.key;
      const literals = trail.filter(({ atom }) => (atom.kind === 'resource' ? undefined : atom.condition.key) === key);
      const name = literals
        .map(({ atom, wanted }) => `${wanted ? '+' : '-'}${atom.id}`)
        .sort()
        .join('\n');
      let result = known.get(name);
      if (result === undefined) {
        result = answer(literals, key);
        known.set(name, result);
      }
      return result;
    },
  };
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
