/** Answers of the query protocol: objects as elements, lists as `<member>`, maps as `<entry>`. */

export type Xml =
  | string
  | number
  | boolean
  | undefined
  | readonly Xml[]
  | ReadonlyMap<string, Xml>
  | { readonly [name: string]: Xml };

export function element(name: string, value: Xml): string {
  return value === undefined ? '' : `<${name}>${content(value)}</${name}>`;
}

function content(value: Xml): string {
  if (value === undefined) return '';
  if (typeof value !== 'object') return escaped(String(value));
  if (Array.isArray(value)) return value.map((one: Xml) => element('member', one)).join('');
  if (value instanceof Map) {
    return [...value].map(([key, one]) => `<entry>${element('key', key)}${element('value', one)}</entry>`).join('');
  }
  return Object.entries(value)
    .map(([name, part]) => element(name, part as Xml))
    .join('');
}

function escaped(text: string): string {
  // A carriage return would be read as a line feed.
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\r', '&#xD;');
}
