/** M29: a resource-based policy grants past the SCPs of the caller. */
import { applyingStatements } from '../applying-statements.ts';
import { defineMisconception } from '../misconception.ts';

export const resourceGrantEscapesScps = defineMisconception({
  code: 'M29',
  belief: 'a resource-based policy grants past the SCPs of the caller',
  correction: 'SCPs bind every grant to a principal of the account, also one made by a resource-based policy.',
  rule: 'E17',
  page: 'SCP evaluation',
  sees: (world) => {
    const { scps, ...others } = world.policies;
    if (!scps || !others.resource || world.request.principal.type === 'root') return world;
    const own = new Set(others.resource.document.statements);
    const isGranted = applyingStatements(world).some((one) => one.effect === 'Allow' && own.has(one));
    return isGranted ? { ...world, policies: others } : world;
  },
});
