/** A plan for programs: changes with their statements and permissions, the writes, and what was verified. */
import { type Judge, type Plan, permissionDifference, plannedCalls } from '../account/index.ts';
import { comparisonValue } from './compare-json.ts';
import { changeTitle, sumOf } from './plan-words.ts';
import { statementDiff } from './statement-diff.ts';

/** Without the documents themselves: those are in the plan file. */
export function planJson(plan: Plan, seal: string, judge: Judge): string {
  const { account, caller, manifest, made, quotas, verification } = plan;
  const text = (hash: string | undefined) => (hash === undefined ? undefined : plan.documents[hash]);
  const changes = plan.changes.map((change) => {
    const comparison = permissionDifference(change, plan, judge);
    return {
      title: changeTitle(change),
      ...change,
      statements: statementDiff(text(change.before), text(change.after)).map(({ action, name, lines }) => ({
        action,
        name,
        diff: lines.map(({ mark, text: line }) => `${mark} ${line}`),
      })),
      ...(comparison
        ? { permissions: comparisonValue([{ name: changeTitle(change), ...comparison }], judge.catalog) }
        : {}),
    };
  });
  const writes = plannedCalls(plan).map(({ operation, input }, index) => {
    const named = Object.entries(input).filter(([key]) => !key.endsWith('Document'));
    return { operation, phase: plan.steps[index]?.phase, ...Object.fromEntries(named) };
  });
  const about = { schemaVersion: 1, seal, account, caller, manifest, made, summary: sumOf(plan.changes) };
  return `${JSON.stringify({ ...about, changes, writes, quotas, verification }, null, 2)}\n`;
}
