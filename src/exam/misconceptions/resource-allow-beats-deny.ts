/** M06: an Allow at the resource beats a Deny elsewhere, since it is closer. */
import { applyingStatements } from '../applying-statements.ts';
import { defineMisconception } from '../misconception.ts';
import { mapStatements } from '../world.ts';

export const resourceAllowBeatsDeny = defineMisconception({
  code: 'M06',
  belief: 'an Allow at the resource beats a Deny elsewhere, since it is closer',
  correction: 'A Deny counts wherever it stands. No order of places and no closeness lets an Allow override it.',
  rule: 'E2',
  page: 'How AWS enforcement code logic evaluates requests to allow or deny access',
  sees: (world) => {
    const applying = applyingStatements(world);
    const granted = world.policies.resource?.document.statements.some(
      (one) => one.effect === 'Allow' && applying.includes(one),
    );
    if (!granted) return world;
    const own = new Set(world.policies.resource?.document.statements);
    return mapStatements(world, (one) => (one.effect === 'Deny' && !own.has(one) && applying.includes(one) ? [] : one));
  },
});
