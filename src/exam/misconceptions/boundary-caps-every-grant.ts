/** M22: a permissions boundary limits every grant, whoever is named. */
import { defineMisconception } from '../misconception.ts';

export const boundaryCapsEveryGrant = defineMisconception({
  code: 'M22',
  belief: 'a permissions boundary limits every grant, whoever is named',
  correction:
    'Within one account a resource-based policy that names the user, the session or everybody is not limited by an implicit deny in the boundary or the session policy.',
  rule: 'E30',
  page: 'Permissions boundaries for IAM entities',
  concludes: (result) => {
    if (result.decision !== 'allowed') return undefined;
    const layer = result.layers.find(
      (one) => (one.layer === 'boundary' || one.layer === 'session') && one.state === 'in-play' && one.allows === 'no',
    )?.layer;
    return layer && { decision: 'implicitDeny', decidedBy: layer, missing: [layer] };
  },
});
