/** Which two changes together let the request through? Every pair of options is verified by making it. */
import { changesOf, type WorldChange } from '../changes.ts';
import type { OptionDraft } from '../draft.ts';
import { explainWorld } from '../explain-world.ts';
import { judge } from '../judge.ts';
import type { KindTemplate } from '../kind.ts';
import { MISCONCEPTIONS } from '../misconceptions/index.ts';
import { readWorld, type World } from '../world.ts';

const OPTIONS = 5;

export const pair: KindTemplate = (draw, scene) => {
  const world = readWorld(scene.document);
  if (judge(world).decision === 'allowed') return undefined;
  const candidates = draw.shuffle(changesOf(world)).filter(({ apply }) => judge(apply(world)).decision !== 'allowed');
  const works = (one: WorldChange, other: WorldChange) => judge(other.apply(one.apply(world))).decision === 'allowed';
  const [right] = pairsOf(candidates).filter(([one, other]) => works(one, other));
  if (!right) return undefined;
  const chosen: WorldChange[] = [...right];
  const wrong: OptionDraft[] = [];
  for (const candidate of candidates) {
    if (chosen.length === OPTIONS) break;
    if (chosen.includes(candidate) || chosen.some((one) => works(one, candidate))) continue;
    const misconception = believerOf(world, candidate, chosen);
    if (!misconception) continue;
    chosen.push(candidate);
    wrong.push({ text: candidate.text, misconception, why: 'No other option makes up for what is still missing.' });
  }
  if (chosen.length < OPTIONS) return undefined;
  const after = right[1].apply(right[0].apply(world));
  return {
    scene,
    ask: 'The request must be allowed. Which TWO changes together do that? (Choose two.)',
    options: [...right.map(({ text }) => ({ text })), ...wrong],
    explanation: [...explainWorld(world), `after both changes: ${explainWorld(after).slice(0, 3).join('; ')}`],
  };
};

function pairsOf(all: readonly WorldChange[]): readonly (readonly [WorldChange, WorldChange])[] {
  return all.flatMap((one, at) => all.slice(at + 1).map((other) => [one, other] as const));
}

/** Who takes the change, alone or with one of the others, for enough. */
function believerOf(world: World, candidate: WorldChange, others: readonly WorldChange[]) {
  const alone = candidate.apply(world);
  const worlds = [alone, ...others.map((other) => other.apply(alone))];
  return MISCONCEPTIONS.find(
    (one) =>
      judge(world, one).decision !== 'allowed' && worlds.some((after) => judge(after, one).decision === 'allowed'),
  );
}
