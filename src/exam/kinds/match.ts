/** What does each of the policies do to this request? */
import { LAYER_WORDS } from '../../explain/index.ts';
import type { LayerTrace } from '../../language/index.ts';
import { drawDistractors } from '../distractors.ts';
import { explainWorld } from '../explain-world.ts';
import { type Judgement, judge } from '../judge.ts';
import type { KindTemplate } from '../kind.ts';
import { readWorld } from '../world.ts';

export const match: KindTemplate = (draw, scene) => {
  const world = readWorld(scene.document);
  const truth = judge(world);
  const shown = truth.result.layers.filter(({ state }) => state !== 'not-in-play').map(({ layer }) => layer);
  if (shown.length < 2 || truth.decidedBy === 'service-rule') return undefined;
  const words = (judgement: Judgement): string | undefined => {
    // A conclusion without a trace of its own says nothing of the single layers.
    if (judgement.decision !== judgement.result.decision || judgement.decidedBy !== judgement.result.decidedBy)
      return undefined;
    const layers = shown.map((name) => judgement.result.layers.find(({ layer }) => layer === name));
    return layers
      .map((layer) => (layer ? `${LAYER_WORDS[layer.layer]}: ${effectOf(layer, judgement)}` : ''))
      .join('; ');
  };
  const right = words(truth);
  if (right === undefined) return undefined;
  const wrong = drawDistractors(draw, world, (judgement) => {
    const text = words(judgement);
    return text === right ? undefined : text;
  });
  if (!wrong) return undefined;
  return {
    scene,
    ask: 'Match each policy to its effect on this request.',
    options: [{ text: right }, ...wrong],
    explanation: explainWorld(world),
  };
};

const CEILINGS: ReadonlySet<string> = new Set(['rcp', 'scp', 'vpce', 'boundary', 'session']);

function effectOf({ layer, state, allows, denies }: LayerTrace, { decision, decidedBy, missing }: Judgement): string {
  if (state === 'exempt') return 'does not bind this caller';
  if (state === 'not-in-play') return 'plays no part';
  if (denies === 'yes') return 'denies it explicitly';
  if (CEILINGS.has(layer))
    return allows === 'yes' ? 'permits it' : missing.includes(layer) ? 'stops it' : 'does not permit it';
  if (decision === 'allowed' && decidedBy.split('+').includes(layer)) return 'grants it';
  return allows === 'yes' ? 'has an Allow for it' : 'grants nothing';
}
