/** What single statements come to over all requests, whoever asks: whether one matches any, and which others match the same. */
import type { Catalog } from '../../catalog/index.ts';
import type { ConditionEntry, Policy, PolicyDocument, PolicyType, Statement } from '../../language/index.ts';
import { POLICY_TYPES } from '../../language/policy-types/index.ts';
import { findRequest } from '../find-request.ts';
import { loneQuestions } from './lone-policy.ts';

/** Statements of one document. */
export interface StatementSet {
  readonly type: PolicyType;
  readonly document: PolicyDocument;
  readonly statements: readonly Statement[];
}

const ANYTHING = { not: false, values: [{ value: '*' }] };
const EVERYBODY = { not: false, entries: [{ kind: 'AWS', value: '*' }] } as const;

/** Proven: every request that matches one of the statements matches one of the others; of none, that no request matches. */
export function isWithin(set: StatementSet, others: readonly Statement[], catalog: Catalog): boolean {
  return isNoMore(allowing(set), allowing({ ...set, statements: others }), catalog);
}

/** Proven: no request matches one of the statements and the other one as well. */
export function isApart(set: StatementSet, other: Statement, catalog: Catalog): boolean {
  const inner = allowing(set);
  const [last] = allowing({ ...set, statements: [other] }).document.statements;
  if (!last) return true;
  const statements = [...inner.document.statements, { ...last, index: set.statements.length, effect: 'Deny' } as const];
  return isNoMore(inner, { ...inner, document: { ...inner.document, statements } }, catalog);
}

function isNoMore(inner: Policy, outer: Policy, catalog: Catalog): boolean {
  return loneQuestions(inner.type, [inner, outer]).every(
    ({ asked, stackOf }) =>
      findRequest({
        allowedBy: stackOf([inner]),
        notAllowedBy: stackOf([outer]),
        asked: { ...asked, requests: 'any' },
        catalog,
      }).kind === 'proved',
  );
}

/** Proven: the conditions contradict each other, on any action and resource. */
export function neverHold(conditions: readonly ConditionEntry[], document: PolicyDocument, catalog: Catalog): boolean {
  const statement: Statement = { index: 0, effect: 'Allow', action: ANYTHING, resource: ANYTHING, conditions };
  return isWithin({ type: 'identity', document, statements: [statement] }, [], catalog);
}

/** The statements as Allows of a type that limits and does not ask who is meant, with ARNs read as in theirs (B14). */
function allowing({ type, document, statements }: StatementSet): Policy {
  const form = POLICY_TYPES[type].incompleteArn === 'filled' ? 'identity' : 'vpce';
  const own = statements.map(({ principal: _, ...statement }, index): Statement => {
    const principal = form === 'vpce' ? { principal: EVERYBODY } : {};
    return { resource: ANYTHING, ...statement, ...principal, index, effect: 'Allow' };
  });
  return { name: 'statements', type: form, document: { ...document, statements: own } };
}
