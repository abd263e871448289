// Policies that are made to be slow, by one size each.

const BUCKET = 'arn:aws:s3:::bucket/';
const list = (size, make) => Array.from({ length: size }, (_, index) => make(index));

function allow(Resource, Condition) {
  return { Effect: 'Allow', Action: 's3:*', Resource, ...(Condition ? { Condition } : {}) };
}

const AGENT = { 'aws:UserAgent': 'a'.repeat(50) };

/**
 * What grows, from which size on, and the question of a size: statements, the resource and its context.
 * `read`: the policy is read from its text each time. `fresh`: the action is another one each time.
 */
export const GROWING = [
  {
    what: 'stars of a pattern that just fails, on 75 characters',
    from: 1,
    make: (size) => ({ statements: [allow(`${BUCKET}${'*a'.repeat(size)}b`)], resource: BUCKET + 'a'.repeat(75) }),
  },
  {
    what: 'stars of such a pattern, and the characters with them',
    from: 50,
    make: (size) => ({
      statements: [allow(`${BUCKET}${'*a'.repeat(size)}b`)],
      resource: BUCKET + 'a'.repeat(size * 5),
    }),
  },
  {
    what: 'a word after a star that just fails, on 2,000 characters',
    from: 50,
    make: (size) => ({ statements: [allow(`${BUCKET}*${'a'.repeat(size)}b`)], resource: BUCKET + 'a'.repeat(2_000) }),
  },
  {
    what: 'question marks after a star, on 2,000 characters',
    from: 50,
    make: (size) => ({ statements: [allow(`${BUCKET}*${'?'.repeat(size)}b`)], resource: BUCKET + 'a'.repeat(2_000) }),
  },
  {
    what: 'stars in the parts of an ARN, and their characters',
    from: 50,
    make: (size) => {
      const [stars, letters] = ['*a'.repeat(size), 'a'.repeat(size * 5)];
      const Condition = { ArnLike: { 'aws:SourceArn': `arn:aws:sns:${stars}:*:${stars}b` } };
      const context = { 'aws:SourceArn': `arn:aws:sns:${letters}:111122223333:${letters}` };
      return { statements: [allow('*', Condition)], context };
    },
  },
  {
    what: 'variables in a resource that just fails',
    from: 50,
    make: (size) => {
      const resource = `${BUCKET}${'ab'.repeat(size)}c`;
      return {
        statements: [allow(`${BUCKET}${`\${aws:PrincipalTag/team}b`.repeat(size)}`)],
        ...{ resource, context: { 'aws:PrincipalTag/team': 'a' } },
      };
    },
  },
  {
    what: 'values of a condition, with three stars each',
    from: 1_250,
    make: (size) => ({
      statements: [allow('*', { StringLike: { 'aws:UserAgent': list(size, (index) => `*a*${index}*z`) } })],
      context: AGENT,
    }),
  },
  {
    what: 'values of a condition on a key with 20 values',
    from: 125,
    make: (size) => ({
      statements: [allow('*', { 'ForAnyValue:StringLike': { 'aws:TagKeys': list(size, (index) => `*a*${index}*z`) } })],
      context: { 'aws:TagKeys': list(20, (index) => `${'a'.repeat(30)}${index}`) },
    }),
  },
  {
    what: 'statements that all have to be tried',
    from: 1_250,
    make: (size) => ({
      statements: list(size, (index) => allow('*', { StringLike: { 'aws:UserAgent': `*${index}z` } })),
      context: AGENT,
    }),
  },
  {
    what: 'statements found by their beginning',
    from: 1_250,
    make: (size) => ({ statements: list(size, (index) => allow(`${BUCKET}${index}/*`)), resource: `${BUCKET}1/key` }),
  },
  {
    what: 'the same, and an action never asked before',
    from: 1_250,
    make: (size) => ({
      statements: list(size, (index) => allow(`${BUCKET}${index}/*`)),
      ...{ resource: `${BUCKET}1/key`, fresh: true },
    }),
  },
  {
    what: 'the same, read from its text each time',
    from: 1_250,
    make: (size) => ({
      statements: list(size, (index) => allow(`${BUCKET}${index}/*`)),
      ...{ resource: `${BUCKET}1/key`, read: true },
    }),
  },
  {
    what: 'a word after a star and the characters with it: the product of both',
    from: 25,
    product: true,
    make: (size) => ({
      statements: [allow(`${BUCKET}*${'a'.repeat(size)}b`)],
      resource: BUCKET + 'a'.repeat(size * 5),
    }),
  },
];
