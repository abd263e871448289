/** A simulation document as a JSON value to its answer, through the product's reader. */
import { nodeOfValue } from '../../src/parse/index.ts';
import { type Answer, errorAnswer, readSimulation, simulate } from '../../src/simulation/index.ts';

export function answerOf(document: unknown): Answer {
  const { node, diagnostics } = nodeOfValue(document);
  if (!node) return errorAnswer({ diagnostics });
  const read = readSimulation(node, undefined, (name) => ({ problem: `no catalog here, so no \`${name}\`` }));
  return read.simulation ? simulate(read.simulation, 'test').answer : errorAnswer(read);
}
