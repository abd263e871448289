/** How a scenario names a statement: its Sid, `policy#index` or `policy#Sid`. */
import type { EvaluationResult, StatementTrace } from '../language/index.ts';

/** Does the reference name this statement? The policy may be written as its name, its file's name, or that without ending. */
export function namesStatement(reference: string, trace: StatementTrace): boolean {
  const hash = reference.lastIndexOf('#');
  if (hash === -1) return trace.sid === reference;
  const part = reference.slice(hash + 1);
  return policyNames(trace).has(reference.slice(0, hash)) && (part === trace.sid || part === String(trace.statement));
}

/** Every way to write a statement in a reference, the most readable first. */
export function referencesOf(trace: StatementTrace): readonly string[] {
  const part = trace.sid || String(trace.statement);
  const [name = trace.policy.name] = [...policyNames(trace)].reverse();
  return [...(trace.sid ? [trace.sid] : []), `${name}#${part}`, `${trace.policy.name}#${trace.statement}`];
}

/** All statements that were evaluated, each once, in the order of the layers. */
export function statementsOf(results: readonly EvaluationResult[]): readonly StatementTrace[] {
  return results.flatMap((result) => result.layers.flatMap((layer) => layer.nodes.flatMap((node) => node.statements)));
}

/** `policies/identity/analysts.json`, `analysts.json`, `analysts`; `aws:ReadOnlyAccess`, `ReadOnlyAccess`. */
function policyNames(trace: StatementTrace): ReadonlySet<string> {
  const { name } = trace.policy;
  const file = name.slice(name.lastIndexOf('/') + 1).replace(/^aws:/, '');
  return new Set([name, file, file.replace(/\.(?:json|jsonc|ya?ml)$/, '')]);
}
