/** The name of an action, as requests give it, in the form in which it is compared (B1). */
import { ownText } from '../language/own-text.ts';

export interface ActionName {
  /** `service:name` in lower case. */
  readonly id: string;
  readonly service: string;
  readonly name: string;
}

const MOST_NAMES = 50_000;
const NAMES = new Map<string, ActionName>();

/** Splits at the first colon; a text without one has no service and fits no pattern but `*`. */
export function actionName(action: string): ActionName {
  let known = NAMES.get(action);
  if (!known) {
    const own = ownText(action);
    const id = own.toLowerCase();
    const colon = id.indexOf(':');
    known = { id, service: id.slice(0, Math.max(colon, 0)), name: id.slice(colon + 1) };
    if (NAMES.size >= MOST_NAMES) NAMES.clear();
    NAMES.set(own, known);
  }
  return known;
}
