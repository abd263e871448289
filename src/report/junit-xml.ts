/** What XML asks of names and texts that people wrote. */

export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8"?>';

/** `name="value"` for each member, in their order. */
export function attributes(members: Readonly<Record<string, string | number>>): string {
  return Object.entries(members)
    .map(
      ([name, value]) =>
        `${name}="${escapeXml(String(value)).replace(/[\t\n\r]/g, (one) => `&#${one.charCodeAt(0)};`)}"`,
    )
    .join(' ');
}

/** What stands between tags. */
export function xmlText(value: string): string {
  return escapeXml(value).replaceAll('\r', '&#13;');
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** XML 1.0 has no form for control characters, lone surrogates, U+FFFE and U+FFFF: they are shown as `\u001b`. */
function escapeXml(value: string): string {
  return value
    .replace(/[&<>"']/g, (one) => ENTITIES[one] ?? one)
    .replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, (one) => {
      return `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`;
    });
}
