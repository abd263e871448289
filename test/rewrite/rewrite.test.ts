/** Rewritten policies say the same of every action that is known today. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openCatalog } from '../../src/catalog/index.ts';
import { decide } from '../../src/evaluate/index.ts';
import { catalogFiles } from '../../src/host/catalog-files.ts';
import type { Policy, PolicyDocument, Request } from '../../src/language/index.ts';
import { parsePolicy, policyValue } from '../../src/parse/index.ts';
import { expandPolicy, limitOf, minimizePolicy, sizeOf, splitPolicy } from '../../src/rewrite/index.ts';
import { decisionOf, holdsInEveryWorld, mapPolicies } from '../helpers/world.ts';

const catalog = openCatalog(catalogFiles());
const names = catalog.managedPolicyNames();

function managed(name: string): PolicyDocument {
  const text = catalog.managedPolicy(`aws:${name}`)?.text ?? '';
  return parsePolicy({ name, text }, 'identity').document ?? expect.unreachable(name);
}

function document(...statements: object[]): PolicyDocument {
  const text = JSON.stringify({ Version: '2012-10-17', Statement: statements });
  return parsePolicy({ name: 'p', text }, 'identity').document ?? expect.unreachable(text);
}

const principal = { type: 'user', arn: 'arn:aws:iam::111122223333:user/u', account: '111122223333' } as const;

/** Does one of the documents, or several together, decide as the other does, on actions of its services and its own resources? */
function expectSame(before: PolicyDocument, after: readonly PolicyDocument[], seed: number): void {
  const play = (documents: readonly PolicyDocument[]) => ({
    identity: documents.map((one, index): Policy => ({ name: `p${index}`, type: 'identity', document: one })),
  });
  const [old, now] = [play([before]), play(after)];
  const patterns = before.statements.flatMap(({ action }) => action.values.map(({ value }) => value));
  const services = [...new Set(patterns.map((value) => value.split(':')[0] ?? ''))];
  const actions = services.flatMap((service) => catalog.service(service)?.actions.map(({ id }) => id) ?? []);
  const resources = before.statements.flatMap(({ resource }) => resource?.values.map(({ value }) => value) ?? []);
  for (let i = 0; i < actions.length; i += 1 + (seed % 3)) {
    const pattern = resources[(i * 7 + seed) % Math.max(1, resources.length)] ?? '*';
    const resource = pattern.replace(/\$\{[^}]*\}/g, 'v').replace(/\*/g, i % 2 === 0 ? 'x' : '');
    const request: Request = { principal, action: actions[i] ?? '', resource: resource || '*', context: {} };
    expect(decide(now, request)?.decision, `${request.action} on ${resource}`).toBe(decide(old, request)?.decision);
  }
}

describe('managed policies of AWS', () => {
  it('decide the same when minimized to half their size, and when split', () => {
    let wildcards = 0;
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.nat(1000), (name, seed) => {
        const before = managed(name);
        const limit = limitOf('identity', Math.floor(sizeOf(before, { withoutSpace: true }) / 2));
        const result = minimizePolicy(before, limit, catalog);
        wildcards += result.wildcards.length;
        expect(result.after).toBeLessThanOrEqual(result.before);
        expectSame(before, [result.document], seed);
        const parts = splitPolicy(before, limitOf('identity', Math.max(limit.most, 2000)));
        if (!parts) return;
        for (const part of parts) expect(sizeOf(part, limit)).toBeLessThanOrEqual(Math.max(limit.most, 2000));
        expectSame(before, parts, seed);
      }),
      { numRuns: 60 },
    );
    expect(wildcards).toBeGreaterThan(20);
  });

  it('decide the same when expanded', () => {
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.nat(1000), (name, seed) => {
        const before = managed(name);
        expectSame(before, [expandPolicy(before, catalog).document], seed);
      }),
      { numRuns: 60 },
    );
  });
});

it('merged statements decide the same in every world', () => {
  holdsInEveryWorld(({ policies, request }) => {
    const minimized = mapPolicies(policies, (policy) => {
      const limit = { most: sizeOf(policy.document, { withoutSpace: true }), withoutSpace: true };
      return { ...policy, document: minimizePolicy(policy.document, limit, catalog).document };
    });
    expect(decisionOf({ policies: minimized, request })).toBe(decisionOf({ policies, request }));
  }, 2000);
});

const READ = { Sid: 'Read', Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::b/*' };

describe('minimizing', () => {
  it('merges what is alike and keeps Sids where that is enough', () => {
    const before = document(
      READ,
      { ...READ, Sid: 'Also', Action: ['s3:GetObject', 'S3:getobject'] },
      { ...READ, Sid: 'There', Resource: 'arn:aws:s3:::b/c' },
    );
    const { document: after, namesDropped } = minimizePolicy(before, limitOf('identity'), catalog);
    expect(policyValue(after)).toMatchObject({
      Statement: [{ Sid: 'Read', Action: 's3:GetObject', Resource: 'arn:aws:s3:::b/*' }],
    });
    expect(namesDropped).toBe(false);
  });

  it('does not merge what a Not excepts, nor what has other conditions', () => {
    const { Action: _, ...rest } = READ;
    const before = document(
      { ...rest, Sid: 'A', NotAction: 's3:GetObject' },
      { ...rest, Sid: 'B', NotAction: 's3:PutObject' },
      { ...READ, Sid: 'C', Condition: { Bool: { 'aws:SecureTransport': 'true' } } },
      { ...READ, Sid: 'D', Action: 's3:PutObject' },
    );
    expect(minimizePolicy(before, limitOf('identity'), catalog).document.statements).toHaveLength(4);
  });

  it('uses wildcards only where it must, and tells what each stands for', () => {
    const actions = catalog.expandAction('sqs:Delete*').map(({ id }) => id);
    const before = document({ ...READ, Action: [...actions, 'sqs:SendMessage'], Resource: '*' });
    expect(minimizePolicy(before, limitOf('identity'), catalog).wildcards).toEqual([]);
    const tight = minimizePolicy(before, limitOf('identity', 100), catalog);
    expect(tight.wildcards.map(({ actions: taken }) => taken)).toContainEqual(actions);
    expect(tight.namesDropped).toBe(true);
  });

  it('says that it does not fit, and splits a statement by its actions', () => {
    const actions = catalog
      .expandAction('ec2:*')
      .map(({ id }) => id)
      .filter((_, i) => i % 2 === 0);
    const before = document({ ...READ, Action: actions, Resource: '*' });
    const limit = limitOf('identity', 1000);
    const { fits, document: after } = minimizePolicy(before, limit, catalog);
    expect(fits).toBe(false);
    expect(splitPolicy(after, limit)?.length).toBeGreaterThan(3);
    expect(splitPolicy(document({ ...READ, Resource: `arn:aws:s3:::${'b'.repeat(2000)}` }), limit)).toBeUndefined();
  });
});

it('expanding leaves the bare star, what nothing fits, and NotAction', () => {
  const { Action: _, ...rest } = READ;
  const before = document(
    { ...READ, Action: ['*', 's3:Nothing*', 'sqs:ListQueue*'] },
    { ...rest, Sid: 'N', NotAction: 's3:Get*' },
  );
  const { document: after, left } = expandPolicy(before, catalog);
  expect(left).toEqual(['*', 's3:Nothing*']);
  expect(policyValue(after)).toMatchObject({
    Statement: [{ Action: ['*', 's3:Nothing*', 'sqs:ListQueueTags', 'sqs:ListQueues'] }, { NotAction: 's3:Get*' }],
  });
});
