/** How large a policy is, as AWS counts. */
import { knownText } from '../language/index.ts';
import { formatOf, toValue } from '../parse/index.ts';
import type { Subject } from './subject.ts';

/** Characters without white space (IAM). A text that is short enough as it stands is not counted. */
export function sizeWithoutSpace(subject: Subject, limit: number): number {
  const text = subject.policy.document.source?.text;
  if (text !== undefined && text.length <= limit && subject.path === '') return text.length;
  return withoutSpace(isJson(subject) ? (text ?? '') : printed(subject), limit);
}

function isJson({ policy, path }: Subject): boolean {
  const { source } = policy.document;
  return source !== undefined && path === '' && formatOf(source.name, source.text) === 'json';
}

/** Exact above the limit; below it some number below it. */
function withoutSpace(text: string, limit: number): number {
  let spaces = 0;
  const enough = text.length - limit;
  for (let i = 0; i < text.length; i++) {
    if (text.charCodeAt(i) <= 32 && ++spaces >= enough) return limit;
  }
  return text.length - spaces;
}

/** Characters of the document written without needless white space. */
export function compactSize(subject: Subject, limit: number): number {
  const text = subject.policy.document.source?.text;
  if (text !== undefined && text.length <= limit && subject.path === '') return text.length;
  return printed(subject).length;
}

/** Without the parts that are known only at deploy time: it will have at least as many characters. */
function printed({ node }: Subject): string {
  return knownText(JSON.stringify(toValue(node)));
}
