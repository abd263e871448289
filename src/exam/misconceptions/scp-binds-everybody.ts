/** M14: SCPs also bind the management account and service-linked roles. */
import { defineMisconception } from '../misconception.ts';

export const scpBindsEverybody = defineMisconception({
  code: 'M14',
  belief: 'SCPs also bind the management account and service-linked roles',
  correction: 'SCPs do not touch principals of the management account, nor service-linked roles.',
  rule: 'E13',
  page: 'Service control policies (SCPs)',
  sees: (world) => {
    const { principal } = world.request;
    if (principal.managementAccount !== true && principal.type !== 'service-linked-role') return world;
    const type = principal.type === 'service-linked-role' ? 'role-session' : principal.type;
    return { ...world, request: { ...world.request, principal: { ...principal, type, managementAccount: false } } };
  },
});
