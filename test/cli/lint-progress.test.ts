/** A long lint run tells how far it is, to people only. */
import { expect, it } from 'vitest';
import { run } from './fake-host.ts';

const text =
  '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::b/*"}]}';
const files = Object.fromEntries(Array.from({ length: 60 }, (_, i) => [`policies/identity/p${i}.json`, text]));

it('on a terminal, after a second', async () => {
  const { err, out } = await run(['lint', 'policies'], { files, terminal: true });
  expect(err.replaceAll('\r\u001b[K', '|')).toMatch(/\|\d+ files, \d+ a second/);
  expect(err.endsWith('\r\u001b[K')).toBe(true);
  expect(out).toContain('nothing found in 60 policies');
});

it('not where nobody looks', async () => {
  expect((await run(['lint', 'policies'], { files })).err).toBe('');
});
