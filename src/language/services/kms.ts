/** KMS: key policies are mandatory (E80 to E85). */
import type { ServiceDeparture } from './service-departure.ts';

export const kms: ServiceDeparture = {
  service: 'kms',
  mandatoryResourcePolicy: 'key/',
  rcpExempt: ['retiregrant'],
};
