/** S3: the bucket owner's root can always repair the bucket policy (E41). */
import type { ServiceDeparture } from './service-departure.ts';

export const s3: ServiceDeparture = {
  service: 's3',
  ownerRootActions: ['getbucketpolicy', 'putbucketpolicy', 'deletebucketpolicy'],
};
