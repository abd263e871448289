/** The policies in play for a caller, an action and a kind of resource: which statements can speak, and what they come to. */
import { actionName, reachesAction } from '../compile/index.ts';
import {
  allowsWithout,
  decideBoth,
  emptyTally,
  exemption,
  nodesOf,
  principalMatches,
  type Situation,
  situationOf,
  type Tally,
  tallyGrant,
  tallyLayer,
  viewRequest,
} from '../evaluate/index.ts';
import {
  allOf,
  anyOf,
  hasDeployTime,
  LAYERS,
  type Layer,
  type MatchSet,
  type PoliciesInPlay,
  type Request,
  type Settings,
  type Truth,
} from '../language/index.ts';
import type { Atom, AtomTable, StatementForm } from './atoms.ts';

/** Policies and the situation they are asked in. */
export interface Stack {
  readonly situation: Situation;
  readonly layers: readonly StackLayer[];
  /** Why no answer can be had of it. */
  readonly beyond: string | undefined;
}

interface StackLayer {
  readonly layer: Layer;
  /** Undefined: its policies have no say, and it lets through or not whatever they are. */
  readonly nodes:
    | readonly { readonly allow: readonly SpeakingForm[]; readonly deny: readonly SpeakingForm[] }[]
    | undefined;
  readonly without: Truth;
}

/** A statement whose action and principal match. */
export interface SpeakingForm extends StatementForm {
  readonly layer: Layer;
  readonly grants: MatchSet;
}

/** @param request the caller, the action, and a resource that stands for its kind; its context is not looked at */
export function stackOf(policies: PoliciesInPlay, request: Request, table: AtomTable, settings: Settings): Stack {
  const situation = situationOf(request, policies, settings);
  const view = viewRequest(request, settings, policies.boundary !== undefined && situation.caller === 'policies');
  const action = actionName(request.action);
  const layers = LAYERS.map((layer): StackLayer => {
    const without = allowsWithout(layer, view);
    const nodes = nodesOf(layer, policies, situation);
    if (!nodes || exemption(layer, situation, view) !== undefined) return { layer, nodes: undefined, without };
    const speaking = nodes.map((node) => {
      const forms = node.policies
        .flatMap((policy) => table.formsOf(policy))
        .flatMap((form): SpeakingForm[] => {
          const { statement } = form.compiled;
          if (reachesAction(form.compiled, action) === 'no') return [];
          const grants = statement.principal ? principalMatches(form.compiled, view) : 0;
          return statement.principal && grants === 0 ? [] : [{ ...form, layer, grants }];
        });
      return {
        allow: forms.filter(({ compiled }) => compiled.statement.effect === 'Allow'),
        deny: forms.filter(({ compiled }) => compiled.statement.effect === 'Deny'),
      };
    });
    return { layer, nodes: speaking, without };
  });
  const policiesHere = LAYERS.flatMap(
    (layer) => nodesOf(layer, policies, situation)?.flatMap((node) => node.policies) ?? [],
  );
  const beyond = policiesHere.flatMap((policy) =>
    table.formsOf(policy).flatMap((form) => whyBeyond(form, request) ?? []),
  )[0];
  return { situation, layers, beyond };
}

/** A unique id is compared with a context key of the caller; what is known only at deploy time is compared with nothing. */
function whyBeyond({ compiled }: StatementForm, { action, context }: Request): string | undefined {
  const namesIds = compiled.principals.some(({ kind }) => kind === 'unique-id');
  if (namesIds && context['aws:userid'] === undefined)
    return 'a principal is named by its unique id, which the question does not tell';
  const texts = compiled.principals.map(({ entry }) => entry.value);
  const isOpen = texts.some(hasDeployTime) || reachesAction(compiled, actionName(action)) === 'unknown';
  return isOpen ? 'a part of a policy is known only at deploy time' : undefined;
}

export type AtomTruth = (atom: Atom) => Truth;

/** A statement under what is assumed of the atoms. */
export function applies({ literals }: StatementForm, truth: AtomTruth): Truth {
  return allOf(literals.map(({ atom, wanted }) => against(truth(atom), wanted)));
}

function against(truth: Truth, wanted: boolean): Truth {
  if (truth === 'unknown') return truth;
  return (truth === 'yes') === wanted ? 'yes' : 'no';
}

export interface Standing {
  readonly tally: Tally;
  /** `open`: it depends on atoms that nothing is assumed of. */
  readonly verdict: 'allowed' | 'denied' | 'open';
}

/** INVARIANT: decides as `decide` does on every request of which the atoms are so. */
export function standingOf({ situation, layers }: Stack, truth: AtomTruth): Standing {
  const tally = emptyTally();
  for (const { layer, nodes, without } of layers) {
    if (!nodes) {
      tallyLayer(tally, layer, without, 'no');
      continue;
    }
    const counted = layer === situation.resourceLayer;
    const allows = nodes.map(({ allow }) =>
      anyOf(
        allow.map((form) => {
          const one = applies(form, truth);
          if (counted) tallyGrant(tally, form.grants, one);
          return one;
        }),
      ),
    );
    const denies = anyOf(nodes.flatMap(({ deny }) => deny.map((form) => applies(form, truth))));
    tallyLayer(tally, layer, allOf(allows), denies);
  }
  const outcome = decideBoth(situation, tally);
  return { tally, verdict: outcome ? (outcome.decision === 'allowed' ? 'allowed' : 'denied') : 'open' };
}
