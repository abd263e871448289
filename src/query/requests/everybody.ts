/** Everybody who can make requests: whom environments describe, whom their resource-based policies name, and strangers. */
import type { Environment } from '../../environment/index.ts';
import type { Policy } from '../../language/index.ts';
import { type Asker, askersOf, outsideAsker } from '../asker.ts';

/** Described ones first, anonymous callers last. */
export function everybodyNamed(environment: Environment): readonly Asker[] {
  return askersOf(environment, resourcePolicies(environment));
}

/** With the trust policies of roles. */
export function resourcePolicies({ accounts }: Environment): readonly Policy[] {
  return accounts.flatMap(({ resources, roles }) => [
    ...resources.flatMap(({ policy }) => policy ?? []),
    ...roles.map(({ trust }) => trust),
  ]);
}

const STRANGERS = new WeakMap<Environment, Asker>();

/** Somebody in an account that nothing names: whoever that is, what reaches them reaches any AWS account. */
export function strangerTo(environments: readonly Environment[]): Asker {
  const [only, ...others] = environments;
  if (!only || others.length > 0) return findStranger(environments);
  const known = STRANGERS.get(only) ?? findStranger(environments);
  STRANGERS.set(only, known);
  return known;
}

function findStranger(environments: readonly Environment[]): Asker {
  const policies = environments.flatMap((one) => one.policies);
  const accounts = environments.flatMap((one) => one.accounts);
  const texts = JSON.stringify(policies.map(({ document }) => document.statements));
  const isFree = (id: string) => !texts.includes(id) && accounts.every((account) => account.id !== id);
  let id = 210987654321;
  while (!isFree(String(id))) id += 1;
  const asker = outsideAsker(String(id), { accounts });
  if (!asker) throw new Error('an account that nothing names is outside');
  return { ...asker, name: `any other AWS account, such as ${id}` };
}
