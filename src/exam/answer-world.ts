/** The world of a question with the engine's whole answer to it. */
import { evaluate } from '../evaluate/index.ts';
import type { EvaluationResult } from '../language/index.ts';
import type { Question } from './question.ts';
import { readWorld, type World } from './world.ts';

export function answerWorld({ world: document }: Question): World & { readonly result: EvaluationResult } {
  const world = readWorld(document);
  return { ...world, result: evaluate(world.policies, world.request, world.settings) };
}
