/** How the current answer stands to a policy: what its statements had to say. */
import type { StatementTrace } from '../../language/index.ts';
import type { Answered } from './project.ts';

/** The statements of a policy file that the deciding step of the current request read. */
export function statementsRead(answer: Answered | undefined, file: string): readonly StatementTrace[] {
  const layers = answer?.answer?.decisive?.result.layers ?? [];
  return layers
    .filter(({ state }) => state !== 'not-in-play')
    .flatMap(({ nodes }) => nodes.flatMap(({ statements }) => statements))
    .filter(({ policy }) => policy.document.source?.name === file);
}

/** What a policy says to the current request, in a word. */
export type Standing = 'denies' | 'allows' | 'silent' | 'open' | 'not-asked';

export function standingOf(answer: Answered | undefined, file: string): Standing {
  const read = statementsRead(answer, file);
  if (read.length === 0) return 'not-asked';
  const applies = (effect: 'Allow' | 'Deny') => read.some((one) => one.effect === effect && one.applies === 'yes');
  if (applies('Deny')) return 'denies';
  if (applies('Allow')) return 'allows';
  return read.some((one) => one.applies === 'unknown') ? 'open' : 'silent';
}
