/** Which statement decides, or which two? */
import { LAYER_WORDS, statementName } from '../../explain/index.ts';
import { drawDistractors } from '../distractors.ts';
import { explainWorld } from '../explain-world.ts';
import { isLacking, type Judgement, judge } from '../judge.ts';
import type { KindTemplate } from '../kind.ts';
import { readWorld } from '../world.ts';

export const statement: KindTemplate = (draw, scene) => {
  const world = readWorld(scene.document);
  const truth = judge(world);
  const right = decidingWords(truth);
  if (right === undefined || truth.missing.length > 1) return undefined;
  const wrong = drawDistractors(draw, world, (judgement) => {
    const words = decidingWords(judgement);
    return words === right || isLacking(judgement, truth) ? undefined : words;
  });
  if (!wrong) return undefined;
  return {
    scene,
    ask: 'Which statement or statements decide about this request?',
    options: [{ text: right }, ...wrong],
    explanation: explainWorld(world),
  };
};

function decidingWords({ decision, decidedBy, statements, missing }: Judgement): string | undefined {
  if (decision === 'implicitDeny') {
    const [layer] = missing;
    return layer && `None: it is implicitly denied, for want of an Allow in the ${LAYER_WORDS[layer]}`;
  }
  if (statements.length === 0 || statements.length > 2 || decidedBy === 'root') return undefined;
  const names = statements.map(({ trace }) => `${statementName(trace)} of ${trace.policy.name}`);
  const verb = decision === 'allowed' ? 'allow' : 'explicitly deny';
  return `${names.join(' and ')} ${names.length === 1 ? verb.replace(/(allow|deny)$/, inThirdPerson) : `together ${verb}`} it`;
}

function inThirdPerson(verb: string): string {
  return verb === 'deny' ? 'denies' : `${verb}s`;
}
