/** A text that stands for itself in memory. */

/** A copy, for whoever keeps a text long: JavaScript keeps the whole of a text alive while a part of it is held. */
export function ownText(text: string): string {
  return ` ${text}`.slice(1);
}
