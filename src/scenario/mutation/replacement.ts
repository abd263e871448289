/** Puts a mutant in the place of its policy, wherever a case meets it. */
import { type Environment, replaceInCaller, replaceInEnvironment, replaceInHop } from '../../environment/index.ts';
import { type PoliciesInPlay, type Policy, replacePolicies } from '../../language/index.ts';
import { documentKey } from '../policy-groups.ts';
import type { ScenarioCase } from '../scenario.ts';
import type { Mutant } from './mutants-of.ts';

export interface Replacement {
  readonly inPlay: (policies: PoliciesInPlay) => PoliciesInPlay;
  readonly inCase: (one: ScenarioCase) => ScenarioCase;
}

export function replacementBy({
  policy: { name, types, document },
  document: mutated,
}: Pick<Mutant, 'policy' | 'document'>): Replacement {
  const [type] = types;
  const key = type && documentKey({ name, type, document });
  // The same object each time: what is compiled of it is kept.
  const known = new Map<Policy, Policy>();
  const replace = (policy: Policy): Policy | undefined => {
    if (documentKey(policy) !== key) return policy;
    if (!mutated) return undefined;
    let replaced = known.get(policy);
    if (!replaced) {
      replaced = { ...policy, document: mutated };
      known.set(policy, replaced);
    }
    return replaced;
  };
  const environments = new Map<Environment, Environment>();
  const environmentOf = (environment: Environment): Environment => {
    const replaced = environments.get(environment) ?? replaceInEnvironment(environment, replace);
    environments.set(environment, replaced);
    return replaced;
  };
  return {
    inPlay: (policies) => replacePolicies(policies, replace),
    inCase: (one) => ({
      ...one,
      environment: environmentOf(one.environment),
      principal: { ...one.principal, caller: replaceInCaller(one.principal.caller, replace) },
      hops: one.hops.map((hop) => replaceInHop(hop, replace)),
    }),
  };
}
