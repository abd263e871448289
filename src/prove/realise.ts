/** A request of which a model's atoms are so; what its variables come to is tried value by value. */
import { type Template, textOf } from '../compile/index.ts';
import { type RequestView, resolveTemplate, viewRequest } from '../evaluate/index.ts';
import { type Pattern, patternOfPieces, type Request, type RequestContext, type Settings } from '../language/index.ts';
import type { Literal } from './atoms.ts';
import { type ConditionLiteral, findValue, fits, type KeyModel, type KeyQuestion, wordsFor } from './key-theory.ts';
import { findResource, type ResourceDomain, type ResourceLiteral, withTail } from './resource-theory.ts';
import { isConditionLiteral, isResourceLiteral } from './search.ts';

export interface Realising {
  readonly request: Request;
  readonly domain: ResourceDomain;
  readonly settings: Settings;
  readonly questionOf: (key: string, literals: readonly ConditionLiteral[]) => KeyQuestion;
}

/** Combinations of values of variables that are tried. */
const MOST_TRIES = 48;

/** Requests to try, the plainest first. */
export function* requestsOf(literals: readonly Literal[], realising: Realising): Generator<Request> {
  const { questionOf, request } = realising;
  const conditions = literals.filter(isConditionLiteral);
  const variables = new Set(literals.flatMap(variablesOf));
  const keys = [...new Set([...conditions.map(({ atom }) => atom.condition.key), ...variables])];
  const aboutOf = (key: string) => conditions.filter(({ atom }) => atom.condition.key === key);
  const linked = keys.filter((key) => aboutOf(key).some(({ atom }) => atom.isLinked));
  const plain = keys.filter((key) => !linked.includes(key));
  const choices = plain.map((key) => valuesOf(questionOf(key, aboutOf(key)), variables.has(key)));
  let tries = 0;
  for (const values of combinations(choices)) {
    if (++tries > MOST_TRIES) return;
    let context = contextOf(plain, values);
    for (const key of linked) {
      const question = { ...questionOf(key, aboutOf(key)), others: context };
      const [value] = valuesOf(question, false, resolvedTexts(question, viewOf(request, context, realising)));
      if (value === undefined) break;
      context = { ...context, ...contextOf([key], [value]) };
    }
    const resource = resourceOf(literals.filter(isResourceLiteral), viewOf(request, context, realising), realising);
    if (resource !== undefined) yield { ...request, resource, context };
  }
}

function contextOf(keys: readonly string[], values: readonly KeyModel[]): RequestContext {
  const present = keys.flatMap((key, index): [string, string | readonly string[]][] => {
    const value = values[index];
    return value === undefined || value === 'absent' ? [] : [[key, value]];
  });
  return Object.fromEntries(present);
}

/** Values that fit, the plainest first; a key that variables read is rather there than not. */
function valuesOf(question: KeyQuestion, isVariable: boolean, more: readonly string[] = []): readonly KeyModel[] {
  const found = findValue(question);
  const first = typeof found === 'string' ? [] : [found.value];
  if (!isVariable && more.length === 0) return first;
  const words = [...more, ...wordsFor(question)];
  const fitting = words.filter((word) => question.given === undefined && fits(question, word)).slice(0, 6);
  const present = first.filter((one) => one !== 'absent');
  return [...new Set<KeyModel>([...(isVariable ? fitting : []), ...present, ...first, ...fitting])];
}

function* combinations<Item>([list, ...rest]: readonly (readonly Item[])[]): Generator<readonly Item[]> {
  if (list === undefined) {
    yield [];
    return;
  }
  for (const item of list) for (const others of combinations(rest)) yield [item, ...others];
}

function viewOf(request: Request, context: RequestContext, { settings }: Realising): RequestView {
  return viewRequest({ ...request, context }, settings, false);
}

/** What the values of the conditions come to, with the keys that are known. */
function resolvedTexts({ literals }: KeyQuestion, view: RequestView): readonly string[] {
  return literals.flatMap(({ atom }) =>
    atom.condition.values.flatMap(({ template }) => {
      const resolution = resolveTemplate(template, view);
      return resolution.kind === 'resolved' ? [textOf(resolution.pieces)] : [];
    }),
  );
}

function resourceOf(
  literals: readonly ResourceLiteral[],
  view: RequestView,
  { domain }: Realising,
): string | undefined {
  const tailOf = (tail: Template): Pattern | undefined => {
    const resolution = resolveTemplate(tail, view);
    return resolution.kind === 'resolved' ? patternOfPieces(resolution.pieces) : undefined;
  };
  const found = findResource(literals, domain, (value) => withTail(value, tailOf));
  return typeof found === 'string' ? undefined : found.word;
}

/** The keys that an atom's variables read, in lower case. */
export function variablesOf({ atom }: Literal): readonly string[] {
  if (!atom.isLinked) return [];
  const templates = (atom.kind === 'resource' ? atom.values : atom.condition.values).map(({ template }) => template);
  return templates.flatMap(({ segments = [] }) =>
    segments.flatMap((one) => (one.kind === 'variable' ? one.lowerKey : [])),
  );
}
