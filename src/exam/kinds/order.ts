/** In which order does AWS meet the layers that lack an Allow? */
import { LAYER_WORDS } from '../../explain/index.ts';
import type { Layer } from '../../language/index.ts';
import { drawDistractors } from '../distractors.ts';
import { explainWorld } from '../explain-world.ts';
import { judge } from '../judge.ts';
import type { KindTemplate } from '../kind.ts';
import { readWorld } from '../world.ts';

const FEWEST_LAYERS = 3;

export const order: KindTemplate = (draw, scene) => {
  const world = readWorld(scene.document);
  const truth = judge(world);
  if (truth.decision !== 'implicitDeny' || truth.missing.length < FEWEST_LAYERS) return undefined;
  const right = orderWords(truth.missing);
  const wrong = drawDistractors(draw, world, ({ missing }) => {
    const words = orderWords(missing);
    return missing.length === truth.missing.length && words !== right ? words : undefined;
  });
  if (!wrong) return undefined;
  return {
    scene,
    ask: 'Each time it is denied, the administrator adds the Allow whose lack AWS names, and the user tries again. In which order are the policies named?',
    options: [{ text: right }, ...wrong],
    explanation: explainWorld(world),
  };
};

function orderWords(layers: readonly Layer[]): string {
  return layers.map((layer) => LAYER_WORDS[layer]).join(', then ');
}
