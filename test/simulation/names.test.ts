/** Names that JavaScript has taken are names like others. */
import { expect, it } from 'vitest';
import { answerOf } from '../helpers/simulate.ts';

it.each(['__proto__', 'constructor', 'toString'])('a context key may be called %s', (key) => {
  const Condition = JSON.parse(`{"StringEquals": {"${key}": "x"}}`) as unknown;
  const context = JSON.parse(`{"${key}": "x"}`) as unknown;
  const identity = { Version: '2012-10-17', Statement: { Effect: 'Allow', Action: '*', Resource: '*', Condition } };
  const asked = { principal: 'arn:aws:iam::111122223333:user/a', action: 's3:ListAllMyBuckets', resource: '*' };
  expect(answerOf({ policies: { identity }, request: { ...asked, context } })).toMatchObject({ decision: 'allowed' });
  expect(answerOf({ policies: { identity }, request: asked })).toMatchObject({ unknownKeys: [key] });
});
