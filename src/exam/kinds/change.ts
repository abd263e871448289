/** Which one change lets the request through? Every option is verified by making it. */
import { changesOf } from '../changes.ts';
import { chooseDistractors } from '../distractors.ts';
import { explainWorld } from '../explain-world.ts';
import { judge } from '../judge.ts';
import type { KindTemplate } from '../kind.ts';
import { MISCONCEPTIONS } from '../misconceptions/index.ts';
import { readWorld } from '../world.ts';

export const change: KindTemplate = (draw, scene) => {
  const world = readWorld(scene.document);
  if (judge(world).decision === 'allowed') return undefined;
  const changed = changesOf(world).map((one) => ({ ...one, after: one.apply(world) }));
  const [right] = draw.shuffle(changed.filter(({ after }) => judge(after).decision === 'allowed'));
  if (!right) return undefined;
  const believers = MISCONCEPTIONS.filter((one) => judge(world, one).decision !== 'allowed');
  const failing = changed.filter(({ after }) => judge(after).decision !== 'allowed');
  const wrong = chooseDistractors(
    draw,
    failing.flatMap(({ text, after }) =>
      believers
        .filter((misconception) => judge(after, misconception).decision === 'allowed')
        .map((misconception) => ({ text, misconception, why: 'With this change alone the request is still denied.' })),
    ),
  );
  if (!wrong) return undefined;
  return {
    scene,
    ask: 'The request must be allowed. Which ONE change does that?',
    options: [{ text: right.text }, ...wrong],
    explanation: [...explainWorld(world), `after the change: ${explainWorld(right.after).slice(0, 2).join('; ')}`],
  };
};
