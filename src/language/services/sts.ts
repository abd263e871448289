/** STS: role trust, calls that need no permission, and AssumeRoot (E90, F30, F31, F40). */
import type { ServiceDeparture } from './service-departure.ts';

export const sts: ServiceDeparture = {
  service: 'sts',
  alwaysAllowed: new Map([
    ['getcalleridentity', 'F31'],
    ['getsessiontoken', 'F30'],
  ]),
  trustActions: ['assumerole', 'assumerolewithsaml', 'assumerolewithwebidentity', 'tagsession', 'setsourceidentity'],
  callerSideOnly: ['assumeroot'],
};
