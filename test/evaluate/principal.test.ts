/** How a statement names the caller, as the trace tells it: the most direct entry, or none. */
import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/evaluate/index.ts';
import type { Request } from '../../src/language/index.ts';
import { request, statement } from '../helpers/policies.ts';

const USER = 'arn:aws:iam::111122223333:user/alice';
const ROLE = 'arn:aws:iam::111122223333:role/path/r';
const SESSION = 'arn:aws:sts::111122223333:assumed-role/r/s';
const IN_ROLE: Request['principal'] = { type: 'role-session', arn: SESSION, roleArn: ROLE, account: '111122223333' };
const SAML = 'arn:aws:iam::111122223333:saml-provider/Corp';

function traced(element: object, asked: Partial<Request> = {}) {
  const grant = statement('resource', { Effect: 'Allow', ...element, Action: '*', Resource: '*' });
  const layer = evaluate({ resource: grant }, request(asked)).layers.find((one) => one.layer === 'resource');
  return layer?.nodes[0]?.statements[0]?.principal;
}

describe('the most direct entry is the one that is told', () => {
  it.each([
    ['the user before its account', { AWS: ['111122223333', USER] }, {}, 'user', USER],
    ['everybody before the account', { AWS: ['111122223333', '*'] }, {}, 'everyone', '*'],
    [
      'the account by its root ARN',
      { AWS: 'arn:aws:iam::111122223333:root' },
      {},
      'account',
      'arn:aws:iam::111122223333:root',
    ],
    ['the session before its role', { AWS: [ROLE, SESSION] }, { principal: IN_ROLE }, 'session', SESSION],
    ['the role with its path', { AWS: ROLE }, { principal: IN_ROLE }, 'role', ROLE],
    ['a provider', { Federated: SAML }, { principal: { type: 'saml', provider: SAML } }, 'provider', SAML],
    [
      'a canonical user',
      { CanonicalUser: 'abc' },
      { principal: { ...IN_ROLE, canonicalUserId: 'abc' } },
      'account',
      'abc',
    ],
    [
      'a user by its unique id',
      { AWS: 'AIDAEXAMPLE' },
      { context: { 'aws:userid': 'AIDAEXAMPLE' } },
      'user',
      'AIDAEXAMPLE',
    ],
    [
      'a role by its unique id',
      { AWS: 'AROAEXAMPLE' },
      { principal: IN_ROLE, context: { 'aws:userid': 'AROAEXAMPLE:s' } },
      'role',
      'AROAEXAMPLE',
    ],
  ] as const)('%s', (_, Principal, asked, match, value) => {
    expect(traced({ Principal }, asked)).toMatchObject({ element: 'Principal', matches: 'yes', match, value });
  });
});

describe('nobody is named by', () => {
  it.each([
    ['another user', { AWS: 'arn:aws:iam::111122223333:user/Alice' }, {}],
    ['the role without its path', { AWS: 'arn:aws:iam::111122223333:role/r' }, { principal: IN_ROLE }],
    ['the account in another partition', { AWS: 'arn:aws-cn:iam::111122223333:root' }, {}],
    ['a wildcard inside an ARN', { AWS: 'arn:aws:iam::111122223333:user/*' }, {}],
    ['a unique id that the request does not state', { AWS: 'AIDAEXAMPLE' }, {}],
    ['the unique id of somebody else', { AWS: 'AIDAEXAMPLE' }, { context: { 'aws:userid': 'AIDAOTHER' } }],
    ['a service that does not call', { Service: 'lambda.amazonaws.com' }, {}],
    ['a canonical user nobody stated', { CanonicalUser: 'abc' }, {}],
  ] as const)('%s', (_, Principal, asked) => {
    const trace = traced({ Principal }, asked);
    expect(trace).toEqual({ element: 'Principal', matches: 'no', found: 0 });
  });
});

it('NotPrincipal tells its own name', () => {
  expect(traced({ NotPrincipal: { AWS: 'arn:aws:iam::444455556666:root' } })).toMatchObject({
    element: 'NotPrincipal',
    matches: 'yes',
  });
  expect(traced({ NotPrincipal: { AWS: USER } })).toMatchObject({ element: 'NotPrincipal', matches: 'no' });
});
