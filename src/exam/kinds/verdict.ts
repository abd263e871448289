/** What is decided, and owed to what? */
import { LAYER_WORDS } from '../../explain/index.ts';
import type { DecidedBy, Layer } from '../../language/index.ts';
import { drawDistractors } from '../distractors.ts';
import { explainWorld } from '../explain-world.ts';
import { isLacking, type Judgement, judge } from '../judge.ts';
import type { KindTemplate } from '../kind.ts';
import { readWorld } from '../world.ts';

export const verdict: KindTemplate = (draw, scene) => {
  const world = readWorld(scene.document);
  const truth = judge(world);
  const right = verdictWords(truth);
  if (right === undefined || !hasOneReason(truth)) return undefined;
  const wrong = drawDistractors(draw, world, (judgement) =>
    isFalse(judgement, truth) ? verdictWords(judgement) : undefined,
  );
  if (!wrong) return undefined;
  return {
    scene,
    ask: 'What does AWS decide, and why?',
    options: [{ text: right }, ...wrong],
    explanation: explainWorld(world),
  };
};

/** Undefined for what no policy decided. */
function verdictWords({ decision, decidedBy }: Judgement): string | undefined {
  switch (decision) {
    case 'allowed': {
      const words = GRANTED[decidedBy];
      return words && `Allowed: ${words}`;
    }
    case 'explicitDeny':
      return isLayer(decidedBy) ? `Explicit deny: a statement of the ${LAYER_WORDS[decidedBy]} denies it` : undefined;
    case 'implicitDeny':
      return isLayer(decidedBy)
        ? `Implicit deny: nothing denies it, but no ${LAYER_WORDS[decidedBy]} allows it`
        : undefined;
    default:
      return decision satisfies never;
  }
}

const GRANTED: Partial<Readonly<Record<DecidedBy, string>>> = {
  identity: 'the identity-based policy grants it, and nothing stands in the way',
  resource: 'the resource-based policy grants it to the caller directly',
  trust: 'the trust policy of the role grants it to the caller directly',
  'identity+resource': 'the identity-based and the resource-based policy both allow it',
  'identity+trust': 'the trust policy and the identity-based policy both allow it',
  root: 'the root user may do everything on its own account that nothing denies',
};

function isLayer(by: DecidedBy): by is Layer {
  return by in LAYER_WORDS;
}

/** Two reasons at once would make two options right. */
function hasOneReason({ missing, result }: Judgement): boolean {
  const denying = result.layers.filter((layer) => layer.denies === 'yes').length;
  return missing.length <= 1 && denying <= 1;
}

/** An Allow for another reason is too near the truth to be wrong; so is the lack of an Allow that is really lacking. */
function isFalse(judgement: Judgement, truth: Judgement): boolean {
  if (judgement.decision !== truth.decision) return true;
  return truth.decision !== 'allowed' && judgement.decidedBy !== truth.decidedBy && !isLacking(judgement, truth);
}
