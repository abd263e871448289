/** Looks for atoms' truths under which one stack allows and the other does not, and for a request of which they are so. */
import { allOf, hasLayer } from '../language/index.ts';
import type { Atom, ConditionAtom, Literal, ResourceAtom, StatementForm } from './atoms.ts';
import { type AtomTruth, applies, type SpeakingForm, type Stack, type Standing, standingOf } from './stack.ts';

/** What the dimensions can say of assumptions about their atoms. */
export interface Theory {
  /** Can a request be so? `unknown`: that was not found out. */
  readonly check: (literals: readonly Literal[], about: Atom) => 'yes' | 'none' | 'unknown';
}

export interface Model {
  readonly literals: readonly Literal[];
}

export interface Budget {
  /** Assumptions that may be tried. */
  steps: number;
}

/** `none`: there is no such request. */
export type SearchResult = { readonly found: unknown } | 'none' | { readonly unknown: string };

export interface SearchInput {
  readonly allowedBy: Stack;
  readonly notAllowedBy: Stack | undefined;
  /** Lists of statements: of a request that is looked for, none of them applies as a whole. */
  readonly except?: readonly (readonly StatementForm[])[];
  readonly theory: Theory;
  readonly budget: Budget;
  /** A request for a model, tried on both stacks; undefined where none could be made of it. */
  readonly realise: (model: Model) => unknown;
}

/** Depth first; deterministic. */
export function search({ allowedBy, notAllowedBy, except = [], theory, budget, realise }: SearchInput): SearchResult {
  const truths = new Map<Atom, boolean>();
  const trail: Literal[] = [];
  let doubt: string | undefined;
  const truth = (atom: Atom) => {
    const known = truths.get(atom);
    return known === undefined ? 'unknown' : known ? 'yes' : 'no';
  };

  function explore(): { readonly found: unknown } | undefined {
    const mine = standingOf(allowedBy, truth);
    if (mine.verdict === 'denied') return undefined;
    const theirs = notAllowedBy && standingOf(notAllowedBy, truth);
    if (theirs?.verdict === 'allowed') return undefined;
    const left = except.map((forms) => allOf(forms.map((form) => applies(form, truth))));
    if (left.includes('yes')) return undefined;
    const isOpen = mine.verdict === 'open' || theirs?.verdict === 'open' || left.includes('unknown');
    if (!isOpen) return realised();
    const choice =
      mine.verdict === 'open'
        ? choose(allowedBy, mine, { truth, wantAllowed: true })
        : notAllowedBy && theirs?.verdict === 'open'
          ? choose(notAllowedBy, theirs, { truth, wantAllowed: false })
          : chooseAgainst(except[left.indexOf('unknown')] ?? []);
    if (!choice) {
      doubt ??= 'a rule of the service depends on keys of the request';
      return undefined;
    }
    return assume(choice) ?? assume({ atom: choice.atom, wanted: !choice.wanted });
  }

  function realised(): { readonly found: unknown } | undefined {
    const found = realise({ literals: [...trail] });
    if (found !== undefined) return { found };
    doubt ??= 'no request could be made of what the policies ask of it';
    return undefined;
  }

  function assume(literal: Literal): { readonly found: unknown } | undefined {
    if (budget.steps <= 0) {
      doubt ??= 'the budget of steps was used up';
      return undefined;
    }
    budget.steps -= 1;
    truths.set(literal.atom, literal.wanted);
    trail.push(literal);
    const possible = theory.check(trail, literal.atom);
    if (possible === 'unknown') doubt ??= `what \`${dimensionOf(literal.atom)}\` may be is more than is searched`;
    const found = possible === 'none' ? undefined : explore();
    trail.pop();
    truths.delete(literal.atom);
    return found;
  }

  /** What most directly keeps one of the statements from applying. */
  function chooseAgainst(forms: readonly StatementForm[]): Literal | undefined {
    const literal = forms.flatMap(({ literals }) => literals).find(({ atom }) => !truths.has(atom));
    return literal && { atom: literal.atom, wanted: !literal.wanted };
  }

  const found = explore();
  if (found) return found;
  return doubt === undefined ? 'none' : { unknown: doubt };
}

/** The next thing to assume: what most directly makes the stack say what is wanted. */
export function choose(
  { layers }: Stack,
  { tally }: Standing,
  { truth, wantAllowed }: { readonly truth: AtomTruth; readonly wantAllowed: boolean },
): Literal | undefined {
  const forms = layers.flatMap(({ nodes }) => nodes?.flatMap(({ allow, deny }) => [...allow, ...deny]) ?? []);
  const open = forms.filter((form) => applies(form, truth) === 'unknown');
  const isAllow = ({ compiled }: SpeakingForm) => compiled.statement.effect === 'Allow';
  const lacking = open.filter((form) => isAllow(form) && !hasLayer(tally.allows, form.layer));
  const [form] = wantAllowed
    ? [...lacking, ...open.filter((one) => !isAllow(one)), ...open]
    : [...open.filter((one) => !isAllow(one)), ...open];
  const literal = form?.literals.find(({ atom }) => truth(atom) === 'unknown');
  if (!form || !literal) return undefined;
  return isAllow(form) === wantAllowed ? literal : { atom: literal.atom, wanted: !literal.wanted };
}

function dimensionOf(atom: Atom): string {
  return atom.kind === 'resource' ? 'resource' : atom.condition.entry.key;
}

export function isResourceLiteral(literal: Literal): literal is { atom: ResourceAtom; wanted: boolean } {
  return literal.atom.kind === 'resource';
}

export function isConditionLiteral(literal: Literal): literal is { atom: ConditionAtom; wanted: boolean } {
  return literal.atom.kind === 'condition';
}
