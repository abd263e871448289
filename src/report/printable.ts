/** Text of people on terminals and in logs. */

/** What a person wrote may hold characters that steer a terminal: they are shown as `\u001b`. */
export function printable(text: string): string {
  return text.replace(/\p{Cc}/gu, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
