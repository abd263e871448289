/** Why a world is decided as it is: the engine's trace in sentences. */
import { explain } from '../explain/index.ts';
import { judge } from './judge.ts';
import type { World } from './world.ts';

export function explainWorld(world: World): readonly string[] {
  const { headline, because, nearMisses } = explain(world, judge(world).result, world.settings);
  return [
    headline,
    ...because.map(({ text }) => text),
    ...nearMisses.slice(0, 1).map(({ text }) => `nearest: ${text}`),
  ];
}
