/** When does a stack allow an action on a resource? The condition, exactly: some of what its statements ask, or any other such list. */
import type { Catalog } from '../../catalog/index.ts';
import { evaluate } from '../../evaluate/index.ts';
import {
  type ConditionEntry,
  DEFAULT_SETTINGS,
  type Effect,
  type PoliciesInPlay,
  type Request,
  type Settings,
} from '../../language/index.ts';
import { type Atom, atomTable, type Literal } from '../atoms.ts';
import { type OpenedStacks, openStacks } from '../open-stacks.ts';
import type { Asked } from '../question.ts';
import { setOf } from '../request-domains.ts';
import type { ResourceDomain } from '../resource-theory.ts';
import { choose } from '../search.ts';
import { standingOf } from '../stack.ts';

export interface WhenQuestion {
  readonly policies: PoliciesInPlay;
  /** Who asks, what is given; keys that are not given are open, but for a token's, which are absent (F30). */
  readonly asked: Omit<Asked, 'actions' | 'resource' | 'within'>;
  readonly action: string;
  /** An ARN, or `*`. */
  readonly resource: string;
  readonly catalog: Catalog;
  readonly settings?: Settings;
}

/** One thing that a request must be, or must not be. */
export type Demand =
  | { readonly kind: 'condition'; readonly holds: boolean; readonly entry: ConditionEntry }
  /** One of the patterns, which have variables, matches the resource. */
  | { readonly kind: 'resource'; readonly holds: boolean; readonly patterns: readonly string[] }
  /** None of them does, as NotResource of a statement with this effect reads them (V3). */
  | {
      readonly kind: 'not-resource';
      readonly holds: boolean;
      readonly patterns: readonly string[];
      readonly effect: Effect;
    };

/** One way to be allowed: all of it together. */
export interface AllowedCase {
  readonly demands: readonly Demand[];
  /** Decided as allowed. */
  readonly witness: Request;
}

export type WhenAllowed =
  | { readonly kind: 'always' }
  | { readonly kind: 'never' }
  /** Allowed if and only if one of the cases is so. */
  | { readonly kind: 'when'; readonly cases: readonly AllowedCase[] }
  | { readonly kind: 'unknown'; readonly why: string };

const MOST_CASES = 24;
const MOST_STEPS = 3000;

export function whenAllowed({
  policies,
  asked,
  action,
  resource,
  catalog,
  settings = DEFAULT_SETTINGS,
}: WhenQuestion): WhenAllowed {
  const domain: ResourceDomain = resource === '*' ? '*' : { sets: [setOf([resource], true)], hints: [resource] };
  const opened = openStacks([policies], { domain, action, asked, catalog, settings, table: atomTable() });
  if (opened === 'none') return { kind: 'never' };
  if ('unknown' in opened) return { kind: 'unknown', why: opened.unknown };
  if (opened.beyond !== undefined) return { kind: 'unknown', why: opened.beyond };
  const explorer = explorerOf(opened);
  const found = explorer.leaves([], true);
  if ('unknown' in found) return { kind: 'unknown', why: found.unknown };
  if (found.leaves.length === 0) return { kind: 'never' };
  const cases = withoutSubsumed(found.leaves.map((leaf) => shortened(leaf, explorer)));
  if (cases.some((one) => one.length === 0)) return { kind: 'always' };
  const whole: AllowedCase[] = [];
  for (const literals of cases) {
    const witness = witnessOf(
      literals,
      opened,
      (request) => evaluate(policies, request, settings).decision === 'allowed',
    );
    if (!witness) return { kind: 'unknown', why: 'no request could be made of what the policies ask of it' };
    whole.push({ demands: literals.map(demandOf), witness });
  }
  return { kind: 'when', cases: whole };
}

type Leaves = { readonly leaves: readonly (readonly Literal[])[] } | { readonly unknown: string };

interface Explorer {
  /** Assumptions under which the stack says what is wanted, each beside those that are taken. */
  readonly leaves: (taken: readonly Literal[], wantAllowed: boolean, most?: number) => Leaves;
}

function explorerOf({ stacks: [stack], theory }: OpenedStacks): Explorer {
  let steps = MOST_STEPS;
  return {
    leaves: (taken, wantAllowed, most = MOST_CASES) => {
      const truths = new Map<Atom, boolean>(taken.map(({ atom, wanted }) => [atom, wanted]));
      const trail = [...taken];
      const leaves: (readonly Literal[])[] = [];
      let doubt: string | undefined;
      const truth = (atom: Atom) => {
        const known = truths.get(atom);
        return known === undefined ? 'unknown' : known ? 'yes' : 'no';
      };
      const explore = (): void => {
        if (!stack || doubt !== undefined || leaves.length >= most) return;
        const standing = standingOf(stack, truth);
        if (standing.verdict !== 'open') {
          if ((standing.verdict === 'allowed') === wantAllowed) leaves.push([...trail]);
          return;
        }
        const choice = choose(stack, standing, { truth, wantAllowed });
        if (!choice) {
          doubt = 'a rule of the service depends on keys of the request';
          return;
        }
        for (const wanted of [choice.wanted, !choice.wanted]) {
          if (--steps < 0) doubt = 'the budget of steps was used up';
          truths.set(choice.atom, wanted);
          trail.push({ atom: choice.atom, wanted });
          if (theory.check(trail, choice.atom) !== 'none') explore();
          trail.pop();
          truths.delete(choice.atom);
        }
      };
      explore();
      if (doubt === undefined && leaves.length >= MOST_CASES) doubt = 'there are more cases than are told';
      return doubt === undefined ? { leaves } : { unknown: doubt };
    },
  };
}

/** Without what the rest makes needless, the negative first: what must be reads better than what must not. */
function shortened(leaf: readonly Literal[], explorer: Explorer): readonly Literal[] {
  const order = [...leaf].sort((a, b) => Number(a.wanted) - Number(b.wanted));
  let kept = leaf;
  for (const literal of order) {
    const rest = kept.filter((one) => one !== literal);
    const found = explorer.leaves(rest, false, 1);
    if ('leaves' in found && found.leaves.length === 0) kept = rest;
  }
  return kept;
}

function withoutSubsumed(cases: readonly (readonly Literal[])[]): readonly (readonly Literal[])[] {
  const names = cases.map((one) => new Set(one.map(({ atom, wanted }) => `${wanted ? '+' : '-'}${atom.id}`)));
  return cases.filter((_, index) => {
    const own = names[index];
    return !names.some(
      (other, at) => at !== index && own && isPart(other, own) && (other.size < own.size || at < index),
    );
  });
}

function isPart(part: ReadonlySet<string>, whole: ReadonlySet<string>): boolean {
  return [...part].every((one) => whole.has(one));
}

/** What is left open may stand in the way: then more of the leaf is tried. */
function witnessOf(
  literals: readonly Literal[],
  { candidates }: OpenedStacks,
  isAllowed: (request: Request) => boolean,
): Request | undefined {
  for (const candidate of candidates(literals)) if (isAllowed(candidate)) return candidate;
  return undefined;
}

function demandOf({ atom, wanted }: Literal): Demand {
  if (atom.kind === 'condition') return { kind: 'condition', holds: wanted, entry: atom.condition.entry };
  const patterns = atom.values.map(({ text }) => text.value);
  if (!atom.whole) return { kind: 'resource', holds: wanted, patterns };
  return { kind: 'not-resource', holds: wanted, patterns, effect: atom.whole.statement.effect };
}
