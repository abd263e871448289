/** Where somebody gets to, in a small environment; every hop is asked again as a chain of its own. */
import { describe, expect, it } from 'vitest';
import { type Environment, resolvePrincipal } from '../../src/environment/index.ts';
import { DEFAULT_SETTINGS } from '../../src/language/index.ts';
import { askerOfCaller, type Reached, reachFrom } from '../../src/query/index.ts';
import { ask } from '../../src/scenario/index.ts';
import { environmentReader, type FileSystem } from '../../src/workspace/index.ts';
import { catalog } from '../catalog/open-catalog.ts';

const A = '111122223333';
const B = '444455556666';
const role = (name: string, account = A) => `arn:aws:iam::${account}:role/${name}`;
const document = (...statements: readonly object[]) => ({ Version: '2012-10-17', Statement: statements });
const allow = (action: string | readonly string[], resource = '*', rest: object = {}) => ({
  Effect: 'Allow',
  Action: action,
  Resource: resource,
  ...rest,
});
const trust = (principal: object, rest: object = {}) =>
  document({ Effect: 'Allow', Principal: principal, Action: 'sts:AssumeRole', ...rest });
const inherit = { AWS: A };

const WORLD = {
  accounts: {
    [A]: {
      users: {
        alice: { policies: [document(allow('sts:AssumeRole', role('dev')), allow('sts:AssumeRole', role('billing')))] },
        bob: {},
      },
      roles: {
        // Each leads to the next, and the last back to the first.
        dev: {
          trust: trust(inherit),
          policies: [
            document(
              allow('sts:AssumeRole', role('deploy')),
              allow('iam:PassRole', role('function')),
              allow(['lambda:CreateFunction', 'lambda:InvokeFunction']),
            ),
          ],
        },
        deploy: {
          trust: trust({ AWS: role('dev') }, { Condition: { StringEquals: { 'sts:ExternalId': 'x9' } } }),
          policies: [document(allow('sts:AssumeRole', role('admin', B)), allow('sts:AssumeRole', role('dev')))],
        },
        // Trusts another service than those its role could be passed to.
        function: { trust: trust({ Service: 'lambda.amazonaws.com' }), policies: [document(allow('s3:*'))] },
        machine: { trust: trust({ Service: 'ec2.amazonaws.com' }) },
        // Named by alice, but closed to her.
        billing: { trust: trust({ AWS: role('deploy') }) },
      },
    },
    [B]: { users: {}, roles: { admin: { trust: trust({ AWS: role('deploy') }), policies: [document(allow('*'))] } } },
  },
};

function open(): Environment {
  const files: FileSystem = {
    root: '/project',
    readText: () => ({ text: JSON.stringify(WORLD) }),
    writeText: () => expect.unreachable('nothing is written'),
    exists: () => true,
    listFiles: () => [],
  };
  const { environment, diagnostics } = environmentReader({ files, catalog: () => catalog }).read('e.json');
  return environment ?? expect.unreachable(JSON.stringify(diagnostics));
}

const environment = open();

function reached(principal: string): readonly Reached[] {
  const { caller } = resolvePrincipal(environment, principal);
  if (!caller) return expect.unreachable(principal);
  const question = { from: {}, given: {}, settings: DEFAULT_SETTINGS, catalog };
  const steps = reachFrom(environment, askerOfCaller(caller, environment), question);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

const told = (found: readonly Reached[]) =>
  found.map(({ asker, from, hop, isAdmin }) =>
    [found[from]?.asker.name ?? '', hop?.kind ?? 'begin', asker.name, hop?.verdict ?? '', isAdmin ? 'admin' : '']
      .join(' ')
      .trim(),
  );

describe('where somebody gets to', () => {
  it('is every role, once, by the shortest way, with hops that fail on one side', () => {
    expect(told(reached(`${A}/user/alice`))).toEqual([
      `begin ${A}/user/alice`,
      `${A}/user/alice assume ${A}/role/dev allowed`,
      `${A}/user/alice assume ${A}/role/billing denied`,
      `${A}/role/dev assume ${A}/role/deploy conditional`,
      `${A}/role/dev pass ${A}/role/function allowed`,
      // Its trust policy names the role itself: within an account that is enough.
      `${A}/role/deploy assume ${A}/role/billing allowed`,
      `${A}/role/deploy assume ${B}/role/admin allowed admin`,
    ]);
  });

  it('is nowhere for whom nothing is allowed, but for doors that stand half open', () => {
    expect(told(reached(`${A}/user/bob`))).toEqual([
      `begin ${A}/user/bob`,
      `${A}/user/bob assume ${A}/role/dev denied`,
    ]);
  });

  it('has for a role that is passed every call, and the trust of the service at the end', () => {
    const hop = reached(`${A}/user/alice`).find(({ arn }) => arn === role('function'))?.hop;
    expect(hop?.service).toBe('lambda.amazonaws.com');
    expect(hop?.steps.map(({ asker, action, verdict }) => [asker.name, action, verdict])).toEqual([
      [`${A}/role/dev`, 'iam:PassRole', 'allowed'],
      [`${A}/role/dev`, 'lambda:CreateFunction', 'allowed'],
      [`${A}/role/dev`, 'lambda:InvokeFunction', 'allowed'],
      ['lambda.amazonaws.com', 'sts:AssumeRole', 'allowed'],
    ]);
  });

  it('is what asking each chain of roles by itself comes to', () => {
    const found = reached(`${A}/user/alice`);
    const { caller } = resolvePrincipal(environment, `${A}/user/alice`);
    if (!caller) return expect.unreachable('alice is described');
    for (const [index, { hop }] of found.entries()) {
      if (hop?.kind !== 'assume') continue;
      const hops: { role: string }[] = [];
      for (let at = index; found[at]?.hop; at = found[at]?.from ?? -1) hops.unshift({ role: found[at]?.arn ?? '' });
      const principal = { text: 'alice', caller };
      const answer = ask(
        { environment, principal, hops, checks: [], from: {}, context: {}, multiple: false, catalog },
        DEFAULT_SETTINGS,
      );
      const decision = answer.received?.decision;
      // A condition that nothing was given for is not met by a chain that gives nothing.
      const conditional =
        found[index]?.from === undefined
          ? []
          : hops.map(({ role: arn }) => found.find((one) => one.arn === arn)?.hop?.verdict);
      if (conditional.includes('conditional')) expect(decision).not.toBe('allowed');
      else expect(decision === 'allowed', hops.map(({ role: arn }) => arn).join()).toBe(hop.verdict === 'allowed');
    }
    expect.hasAssertions();
  });
});
