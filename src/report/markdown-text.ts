/** Text of people inside Markdown: shown as it is, whatever it would mean as markup. */
import { printable } from './printable.ts';

const MOST_CHARACTERS = 400;

/** Code in one line that holds in a table too, cut where it is very long. */
export function codeHtml(text: string): string {
  return `<code>${literal(shorten(text))}</code>`;
}

/** A message: what stands between backticks becomes code. Where they do not pair up, nothing does. */
export function messageHtml(message: string): string {
  const parts = shorten(message).split('`');
  if (parts.length % 2 === 0) return unlinked(literal(parts.join('`')));
  return parts.map((part, index) => (index % 2 === 0 ? unlinked(literal(part)) : inCode(part))).join('');
}

function inCode(text: string): string {
  return text === '' ? '' : `<code>${literal(text)}</code>`;
}

function shorten(text: string): string {
  const characters = [...text];
  return characters.length <= MOST_CHARACTERS ? text : `${characters.slice(0, MOST_CHARACTERS).join('')}...`;
}

/** Every sign that Markdown or HTML could read as more than itself becomes an entity. */
function literal(text: string): string {
  return printable(text).replace(
    /[#$&*<>@[\\\]^_`{|}~]|:(?=\/)|(?<=mailto|xmpp):|(?<=www)\./gi,
    (one) => `&#${one.charCodeAt(0)};`,
  );
}

/** Outside code GitHub looks for names and numbers of issues even in entities: what parts them cannot be seen. */
function unlinked(html: string): string {
  return html.replace(/&#(?:35|64);/g, (one) => `${one}&#8203;`);
}
