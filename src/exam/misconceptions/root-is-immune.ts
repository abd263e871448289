/** M21: the root user of a member account is immune to SCPs. */
import { defineMisconception } from '../misconception.ts';

export const rootIsImmune = defineMisconception({
  code: 'M21',
  belief: 'the root user of a member account is immune to SCPs',
  correction: 'SCPs bind every principal of a member account, its root user included.',
  rule: 'E15',
  page: 'Service control policies (SCPs)',
  sees: (world) => {
    const { scps, ...others } = world.policies;
    return scps && world.request.principal.type === 'root' ? { ...world, policies: others } : world;
  },
});
