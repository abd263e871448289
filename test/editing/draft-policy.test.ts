import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { draftPolicy, type PolicyChoices } from '../../src/editing/index.ts';
import { evaluate } from '../../src/evaluate/index.ts';
import type { Policy } from '../../src/language/index.ts';
import { parsePolicy } from '../../src/parse/index.ts';
import { catalog } from '../catalog/open-catalog.ts';

const BUCKET = 'arn:aws:s3:::team-logs';
const QUEUE = 'arn:aws:sqs:eu-west-1:111122223333:jobs';
const ACTIONS = [
  's3:GetObject',
  's3:PutObject',
  's3:ListBucket',
  's3:ListAllMyBuckets',
  'sqs:SendMessage',
  'sqs:ListQueues',
  'ec2:DescribeInstances',
];
const RESOURCES = [BUCKET, `${BUCKET}/*`, QUEUE];

function policyOf(choices: PolicyChoices): Policy {
  const { text } = draftPolicy(choices, catalog);
  const { document, diagnostics } = parsePolicy({ name: 'draft.json', text }, choices.type);
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  return { name: 'draft.json', type: choices.type, document: document ?? expect.unreachable(text) };
}

function allows(policy: Policy, action: string, resource: string): boolean {
  const principal = { type: 'user', arn: 'arn:aws:iam::111122223333:user/ann', account: '111122223333' } as const;
  const request = { principal, action, resource, resourceAccount: '111122223333', context: {} };
  return evaluate({ identity: [policy] }, request).decision === 'allowed';
}

const NOTHING = { type: 'identity', principals: {}, conditions: [] } as const;

describe('a draft of a policy', () => {
  it('allows each chosen action on what it works on of the chosen resources, and nothing else', () => {
    fc.assert(
      fc.property(
        fc.subarray(ACTIONS, { minLength: 1 }),
        fc.subarray(RESOURCES, { minLength: 1 }),
        (actions, resources) => {
          const choices = { ...NOTHING, actions, resources };
          const { unplaced } = draftPolicy(choices, catalog);
          if (unplaced.length === actions.length) return;
          const policy = policyOf(choices);
          for (const action of ACTIONS) {
            for (const resource of [BUCKET, `${BUCKET}/a`, QUEUE, '*']) {
              const named = resource === `${BUCKET}/a` ? `${BUCKET}/*` : resource;
              const isMeant = catalog.isResourceless(action)
                ? actions.includes(action)
                : actions.includes(action) &&
                  resources.includes(named) &&
                  catalog.resourceTypesMatching(action, resource).length > 0;
              expect([action, resource, allows(policy, action, resource)]).toEqual([action, resource, isMeant]);
            }
          }
          for (const action of unplaced)
            expect(resources.some((arn) => catalog.resourceTypesMatching(action, arn).length > 0)).toBe(false);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('joins values of one key and keeps conditions with every statement', () => {
    const conditions = [
      { label: 'a', operator: 'StringEquals', key: 'aws:RequestedRegion', value: 'eu-west-1' },
      { label: 'b', operator: 'StringEquals', key: 'aws:RequestedRegion', value: 'eu-central-1' },
      { label: 'c', operator: 'Bool', key: 'aws:SecureTransport', value: 'true' },
    ];
    const { text } = draftPolicy(
      { ...NOTHING, actions: ['s3:GetObject', 'sqs:SendMessage'], resources: RESOURCES, conditions },
      catalog,
    );
    const { Statement } = JSON.parse(text);
    expect(Statement).toHaveLength(2);
    for (const { Condition } of Statement) {
      expect(Condition).toEqual({
        StringEquals: { 'aws:RequestedRegion': ['eu-west-1', 'eu-central-1'] },
        Bool: { 'aws:SecureTransport': 'true' },
      });
    }
  });

  it('names principals by their kind, and only denies where its type only denies', () => {
    const principals = {
      AWS: ['arn:aws:iam::111122223333:root'],
      Service: ['lambda.amazonaws.com', 'ec2.amazonaws.com'],
    };
    const trust = draftPolicy(
      { ...NOTHING, type: 'trust', actions: ['sts:AssumeRole'], resources: [], principals },
      catalog,
    );
    expect(JSON.parse(trust.text).Statement[0].Principal).toEqual({
      AWS: 'arn:aws:iam::111122223333:root',
      Service: ['lambda.amazonaws.com', 'ec2.amazonaws.com'],
    });
    const rcp = policyOf({
      ...NOTHING,
      type: 'rcp',
      actions: ['s3:GetObject'],
      resources: ['*'],
      principals: { AWS: ['*'] },
    });
    expect(rcp.document.statements.map(({ effect }) => effect)).toEqual(['Deny']);
  });
});
