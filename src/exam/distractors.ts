/** Wrong options: what engines with one misconception each answer where they differ from the truth. */

import type { OptionDraft } from './draft.ts';
import type { Draw } from './draw.ts';
import { type Judgement, judge, touches } from './judge.ts';
import type { Misconception } from './misconception.ts';
import { MISCONCEPTIONS } from './misconceptions/index.ts';
import type { World } from './world.ts';

const FEWEST = 2;
const MOST = 3;

/** The judgements of all engines that have something else to say of this world. */
function otherJudgements(world: World): readonly { misconception: Misconception; judgement: Judgement }[] {
  return MISCONCEPTIONS.filter((one) => touches(world, one)).map((misconception) => ({
    misconception,
    judgement: judge(world, misconception),
  }));
}

/**
 * Two or three wrong options, each text once; undefined where fewer are to be had.
 * @param textOf what a believer would choose; undefined where that is no wrong answer
 */
export function drawDistractors(
  draw: Draw,
  world: World,
  textOf: (judgement: Judgement, misconception: Misconception) => string | undefined,
): readonly OptionDraft[] | undefined {
  const found = otherJudgements(world).flatMap(({ misconception, judgement }) => {
    const text = textOf(judgement, misconception);
    return text === undefined ? [] : [{ text, misconception }];
  });
  return chooseDistractors(draw, found);
}

/** One option for each text and, as far as there are enough, for each misconception. */
export function chooseDistractors(
  draw: Draw,
  found: readonly (OptionDraft & { misconception: Misconception })[],
): readonly OptionDraft[] | undefined {
  const texts = new Set<string>();
  const once = draw.shuffle(found).filter(({ text }) => !texts.has(text) && texts.add(text));
  const beliefs = new Set<string>();
  const apart = once.filter(({ misconception }) => !beliefs.has(misconception.code) && beliefs.add(misconception.code));
  const others = once.filter((one) => !apart.includes(one));
  const chosen = [...apart, ...others].slice(0, MOST);
  return chosen.length < FEWEST ? undefined : chosen;
}
