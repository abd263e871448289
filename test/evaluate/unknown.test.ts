/** Rule U1: a key that is not known is neither absent nor present. */
import { expect, it } from 'vitest';
import { evaluate } from '../../src/evaluate/index.ts';
import { request, statement } from '../helpers/policies.ts';

const everything = statement('identity', { Effect: 'Allow', Action: '*', Resource: '*' });
const conditioned = (effect: string, Condition: object) =>
  statement('identity', { Effect: effect, Action: 's3:*', Resource: '*', Condition });
const unknown = request({ unknown: ['aws:SourceIp', 'aws:PrincipalTag/*'] });
const inRange = { IpAddress: { 'aws:SourceIp': '10.0.0.0/8' } };

it('an Allow that hangs on an unknown key leaves the decision unknown and names the key', () => {
  const result = evaluate({ identity: [conditioned('Allow', inRange)] }, unknown);
  expect(result.decision).toBe('unknown');
  expect(result.unknownKeys).toEqual(['aws:SourceIp']);
  expect(result.decidedBy).toBeUndefined();
});

it('an Allow beside it that needs no key decides', () => {
  const result = evaluate({ identity: [conditioned('Allow', inRange), everything] }, unknown);
  expect(result.decision).toBe('allowed');
});

it('a Deny that hangs on an unknown key leaves an Allow unknown', () => {
  expect(evaluate({ identity: [everything, conditioned('Deny', inRange)] }, unknown).decision).toBe('unknown');
});

it('a Deny that hangs on an unknown key changes nothing where nothing allows', () => {
  expect(evaluate({ identity: [conditioned('Deny', inRange)] }, unknown).decision).toBe('implicitDeny');
});

it('a key that the context holds is known whatever the patterns say', () => {
  const known = { ...unknown, context: { 'aws:SourceIp': '10.1.2.3' } };
  expect(evaluate({ identity: [conditioned('Allow', inRange)] }, known).decision).toBe('allowed');
});

it('a condition that holds for every value of the key is no reason to doubt', () => {
  const either = { Null: { 'aws:SourceIp': ['true', 'false'] } };
  expect(evaluate({ identity: [conditioned('Allow', either)] }, unknown).decision).toBe('allowed');
});

it('a resource with an unknown variable is unknown only where some value could fit', () => {
  const home = (Resource: string) => statement('identity', { Effect: 'Allow', Action: '*', Resource });
  const tag = '${aws:PrincipalTag/team}';
  expect(evaluate({ identity: [home(`arn:aws:s3:::bucket/${tag}`)] }, unknown).decision).toBe('unknown');
  expect(evaluate({ identity: [home(`arn:aws:s3:::other/${tag}`)] }, unknown).decision).toBe('implicitDeny');
});

it('an absent key is not unknown', () => {
  const result = evaluate({ identity: [conditioned('Allow', inRange)] }, request());
  expect(result.decision).toBe('implicitDeny');
  expect(result.unknownKeys).toEqual(['aws:SourceIp']);
});

it('an Allow with NotResource whose variable is unknown may not apply', () => {
  const NotResource = 'arn:aws:s3:::secret/${aws:PrincipalTag/team}';
  const others = statement('identity', { Effect: 'Allow', Action: 's3:*', NotResource });
  expect(evaluate({ identity: [others] }, unknown).decision).toBe('unknown');
  expect(evaluate({ identity: [others] }, request()).decision).toBe('implicitDeny');
});

it('a call that session credentials are refused is unknown while the key that tells them is', () => {
  const call = request({ action: 'iam:GetUser', resource: 'arn:aws:iam::111122223333:user/u', unknown: ['aws:*'] });
  expect(evaluate({ identity: [everything] }, call).decision).toBe('unknown');
  expect(evaluate({ identity: [] }, call).decision).toBe('implicitDeny');
});

it('session credentials are refused for sure where only an MFA key could be unknown and is not', () => {
  const context = { 'aws:TokenIssueTime': '2026-01-01T00:00:00Z' };
  const call = { action: 'iam:GetUser', resource: 'arn:aws:iam::111122223333:user/u', context };
  expect(evaluate({ identity: [everything] }, request({ ...call, unknown: ['aws:Multi*'] })).decision).toBe('unknown');
  expect(evaluate({ identity: [everything] }, request({ ...call, unknown: ['s3:*'] })).decision).toBe('implicitDeny');
});
