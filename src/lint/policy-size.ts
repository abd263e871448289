/** How large a policy is, as AWS counts. */
import { toValue } from '../parse/index.ts';
import type { Subject } from './subject.ts';

/** Characters without white space (IAM). A text that is short enough as it stands is not counted. */
export function sizeWithoutSpace(subject: Subject, limit: number): number {
  const text = subject.policy.document.source?.text;
  if (text !== undefined && text.length <= limit && subject.path === '') return text.length;
  return JSON.stringify(toValue(subject.node)).replace(/\s/g, '').length;
}

/** Characters of the document written without needless white space. */
export function compactSize(subject: Subject, limit: number): number {
  const text = subject.policy.document.source?.text;
  if (text !== undefined && text.length <= limit && subject.path === '') return text.length;
  return JSON.stringify(toValue(subject.node)).length;
}
