/** Stacks of policies before one action and one kind of resource: what they ask of a request, and what requests can be. */
import type { Catalog } from '../catalog/index.ts';
import type { PoliciesInPlay, Request, Settings } from '../language/index.ts';
import type { AtomTable, Literal } from './atoms.ts';
import { type ConditionLiteral, findValue, type KeyModel, type KeyQuestion } from './key-theory.ts';
import type { Asked } from './question.ts';
import { requestsOf } from './realise.ts';
import { findResource, type ResourceDomain } from './resource-theory.ts';
import { isConditionLiteral, isResourceLiteral, type Theory } from './search.ts';
import { type Stack, stackOf } from './stack.ts';

export interface Opening {
  readonly domain: ResourceDomain;
  /** Id of the action. */
  readonly action: string;
  readonly asked: Asked;
  readonly catalog: Catalog;
  readonly settings: Settings;
  readonly table: AtomTable;
}

export interface OpenedStacks {
  /** In the order given. */
  readonly stacks: readonly Stack[];
  /** Why no answer can be had of some of them. */
  readonly beyond: string | undefined;
  readonly theory: Theory;
  /** Requests of which the literals may be so; to be tried. */
  readonly candidates: (literals: readonly Literal[]) => Iterable<Request>;
}

/** Keys that rules read beside policies: unique ids of principals, and tokens (F30). Where they are not given they are absent. */
export const SITUATION_KEYS = ['aws:userid', 'aws:tokenissuetime', 'aws:multifactorauthpresent'];

/** `none`: there is no such resource. */
export function openStacks(
  policies: readonly PoliciesInPlay[],
  { domain, action, asked, catalog, settings, table }: Opening,
): OpenedStacks | 'none' | { readonly unknown: string } {
  if (settings.arnWildcards === 'string') return { unknown: 'ARNs that are matched as texts are not searched' };
  // No atom may ask for a resource: that there is one at all is asked here.
  if (domain !== '*' && findResource([], domain) === 'none') return 'none';
  const [hint] = domain === '*' ? ['*'] : domain.hints;
  const { principal, resourceAccount = principal.account, context = {} } = asked;
  const given = givenKeys(asked);
  const situation = SITUATION_KEYS.flatMap((key): [string, string | readonly string[]][] => {
    const value = given.get(key);
    return value === undefined || value === 'absent' ? [] : [[key, value]];
  });
  const request: Request = {
    principal,
    action,
    resource: hint ?? '*',
    ...(resourceAccount === undefined ? {} : { resourceAccount }),
    ...(asked.resourceAccountIsManagement ? { resourceAccountIsManagement: true } : {}),
    context: Object.fromEntries(situation),
  };
  const stacks = policies.map((one) => stackOf(one, request, table, settings));
  const beyond = stacks.find((one) => one.beyond !== undefined)?.beyond;
  const severals = severalKeys(stacks);
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
  function* candidates(literals: readonly Literal[]) {
    for (const one of requestsOf(literals, { request, domain, settings, questionOf }))
      yield { ...one, context: { ...context, ...one.context } };
  }
  return { stacks, beyond, theory: theoryOf(domain, questionOf), candidates };
}

function givenKeys({ context = {} }: Asked): ReadonlyMap<string, KeyModel> {
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
