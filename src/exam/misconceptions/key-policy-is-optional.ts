/** M17: an identity-based policy opens a KMS key as it opens a bucket. */
import { isOwn } from '../accounts.ts';
import { allowing } from '../allowing.ts';
import { defineMisconception } from '../misconception.ts';

export const keyPolicyIsOptional = defineMisconception({
  code: 'M17',
  belief: 'an identity-based policy opens a KMS key as it opens a bucket',
  correction:
    'A key answers only to its key policy: identity-based policies count only where the key policy lets the account in.',
  rule: 'E80',
  page: 'Key policies in AWS KMS',
  sees: (world) => {
    const { request, policies } = world;
    const { resource } = policies;
    if (!request.action.startsWith('kms:') || !resource || !isOwn(world)) return world;
    const everybody = allowing(resource, request.principal.account ?? '');
    return { ...world, policies: { ...policies, resource: everybody } };
  },
});
