/** The screens in the order of their numbers. */
import { SCREENS as BY_NAME, type ScreenId } from './index.ts';
import type { Screen } from './screen.ts';

export const SCREENS: readonly (Screen & { readonly id: ScreenId })[] = [...BY_NAME].sort(
  (a, b) => a.number - b.number,
);

export function screenOf(id: ScreenId): Screen {
  const found = SCREENS.find((one) => one.id === id);
  // INVARIANT: the registry has every id of its type.
  if (!found) throw new Error(`no screen ${id}`);
  return found;
}
