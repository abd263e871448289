/** A policy as several that fit a limit and together say the same. */
import type { PolicyDocument, Statement } from '../language/index.ts';
import { type Limit, sizeOf } from './policy-limit.ts';

/** Statements stay in their order; one that is too long by itself is divided by its actions. Undefined where one action is too long. */
export function splitPolicy(document: PolicyDocument, limit: Limit): readonly PolicyDocument[] | undefined {
  const fits = (statements: readonly Statement[]) => sizeOf({ ...document, statements }, limit) <= limit.most;
  const parts: Statement[][] = [];
  const waiting = [...document.statements];
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const last = parts.at(-1);
    if (last && fits([...last, next])) last.push(next);
    else if (fits([next])) parts.push([next]);
    else {
      const halves = inHalves(next);
      if (!halves) return undefined;
      waiting.unshift(...halves);
    }
  }
  return parts.map((statements) => ({
    ...document,
    statements: statements.map((statement, index) => ({ ...statement, index })),
  }));
}

/** A Sid is unique in its policy; the halves may come to stand in one. */
function inHalves(statement: Statement): Statement[] | undefined {
  const { sid: _, ...rest } = statement;
  const { action } = statement;
  if (action.not || action.values.length < 2) return undefined;
  const middle = action.values.length >> 1;
  return [action.values.slice(0, middle), action.values.slice(middle)].map((values) => ({
    ...rest,
    action: { ...action, values },
  }));
}
