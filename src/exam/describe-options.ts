/** Options with their letters, and why each is right or wrong. */
import type { OptionDraft } from './draft.ts';
import type { Option } from './question.ts';

const LETTERS = 'ABCDEFGH';

export function describeOptions(drafts: readonly OptionDraft[]): readonly Option[] {
  return drafts.map(({ text, misconception, why }, at) => ({
    letter: LETTERS.charAt(at),
    text,
    right: misconception === undefined,
    ...(misconception ? { misconception: misconception.code } : {}),
    why: misconception
      ? `It would hold if ${misconception.belief} (${misconception.code}). ${misconception.correction}${why === undefined ? '' : ` ${why}`}`
      : 'This is what the engine decides.',
  }));
}
