/** Sets of layers and of principal matches as bits: a decision is made without allocating. */
import { LAYERS, type Layer, PRINCIPAL_MATCHES, type PrincipalMatch } from './decision.ts';

export type LayerSet = number;
export type MatchSet = number;

const LAYER_BIT = Object.fromEntries(LAYERS.map((layer, index) => [layer, 1 << index])) as Readonly<
  Record<Layer, number>
>;
const MATCH_BIT = Object.fromEntries(PRINCIPAL_MATCHES.map((match, index) => [match, 1 << index])) as Readonly<
  Record<PrincipalMatch, number>
>;

/** The set of one layer. */
export function layerBit(layer: Layer): LayerSet {
  return LAYER_BIT[layer];
}

export function layerSet(...layers: readonly Layer[]): LayerSet {
  return layers.reduce((set, layer) => set | LAYER_BIT[layer], 0);
}

export function hasLayer(set: LayerSet, layer: Layer): boolean {
  return (set & LAYER_BIT[layer]) !== 0;
}

/** In the order of LAYERS. */
export function layersIn(set: LayerSet): readonly Layer[] {
  return LAYERS.filter((layer) => hasLayer(set, layer));
}

/** The set of one match. */
export function matchBit(match: PrincipalMatch): MatchSet {
  return MATCH_BIT[match];
}

export function matchSet(...matches: readonly PrincipalMatch[]): MatchSet {
  return matches.reduce((set, match) => set | MATCH_BIT[match], 0);
}
