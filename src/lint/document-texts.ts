/** Every text of a statement in which a variable could stand, with its place. */
import type { Place } from './check.ts';
import { atAction, atPrincipal, atResource, atValue } from './places.ts';
import type { StatementView } from './statement-view.ts';

export interface PlacedText {
  readonly value: string;
  /** May a variable stand here? (V9) */
  readonly element: 'Resource' | 'Condition' | 'other';
  readonly at: () => Place;
}

/** Only texts with a `$`. */
export function textsWithVariables(view: StatementView): readonly PlacedText[] {
  const found: PlacedText[] = [];
  const look = (value: string, element: PlacedText['element'], at: () => Place) => {
    if (value.includes('${')) found.push({ value, element, at });
  };
  for (const [index, { text }] of view.resources.entries()) look(text, 'Resource', () => atResource(view, index));
  for (const condition of view.conditions) {
    for (const [index, { value }] of condition.entry.values.entries()) {
      look(value, 'Condition', () => atValue(view, condition, index));
    }
  }
  for (const [index, { text }] of view.actions.entries()) look(text, 'other', () => atAction(view, index));
  for (const [index, { value }] of view.principals.entries()) look(value, 'other', () => atPrincipal(view, index));
  return found;
}
