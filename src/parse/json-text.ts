/** Where the strings and objects of a JSON text end. */

export function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;
}

/** After the closing quote of the string that begins at `start`; not plain: it has an escape or a control character. */
export function endOfString(text: string, start: number): { end: number; plain: boolean } | undefined {
  let plain = true;
  for (let at = start + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x22) return { end: at + 1, plain };
    if (code < 0x20) plain = false;
    if (code !== 0x5c) continue;
    plain = false;
    at += 1;
  }
  return undefined;
}

/** After the bracket that closes the one at `start`. INVARIANT: right for every text that is JSON; for others a guess. */
export function endOfObject(text: string, start: number): number | undefined {
  let open = 0;
  for (let at = start; at < text.length; at++) {
    switch (text.charCodeAt(at)) {
      case 0x22: {
        const string = endOfString(text, at);
        if (!string) return undefined;
        at = string.end - 1;
        break;
      }
      case 0x7b:
      case 0x5b:
        open += 1;
        break;
      case 0x7d:
      case 0x5d:
        open -= 1;
        if (open === 0) return at + 1;
        break;
      default:
    }
  }
  return undefined;
}
