/** The comparison with the reference tells a difference and finds a small document that shows it. */

import { expect, it } from 'vitest';
import { worldFromSeed } from '../arbitraries/worlds.ts';
import { compareOne, minimize } from './compare.ts';
import type { SimulationDocument } from './documents.ts';
import { referenceAnswer } from './reference-evaluator.ts';

const document: SimulationDocument = {
  policies: {
    identity: [{ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 's3:*', Resource: '*' }] }],
    boundary: null,
  },
  request: {
    principal: { type: 'user', arn: 'arn:aws:iam::111122223333:user/alice', account: '111122223333' },
    action: 's3:GetObject',
    resource: 'arn:aws:s3:::bucket/key',
    resourceAccount: '111122223333',
    context: {},
  },
};

it('says nothing where both agree', () => {
  expect(compareOne(document, { decision: 'allowed', decidedBy: 'identity', missing: [] })).toBeUndefined();
});

it('names what differs and gives the document', () => {
  const text = compareOne(document, { decision: 'implicitDeny', decidedBy: 'identity', missing: ['identity'] });
  expect(text?.split('\n').slice(0, 2)).toEqual([
    'decision: the reference says `allowed`, the engine `implicitDeny`',
    'missing: the reference says ``, the engine `identity`',
  ]);
  expect(text).not.toContain('boundary');
});

it('takes an error for a difference', () => {
  expect(compareOne(document, { error: { code: 'policy-invalid' } })).toContain('the engine answers with an error');
});

it('makes a document small while it still differs', () => {
  const denied = (world: SimulationDocument) => {
    const answer = referenceAnswer(world);
    return answer.decision === 'explicitDeny' && answer.decidedBy === 'identity';
  };
  const seeds = Array.from({ length: 200 }, (_, seed) => seed).filter((seed) => denied(worldFromSeed(seed)));
  expect(seeds.length).toBeGreaterThan(5);
  for (const seed of seeds) {
    const small = minimize(worldFromSeed(seed), denied);
    expect(denied(small)).toBe(true);
    expect(Object.keys(small.policies)).toEqual(['identity']);
  }
});
