/** Laws of policy evaluation (test/laws has them on random requests), proven over all requests on the policies of the lab. */
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { fileSystem } from '../../src/host/file-system.ts';
import type { PoliciesInPlay, Policy, PolicyType, Statement } from '../../src/language/index.ts';
import { parsePolicy, printPolicyDocument } from '../../src/parse/index.ts';
import { ANY_USER, type Asked, findRequest } from '../../src/prove/index.ts';
import { expandPolicy, limitOf, minimizePolicy, splitPolicy } from '../../src/rewrite/index.ts';
import { catalog } from '../catalog/open-catalog.ts';

const files = fileSystem(fileURLToPath(new URL('../..', import.meta.url)));

function policiesOf(type: PolicyType): readonly Policy[] {
  return files
    .listFiles()
    .filter((path) => path.startsWith(`policies/${type}/`) && path.endsWith('.json'))
    .map((path) => {
      const read = files.readText(path);
      const { document } = parsePolicy({ name: path, text: 'text' in read ? read.text : '' }, type);
      return { name: path, type, document: document ?? expect.unreachable(path) };
    });
}

const identities = policiesOf('identity');

const HERE: Asked = {
  principal: ANY_USER,
  requests: 'any',
  anywhere: 'caller',
  // AWS allows them whatever policies say.
  notActions: ['sts:GetCallerIdentity', 'sts:GetSessionToken'],
};
/** In another account the caller's own side is needed as well. */
const ELSEWHERE: Asked = { ...HERE, resourceAccount: '888888888888' };

/** Nothing that the first allows and the second does not. */
function expectNoMore(allowedBy: PoliciesInPlay, notAllowedBy: PoliciesInPlay | undefined, asked = HERE): void {
  const result = findRequest({ allowedBy, ...(notAllowedBy ? { notAllowedBy } : {}), asked, catalog });
  expect(result).toEqual({ kind: 'proved' });
}

function expectSame(one: Policy, ...others: readonly Policy[]): void {
  expectNoMore({ identity: [one] }, { identity: others });
  expectNoMore({ identity: others }, { identity: [one] });
}

function withStatements(policy: Policy, statements: readonly Statement[]): Policy {
  return {
    ...policy,
    document: { ...policy.document, statements: statements.map((one, index) => ({ ...one, index })) },
  };
}

const everything = { not: false, values: [{ value: '*' }] };
const denyAll: Statement = { index: 0, effect: 'Deny', action: everything, resource: everything, conditions: [] };

it('nothing is allowed where there is no policy', () => {
  expectNoMore({ identity: [] }, undefined);
});

describe.each(identities.map((policy) => [policy.name, policy] as const))('%s', (_, policy) => {
  const { statements } = policy.document;

  it('allows only by its Allow statements', () => {
    const denies = statements.filter(({ effect }) => effect === 'Deny');
    expectNoMore({ identity: [withStatements(policy, denies)] }, undefined);
  });

  it('allows nothing beside a Deny of everything', () => {
    expectNoMore({ identity: [policy, withStatements(policy, [denyAll])] }, undefined);
  });

  it('allows no more with a further Deny', () => {
    for (const { identity, statement } of identities
      .slice(0, 8)
      .flatMap((identity) => identity.document.statements.map((statement) => ({ identity, statement })))) {
      const deny = withStatements(identity, [{ ...statement, effect: 'Deny' }]);
      expectNoMore({ identity: [policy, deny] }, { identity: [policy] });
    }
  });

  it('allows the same in any order, twice, and as two policies', () => {
    expectSame(policy, withStatements(policy, [...statements].reverse()));
    expectSame(policy, policy, policy);
    expectSame(policy, withStatements(policy, statements.slice(0, 1)), withStatements(policy, statements.slice(1)));
  });

  it('allows the same when printed, merged and divided', () => {
    const { document: printed } = parsePolicy({ name: 'p', text: printPolicyDocument(policy.document) }, 'identity');
    expectSame(policy, { ...policy, document: printed ?? expect.unreachable('printed') });
    const limit = limitOf('identity');
    expectSame(policy, { ...policy, document: minimizePolicy(policy.document, limit, catalog).document });
    const parts = splitPolicy(policy.document, limitOf('identity', 1200)) ?? expect.unreachable('divided');
    expectSame(policy, ...parts.map((document) => ({ ...policy, document })));
  });

  it('allows the same of the actions that are known when they are written out', () => {
    const expanded = { ...policy, document: expandPolicy(policy.document, catalog).document };
    const asked = { ...HERE, requests: 'possible' as const };
    expectNoMore({ identity: [policy] }, { identity: [expanded] }, asked);
    expectNoMore({ identity: [expanded] }, { identity: [policy] }, asked);
  });

  it('allows no more under a boundary, a session policy, an SCP, an RCP or the policy of a VPC endpoint', () => {
    const all: PoliciesInPlay = { identity: [policy] };
    const limits: readonly PoliciesInPlay[] = [
      ...policiesOf('boundary').map((one) => ({ boundary: [one] })),
      ...policiesOf('session').map((one) => ({ session: [one] })),
      ...policiesOf('scp').map((one) => ({ scps: [{ level: 'account' as const, policies: [one] }] })),
      ...policiesOf('rcp').map((one) => ({ rcps: [{ level: 'account' as const, policies: [one] }] })),
      ...policiesOf('vpce').map((one) => ({ vpce: [one] })),
    ];
    for (const limit of limits) {
      expectNoMore({ ...all, ...limit }, all);
      for (const resource of policiesOf('resource').slice(0, 4)) {
        expectNoMore({ ...all, ...limit, resource }, { ...all, resource }, ELSEWHERE);
      }
    }
  });
});
