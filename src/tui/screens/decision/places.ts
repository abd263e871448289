/** The places of the flow: the search for a Deny, then the layers in AWS's order. */
import {
  type EvaluationResult,
  LAYERS,
  type Layer,
  type LayerTrace,
  type StatementTrace,
  type Truth,
} from '../../../language/index.ts';
import type { AppState } from '../../state.ts';
import { lookOf } from './what-if.ts';

export interface Place {
  readonly id: 'deny' | Layer;
  readonly title: string;
  readonly mark: Truth | 'none';
  /** `allows`, `no allow`, `denies`. */
  readonly word: string;
  /** Of how many policies statements were read. */
  readonly policies: number;
  readonly inPlay: boolean;
  /** The decision was made here. */
  readonly decided: boolean;
}

export interface ListedStatement {
  readonly layer: Layer;
  /** `root r-exam`: where in the organization it is attached. */
  readonly node?: string;
  readonly trace: StatementTrace;
}

const TITLES: Readonly<Record<Layer, string>> = {
  rcp: 'RCP',
  scp: 'SCP',
  vpce: 'endpoint',
  resource: 'resource',
  trust: 'trust',
  identity: 'identity',
  boundary: 'boundary',
  session: 'session',
};

/** Shown even where they are not in play, since everybody asks about them. */
const USUAL: ReadonlySet<Layer> = new Set(['rcp', 'scp', 'resource', 'identity', 'boundary']);

export function placesOf(result: EvaluationResult): readonly Place[] {
  const layers = result.layers.filter(({ layer, state }) => state !== 'not-in-play' || USUAL.has(layer));
  return [denyPlace(result), ...layers.map((layer) => layerPlace(layer, result))];
}

function denyPlace({ layers, decision }: EvaluationResult): Place {
  const denies = layers.some((layer) => layer.denies === 'yes');
  const mayDeny = layers.some((layer) => layer.denies === 'unknown');
  return {
    id: 'deny',
    title: 'deny?',
    mark: denies ? 'no' : mayDeny ? 'unknown' : 'yes',
    word: denies ? 'denies' : mayDeny ? 'may deny' : 'none',
    policies: new Set(
      layers.flatMap(({ nodes }) => nodes.flatMap(({ statements }) => statements.map((one) => one.policy))),
    ).size,
    inPlay: true,
    decided: decision === 'explicitDeny',
  };
}

function layerPlace(trace: LayerTrace, { decidedBy, decision }: EvaluationResult): Place {
  const { layer, state, nodes } = trace;
  return {
    id: layer,
    title: TITLES[layer],
    ...wordOf(trace),
    policies: new Set(nodes.flatMap(({ statements }) => statements.map(({ policy }) => policy))).size,
    inPlay: state === 'in-play',
    // A Deny is found before any layer is asked for an Allow.
    decided: decision !== 'explicitDeny' && (decidedBy?.split('+') ?? []).includes(layer),
  };
}

function wordOf({ state, allows, denies }: LayerTrace): Pick<Place, 'mark' | 'word'> {
  if (state === 'not-in-play') return { mark: 'none', word: 'none' };
  if (state === 'exempt') return { mark: 'none', word: 'exempt' };
  if (denies === 'yes') return { mark: 'no', word: 'denies' };
  if (denies === 'unknown') return { mark: 'unknown', word: 'may deny' };
  return { mark: allows, word: { yes: 'allows', no: 'no allow', unknown: 'open' }[allows] };
}

/** The place under the cursor: the one that was chosen, or where the decision was made. */
export function placeHere(state: AppState): Place | undefined {
  const look = lookOf(state);
  if (!look) return undefined;
  const places = placesOf(look.result);
  const { place } = state.screens.decision;
  return places.find(({ id }) => id === place) ?? places.find(({ decided }) => decided) ?? places[0];
}

/** What the place reads: for the search for a Deny all Deny statements, for a layer all of its own. */
export function statementsAt(result: EvaluationResult, place: Place['id']): readonly ListedStatement[] {
  const layers = result.layers.filter(({ layer }) => place === 'deny' || layer === place);
  return layers.flatMap(({ layer, nodes }) =>
    nodes.flatMap(({ level, id, statements }) =>
      statements
        .filter(({ effect }) => place !== 'deny' || effect === 'Deny')
        .map((trace) => ({ layer, trace, ...(level ? { node: id ? `${level} ${id}` : level } : {}) })),
    ),
  );
}

export function isLayer(id: Place['id']): id is Layer {
  return LAYERS.some((layer) => layer === id);
}
