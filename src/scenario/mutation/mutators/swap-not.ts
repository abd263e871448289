/** Swaps an element for its Not form, and back. */
import { POLICY_TYPES } from '../../../language/policy-types/index.ts';
import { defineMutator, elementName } from '../mutator.ts';

export const swapNot = defineMutator({
  id: 'swap-not',
  title: 'swaps Action and NotAction, Resource and NotResource, Principal and NotPrincipal',
  changes: (statement, types) => {
    const { action, resource, principal, effect } = statement;
    const rows = types.map((type) => POLICY_TYPES[type]);
    const notAction = action.not || rows.every((row) => row.notAction === 'allowed');
    const notPrincipal = principal?.not || (effect === 'Deny' && rows.every((row) => row.notPrincipal === 'allowed'));
    return [
      notAction
        ? { ...swapWords('Action', action), statement: { ...statement, action: { ...action, not: !action.not } } }
        : undefined,
      resource && {
        ...swapWords('Resource', resource),
        statement: { ...statement, resource: { ...resource, not: !resource.not } },
      },
      principal && notPrincipal
        ? {
            ...swapWords('Principal', principal),
            statement: { ...statement, principal: { ...principal, not: !principal.not } },
          }
        : undefined,
    ];
  },
});

type Element = NonNullable<Parameters<typeof elementName>[1]> & { readonly range?: { start: number; end: number } };

function swapWords(name: 'Action' | 'Resource' | 'Principal', element: Element) {
  const words = `with ${elementName(name, { not: !element.not })} for ${elementName(name, element)}`;
  return { words, range: element.range };
}
