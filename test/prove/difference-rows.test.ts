/** The rows of a comparison leave nothing out: every request that one side alone allows lies in one of them. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openCatalog } from '../../src/catalog/index.ts';
import { evaluate } from '../../src/evaluate/index.ts';
import { catalogFiles } from '../../src/host/catalog-files.ts';
import { matchesPattern, type Policy, patternOf } from '../../src/language/index.ts';
import { ANY_USER, comparePolicies, mergeRows, type Row } from '../../src/prove/index.ts';
import { policy } from '../helpers/policies.ts';

const catalog = openCatalog(catalogFiles());

const ACTIONS = ['s3:GetObject', 's3:PutObject', 's3:DeleteObject'];
const RESOURCES = ['arn:aws:s3:::a/x', 'arn:aws:s3:::a/y', 'arn:aws:s3:::b/x', 'arn:aws:s3:::b/y'];
const CONTEXTS = [
  {},
  { 'aws:SecureTransport': 'true' },
  { 'aws:SecureTransport': 'false', 'aws:SourceIp': '10.0.0.1' },
];

const statement = fc.record({
  Effect: fc.constantFrom('Allow', 'Allow', 'Deny'),
  Action: fc.constantFrom('s3:*', 's3:Get*', 's3:PutObject', ['s3:GetObject', 's3:DeleteObject']),
  Resource: fc.constantFrom('*', 'arn:aws:s3:::a/*', 'arn:aws:s3:::*/x', ['arn:aws:s3:::b/x', 'arn:aws:s3:::a/y']),
  Condition: fc.constantFrom(
    {},
    { Bool: { 'aws:SecureTransport': 'true' } },
    { NotIpAddress: { 'aws:SourceIp': '10.0.0.0/8' } },
  ),
});

const document = fc
  .array(statement, { minLength: 1, maxLength: 4 })
  .map((Statement) => policy('identity', { Version: '2012-10-17', Statement }));

function lies({ actions, resources, except }: Row, action: string, resource: string): boolean {
  const isAmong = (patterns: readonly string[]) => patterns.some((one) => matchesPattern(patternOf(one), resource));
  return actions.includes(action) && isAmong(resources) && !isAmong(except);
}

function isAllowed(by: Policy, action: string, resource: string, context: Record<string, string>): boolean {
  const request = { principal: ANY_USER, action, resource, resourceAccount: '111122223333', context };
  return evaluate({ identity: [by] }, request).decision === 'allowed';
}

describe('rows', () => {
  it('tell of every request that is newly allowed, and of none besides by their witness', () => {
    fc.assert(
      fc.property(document, document, (before, after) => {
        const { gained, unknown } = comparePolicies({ type: 'identity', before, after, catalog });
        expect(unknown).toEqual([]);
        for (const { witness, stack } of gained) {
          expect(evaluate(stack, witness).decision).toBe('allowed');
          expect(evaluate({ ...stack, identity: [before] }, witness).decision).not.toBe('allowed');
        }
        for (const action of ACTIONS) {
          for (const resource of RESOURCES) {
            for (const context of CONTEXTS) {
              const isNew =
                isAllowed(after, action, resource, context) && !isAllowed(before, action, resource, context);
              if (isNew) expect(gained.some((row) => lies(row, action, resource))).toBe(true);
            }
          }
        }
      }),
      { numRuns: 60, seed: 5 },
    );
  });

  it('that differ in one respect are one', () => {
    const row = (who: string, action: string, resource: string): Row => ({
      who: [who],
      actions: [action],
      unlisted: [],
      resources: [resource],
      except: [],
      conditions: [],
    });
    const rows = ['a', 'b'].flatMap((who) =>
      ['s3:GetObject', 's3:PutObject'].flatMap((action) => ['x', 'y'].map((resource) => row(who, action, resource))),
    );
    expect(mergeRows(rows)).toEqual([
      {
        ...row('a', 's3:GetObject', 'x'),
        who: ['a', 'b'],
        actions: ['s3:GetObject', 's3:PutObject'],
        resources: ['x', 'y'],
      },
    ]);
    expect(mergeRows([row('a', 's3:GetObject', 'x'), row('b', 's3:PutObject', 'x')])).toHaveLength(2);
  });
});
