/** M13: the ARN of a bucket and the ARN of its objects stand for each other. */

import { defineMisconception } from '../misconception.ts';
import { mapStatements } from '../world.ts';

export const bucketAndObjectsAlike = defineMisconception({
  code: 'M13',
  belief: 'the ARN of a bucket and the ARN of its objects stand for each other',
  correction:
    '`arn:aws:s3:::bucket` is the bucket (ListBucket and the like) and `arn:aws:s3:::bucket/*` its objects (GetObject, PutObject ...). Neither covers the other.',
  rule: 'B12',
  page: 'Policies and permissions in Amazon S3',
  sees: (world) =>
    mapStatements(world, (one) => {
      if (!one.resource || one.resource.not) return one;
      const also = one.resource.values.flatMap(({ value }) => {
        const [, bucket, objects] = /^(arn:aws:s3:::[^/*]+)(\/\*)?$/.exec(value) ?? [];
        return bucket === undefined ? [] : [{ value: objects === undefined ? `${bucket}/*` : bucket }];
      });
      return also.length === 0
        ? one
        : { ...one, resource: { ...one.resource, values: [...one.resource.values, ...also] } };
    }),
});
