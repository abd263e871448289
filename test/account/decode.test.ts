/** An encoded authorization message, decoded by the double: the built program, over HTTP. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type AwsDouble, startDouble } from './double/index.ts';
import { type Place, place, run } from './run-program.ts';

let double: AwsDouble;
let at: Place;

beforeEach(async () => {
  double = await startDouble();
  at = place();
});
afterEach(async () => {
  at.remove();
  await double.close();
});

const TOLD = {
  allowed: false,
  explicitDeny: true,
  context: { principal: { arn: 'arn:aws:iam::111122223333:user/alice' }, action: 'ec2:RunInstances', resource: '*' },
};

async function decode(encoded: string) {
  at.write(
    'denied.txt',
    `You are not authorized to perform this operation. Encoded authorization failure message: ${encoded}\n`,
  );
  return run(['decode', 'denied.txt', '--format', 'json'], at, double.env);
}

it('asks STS for what only AWS can read, and tells no secret', async () => {
  const { code, out, err } = await decode(Buffer.from(JSON.stringify(TOLD)).toString('base64url'));
  expect([code, JSON.parse(out).denials]).toMatchObject([0, [{ action: 'ec2:RunInstances', explicit: true }]]);
  expect(double.calls.map(({ operation }) => operation)).toContain('DecodeAuthorizationMessage');
  expect(out + err).not.toContain(double.env.AWS_SECRET_ACCESS_KEY);
});

it("tells AWS's own words where the message cannot be decoded", async () => {
  const { code, out, err } = await decode('bm90IGEgbWVzc2FnZQ');
  expect([code, out]).toEqual([2, '']);
  expect(err).toContain('when calling the DecodeAuthorizationMessage operation: Message is not valid.');
});
