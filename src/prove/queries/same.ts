/** Do two policies say the same of every request, wherever they stand? */
import { DEFAULT_SETTINGS } from '../../language/index.ts';
import { findRequest } from '../find-request.ts';
import { type ComparisonInput, listOf } from './compare.ts';
import { everything, loneQuestions } from './lone-policy.ts';

/**
 * True only where that is proven: alone they allow the same, and beside a policy that allows everything they do as well,
 * so that they deny the same. Of policies that name callers in several ways (P3 to P10) that is not enough.
 */
export function allowsTheSame({
  type,
  before,
  after,
  catalog,
  settings = DEFAULT_SETTINGS,
  requests = 'any',
}: ComparisonInput): boolean {
  const companion = everything(type);
  const [were, are] = [listOf(before), listOf(after)];
  return loneQuestions(type, [...were, ...are]).every(({ asked, stackOf }) =>
    [[], [companion]].every((beside) => {
      const [old, now] = [were, are].map((policies) => stackOf([...policies, ...beside]));
      return [
        [old, now],
        [now, old],
      ].every(
        ([allowedBy = {}, notAllowedBy = {}]) =>
          findRequest({ allowedBy, notAllowedBy, asked: { ...asked, requests }, catalog, settings }).kind === 'proved',
      );
    }),
  );
}
