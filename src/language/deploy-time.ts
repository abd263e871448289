/** Texts with parts that are known only at deploy time: `arn:aws:s3:::` and then the name of a bucket that is yet to be made. */

/** What surrounds the name of an unknown part; private-use characters, which no policy holds. */
const OPEN = '\u{F0000}';
const CLOSE = '\u{F0001}';

/** A piece of such a text: as it stands, or the name of what is not known yet. */
export type DeployTimePart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'open'; readonly name: string };

/** @param name what a person calls the value: `aws_s3_bucket.data.arn`, `Bucket.Arn` */
export function deployTime(name: string): string {
  return `${OPEN}${name.replaceAll(OPEN, '').replaceAll(CLOSE, '')}${CLOSE}`;
}

export function hasDeployTime(text: string): boolean {
  return text.includes(OPEN);
}

/** The text is one unknown value and nothing else. */
export function isDeployTime(text: string): boolean {
  const [only, ...others] = hasDeployTime(text) ? splitDeployTime(text) : [];
  return only?.kind === 'open' && others.length === 0;
}

/** In the order of the text; no empty pieces. */
export function splitDeployTime(text: string): readonly DeployTimePart[] {
  const parts: DeployTimePart[] = [];
  let at = 0;
  for (let open = text.indexOf(OPEN); open !== -1; open = text.indexOf(OPEN, at)) {
    const close = text.indexOf(CLOSE, open);
    if (close === -1) break;
    if (open > at) parts.push({ kind: 'text', text: text.slice(at, open) });
    parts.push({ kind: 'open', name: text.slice(open + OPEN.length, close) });
    at = close + CLOSE.length;
  }
  if (at < text.length) parts.push({ kind: 'text', text: text.slice(at) });
  return parts;
}

/** What is not known in the text, each name once. */
export function deployTimeNames(text: string): readonly string[] {
  if (!hasDeployTime(text)) return [];
  return [...new Set(splitDeployTime(text).flatMap((part) => (part.kind === 'open' ? part.name : [])))];
}

/** For people: `<aws_s3_bucket.data.arn>/*`. */
export function readableDeployTime(text: string): string {
  if (!hasDeployTime(text)) return text;
  return splitDeployTime(text)
    .map((part) => (part.kind === 'open' ? `<${part.name}>` : part.text))
    .join('');
}

/** The text without the parts that are not known. */
export function knownText(text: string): string {
  if (!hasDeployTime(text)) return text;
  return splitDeployTime(text)
    .map((part) => (part.kind === 'text' ? part.text : ''))
    .join('');
}
