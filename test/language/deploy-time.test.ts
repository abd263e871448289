/** Texts with parts that are known only at deploy time. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  deployTime,
  deployTimeNames,
  hasDeployTime,
  isDeployTime,
  knownText,
  readableDeployTime,
  splitDeployTime,
} from '../../src/language/index.ts';

const arn = deployTime('aws_s3_bucket.data.arn');

it('come apart into what is known and what is not, in order', () => {
  expect(splitDeployTime(`a${arn}/${deployTime('b')}`)).toEqual([
    { kind: 'text', text: 'a' },
    { kind: 'open', name: 'aws_s3_bucket.data.arn' },
    { kind: 'text', text: '/' },
    { kind: 'open', name: 'b' },
  ]);
});

it('are told from others, and those of which nothing is known from the rest', () => {
  expect([hasDeployTime('arn:aws:s3:::b'), hasDeployTime(`${arn}/*`)]).toEqual([false, true]);
  expect([isDeployTime(arn), isDeployTime(`${arn}/*`), isDeployTime('a'), isDeployTime('')]).toEqual([
    true,
    false,
    false,
    false,
  ]);
});

it('say what is not known, once, and can be read', () => {
  expect(deployTimeNames(`${arn}/${arn}`)).toEqual(['aws_s3_bucket.data.arn']);
  expect(readableDeployTime(`${arn}/*`)).toBe('<aws_s3_bucket.data.arn>/*');
});

it('are put together again by their parts, whatever stands in them', () => {
  const part = fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme', minLength: 1 }).map(deployTime));
  fc.assert(
    fc.property(fc.array(part), (parts) => {
      const text = parts.join('');
      const again = splitDeployTime(text).map((one) => (one.kind === 'text' ? one.text : deployTime(one.name)));
      expect(again.join('')).toBe(text);
      expect(hasDeployTime(knownText(text))).toBe(false);
    }),
  );
});
