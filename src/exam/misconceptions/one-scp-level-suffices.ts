/** M24: an SCP that allows an action at one level of the organization is enough. */
import { defineMisconception } from '../misconception.ts';

export const oneScpLevelSuffices = defineMisconception({
  code: 'M24',
  belief: 'an SCP that allows an action at one level of the organization is enough',
  correction:
    'Every level must allow: root, each OU on the way and the account. SCPs are united on one level and intersected between levels.',
  rule: 'E11',
  page: 'SCP evaluation',
  sees: (world) => {
    const { scps } = world.policies;
    if (!scps || scps.length < 2) return world;
    const united = { level: 'account' as const, policies: scps.flatMap((node) => node.policies) };
    return { ...world, policies: { ...world.policies, scps: [united] } };
  },
});
