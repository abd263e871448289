/** What the trace tells of single statements: which apply, how wide they are, which fail by their conditions alone. */
import { evaluate } from '../evaluate/index.ts';
import type { Statement, StatementTrace } from '../language/index.ts';
import type { World } from './world.ts';

/** Every statement of the world that applies to its request. */
export function applyingStatements({ policies, request, settings }: World): readonly Statement[] {
  return evaluate(policies, request, settings)
    .layers.filter(({ state }) => state === 'in-play')
    .flatMap((layer) => layer.nodes)
    .flatMap((node) => node.statements)
    .filter(({ applies }) => applies === 'yes')
    .flatMap(({ policy, statement }) => policy.document.statements[statement] ?? []);
}

/** The more, the wider: wildcards weigh most, then what is not spelled out. */
export function breadthOf({ action, resource }: Statement): number {
  const weigh = (values: readonly { readonly value: string }[]) =>
    Math.max(0, ...values.map(({ value }) => (value === '*' ? 1000 : value.includes('*') ? 500 - value.length : 0)));
  const nots = (action.not ? 1000 : 0) + (resource?.not ? 1000 : 0);
  return nots + weigh(action.values) + weigh(resource?.values ?? []);
}

/** An Allow that speaks of this very call and whose condition is not met. */
export function failsByConditionOnly({ effect, applies, principal, action, resource }: StatementTrace): boolean {
  const others = [principal?.matches, action.matches, resource?.matches];
  return effect === 'Allow' && applies === 'no' && others.every((one) => one === undefined || one === 'yes');
}
