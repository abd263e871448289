/** Makes an Allow of a Deny and a Deny of an Allow. */
import { POLICY_TYPES } from '../../../language/policy-types/index.ts';
import { defineMutator } from '../mutator.ts';

export const flipEffect = defineMutator({
  id: 'flip-effect',
  title: 'makes Allow of Deny, and Deny of Allow',
  changes: (statement, types) => {
    const effect = statement.effect === 'Allow' ? 'Deny' : 'Allow';
    const sound = types.every((type) => POLICY_TYPES[type].effects.includes(effect));
    // An Allow with NotPrincipal is no policy.
    if (!sound || statement.principal?.not) return [];
    return [
      { words: `with ${effect} for ${statement.effect}`, range: statement.range, statement: { ...statement, effect } },
    ];
  },
});
