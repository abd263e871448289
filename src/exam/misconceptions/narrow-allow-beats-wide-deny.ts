/** M05: a narrower Allow beats a wider Deny. */
import { applyingStatements, breadthOf } from '../applying-statements.ts';
import { defineMisconception } from '../misconception.ts';
import { mapStatements } from '../world.ts';

export const narrowAllowBeatsWideDeny = defineMisconception({
  code: 'M05',
  belief: 'a narrower Allow beats a wider Deny',
  correction:
    'An explicit Deny wins over every Allow, however specific the Allow is. To spare something, the Deny itself must except it.',
  rule: 'E2',
  page: 'How AWS enforcement code logic evaluates requests to allow or deny access',
  sees: (world) => {
    const applying = applyingStatements(world);
    const allows = applying.filter(({ effect }) => effect === 'Allow').map(breadthOf);
    const narrowest = Math.min(...allows);
    const beaten = applying.filter((one) => one.effect === 'Deny' && breadthOf(one) > narrowest);
    return beaten.length === 0 ? world : mapStatements(world, (one) => (beaten.includes(one) ? [] : one));
  },
});
